// Takes pictures of every story, to be looked at: `npm run screenshots` (`-- --only=PART_OF_AN_ID` for some). See CONTRIBUTING.md.
import { mkdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from './browser.js';
import { openStory, serveStories, setScheme, storyEntries, untilShown, type Entry } from './stories.js';

const widths = [320, 768, 1440];
const schemes = ['light', 'dark'] as const;
const sheetHeight = 2_000;
const gap = 20;

const { values: options } = parseArgs({
  options: { only: { type: 'string', multiple: true }, out: { type: 'string' } },
});
const folder = options.out ?? fileURLToPath(new URL('../../.screenshots', import.meta.url));
const entries = storyEntries().filter(
  ({ id, type }) => type === 'story' && (!options.only || options.only.some((part) => id.includes(part))),
);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await serveStories();
const browser = await launchBrowser();
try {
  for (const entry of entries) await takeSheets(entry);
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${entries.length} stories in ${folder}\n`);

/** One sheet or more for each colour scheme with the three widths side by side, one in forced colours, and one as it is printed. */
async function takeSheets(entry: Entry): Promise<void> {
  const { page } = await openStory(browser, server.origin, entry, { axe: false });
  await untilShown(page, entry);
  for (const scheme of schemes) {
    await setScheme(page, scheme);
    const panes: Pane[] = [];
    for (const width of widths) panes.push(await takePane(page, width));
    await arrange(browser, panes, `${folder}/${entry.id}-${scheme}`);
  }
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const forced = await takePane(page, 768);
  await setScheme(page, 'light');
  await client.send('Emulation.setEmulatedMedia', { media: 'print', features: [] });
  await arrange(browser, [forced, await takePane(page, 768)], `${folder}/${entry.id}-forced-and-print`);
  await page.close();
}

interface Pane {
  readonly width: number;
  readonly data: string;
}

async function takePane(page: Page, width: number): Promise<Pane> {
  await page.setViewport({ width, height: 800 });
  return { width, data: await page.screenshot({ encoding: 'base64', fullPage: true }) };
}

/** Long ones are cut: `NAME-1.png`, `NAME-2.png`, … */
async function arrange(browser: Browser, panes: readonly Pane[], name: string): Promise<void> {
  const { page } = await openTab(browser);
  const total = panes.reduce((sum, { width }) => sum + width + gap, gap);
  await page.setViewport({ width: total, height: sheetHeight });
  const images = panes.map(({ data, width }) => `<img alt="" src="data:image/png;base64,${data}" width="${width}">`);
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: ${gap}px; display: flex; align-items: start; gap: ${gap}px; background: #8a6d9c }
  </style>${images.join('')}`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const sheets = Math.ceil(height / sheetHeight);
  for (let index = 0; index < sheets; index += 1) {
    const y = index * sheetHeight;
    const path = `${name}${sheets > 1 ? `-${index + 1}` : ''}.png` as const;
    await page.screenshot({ path, clip: { x: 0, y, width: total, height: Math.min(sheetHeight, height - y) } });
  }
  await page.close();
}
