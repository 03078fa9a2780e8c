// What pages load before anybody answers, compressed as a server would: the script of the first load with all it imports
// at once, and with the chunk that reads a plain posting and draws its form.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { staticImports } from './static-imports.js';

const dist = new URL('../../dist/', import.meta.url);
const entry = 'job-application.js';
/** A browser keeps a script with one of these at two bytes a letter. */
const wide = /[^\0-\xff]/;
const [form] = /chunks\/form-[\w-]{8}\.js/.exec(readFileSync(new URL(entry, dist), 'utf8')) ?? [];
if (form === undefined) throw new Error(`${entry} imports no chunk called form.`);

/** Bytes, gzip. */
const budgets = [
  { what: entry, entries: [entry], budget: 22_750 },
  { what: 'a plain page', entries: [entry, form], budget: 59_650 },
  { what: 'job-application.global.js', entries: ['job-application.global.js'], budget: 500 },
];

for (const { what, entries, budget } of budgets) {
  const urls = entries.flatMap((path) => staticImports(new URL(path, dist)));
  const files = [...new Map(urls.map((url) => [url.href, url])).values()].map((url) => {
    const script = readFileSync(url);
    return { name: basename(url.pathname), bytes: gzipSync(script).length, wide: wide.exec(script.toString())?.[0] };
  });
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > budget) process.exitCode = 1;
  console.log(`${what}: ${total} bytes gzip of ${budget}${total > budget ? ', too much' : ''}`);
  for (const { name, bytes, wide } of files) {
    if (wide) process.exitCode = 1;
    console.log(`  ${bytes} ${name}${wide ? `, with ${JSON.stringify(wide)}, a letter beyond Latin-1` : ''}`);
  }
}
