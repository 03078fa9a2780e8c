import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { staticImports } from '../checks/static-imports.js';
import type { BenchServer } from './server.js';
import { ownRow, printRow } from './table.js';
import { visit } from './visit.js';

/** Bytes, gzip. */
const budgets = { firstLoad: 32_000, whole: 40_000 };

const scriptsAtMost = 3;

/** Prints what a page with a plain-text posting loads. @returns whether the budgets are kept */
export async function measureBytes(browser: Browser, server: BenchServer, dist: string): Promise<boolean> {
  const files = staticImports(new URL('job-application.js', pathToFileURL(`${dist}/`)));
  const firstLoad = files.reduce((sum, url) => sum + gzipSync(readFileSync(url)).length, 0);
  server.takeRequests();
  await visit(browser, { url: `${server.origin}/ours-by-src/reference`, slowdown: 1 });
  const scripts = server.takeRequests().filter(({ path }) => path.endsWith('.js'));
  const whole = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  printRow(ownRow('script of the first load, gzip', firstLoad, budgets.firstLoad, 'B'));
  printRow(ownRow('everything that a plain-text posting loads, gzip', whole, budgets.whole, 'B'));
  for (const { path, bytes } of scripts) console.log(`    ${bytes} ${path}`);
  printRow(ownRow('requests for script', scripts.length, scriptsAtMost));
  return firstLoad <= budgets.firstLoad && whole <= budgets.whole;
}
