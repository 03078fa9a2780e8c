// Compares what is drawn of the stories with the references in this folder: `npm run check:look`. See CONTRIBUTING.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../support/browser.js';
import { openStory, serveStories, storyEntries, untilShown } from '../support/stories.js';
import { compareLooks, readLook, writeLook, type Look } from './look.js';
import { measure, prepare } from './measure.js';

const { values: options, positionals: named } = parseArgs({
  options: { update: { type: 'boolean', default: false } },
  allowPositionals: true,
});
/** A failure that is everywhere is understood from its first lines. */
const mostLines = 40;

const folder = new URL('references/', import.meta.url);
const kept = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
const ids = named.length > 0 ? named : kept;
const server = await serveStories();
const browser = await launchBrowser();
const differences: string[] = [];
try {
  for (const id of ids) differences.push(...(await judge(id)));
} finally {
  await browser.close();
  await server.close();
}
for (const line of differences.slice(0, mostLines)) console.error(line);
if (differences.length > mostLines) console.error(`… and ${differences.length - mostLines} more`);
if (differences.length > 0 || ids.length === 0) {
  process.exitCode = 1;
  console.error(
    'Where that is meant, look at the pictures of `npm run screenshots`, then `npm run check:look -- --update`.',
  );
}
console.log(`${ids.length} stories ${options.update ? 'written' : 'compared'}, ${differences.length} differences`);

async function judge(id: string): Promise<readonly string[]> {
  const file = new URL(`${id}.json`, folder);
  if (!storyEntries().some((entry) => entry.id === id)) return [`${id}: there is no such story`];
  const look = await drawn(id);
  if (options.update) {
    writeFileSync(file, writeLook(look));
    return [];
  }
  if (!existsSync(file)) return [`${id}: there is no reference; --update ${id} writes it`];
  return compareLooks(id, readLook(readFileSync(file, 'utf8')), look);
}

async function drawn(id: string): Promise<Look> {
  const { page } = await openStory(browser, server.origin, { id, type: 'story' }, { axe: false, prepare });
  await untilShown(page, { id });
  const look = await measure(page);
  await page.close();
  return look;
}
