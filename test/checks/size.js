// What a page loads at first: `job-application.js` with everything it imports at once, compressed as a server would.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { staticImports } from './static-imports.js';

/** Bytes, gzip. */
const budgets = {
  'job-application.js': 32_000,
  'job-application.global.js': 500,
};

const dist = new URL('../../dist/', import.meta.url);

for (const [entry, budget] of Object.entries(budgets)) {
  const files = staticImports(new URL(entry, dist)).map((url) => ({
    name: basename(url.pathname),
    bytes: gzipSync(readFileSync(url)).length,
  }));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > budget) process.exitCode = 1;
  console.log(`${entry}: ${total} bytes gzip of ${budget}${total > budget ? ', too much' : ''}`);
  for (const { name, bytes } of files) console.log(`  ${bytes} ${name}`);
}
