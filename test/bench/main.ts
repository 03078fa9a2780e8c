// Our element beside a static native form of the same fields, in one browser, by turns: `npm run bench -- --runs=9 --only=typing`.
// Times are for comparing, within one run; bytes are exact, and alone make it fail.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { chromeArguments, findChrome } from '../support/find-chrome.js';
import { measureBytes } from './bytes.js';
import { nativePage, ourPage } from './pages.js';
import { conditionalPosting, errorsWhenEmpty, longPosting, plainPosting } from './postings.js';
import { rowsOf, scenarios, type Samples } from './scenarios.js';
import { startBenchServer } from './server.js';
import { printRow } from './table.js';
import { visit } from './visit.js';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist/', import.meta.url)) },
  },
});

const postings = {
  reference: plainPosting(),
  400: longPosting(400),
  1600: longPosting(1600),
  conditional: conditionalPosting(1000),
};
const formChunk = readdirSync(join(options.dist, 'chunks')).find((name) => /^form-.{8}\.js$/.test(name));
const pages = new Map<string, string>([['/blank', '<!doctype html><title>Blank</title>']]);
for (const [name, posting] of Object.entries(postings)) {
  pages.set(`/ours/${name}`, ourPage(posting));
  pages.set(`/ours-announced/${name}`, ourPage(posting, formChunk));
  pages.set(`/ours-by-src/${name}`, ourPage(`/${name}.json`));
  pages.set(`/${name}.json`, JSON.stringify(posting));
  pages.set(`/floor/${name}`, nativePage(posting));
}

const server = await startBenchServer(options.dist, pages);
const browser = await puppeteer.launch({ executablePath: findChrome(), args: chromeArguments });
try {
  const selected = scenarios.filter(({ name }) => name.includes(options.only));
  const samples: Samples = new Map(selected.map((scenario) => [scenario, { ours: [], floor: [] }]));
  for (let run = 0; run < Number(options.runs); run++) {
    for (const [scenario, { ours, floor }] of samples) {
      const measure = (page: 'ours' | 'floor', path: string): ReturnType<typeof visit> => {
        const { posting, answers, ...rest } = scenario;
        const errors = answers ? { expectedErrors: errorsWhenEmpty(postings[posting], page) } : {};
        return visit(browser, { ...rest, ...errors, url: `${server.origin}/${path}/${posting}` });
      };
      const embedding = scenario.bySrc ? 'ours-by-src' : scenario.announced ? 'ours-announced' : 'ours';
      // Whoever comes first meets another machine than who comes second.
      if (run % 2) ours.push(await measure('ours', embedding));
      floor.push(await measure('floor', 'floor'));
      if (run % 2 === 0) ours.push(await measure('ours', embedding));
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  printRow(['', 'ours', 'floor', 'ratio', 'goal']);
  for (const row of rowsOf(samples)) printRow(row);
  process.exitCode = (await measureBytes(browser, server, options.dist)) ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}
