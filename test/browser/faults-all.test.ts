import process from 'node:process';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { seededRandom } from '../support/seeded-random.js';
import { launchBrowser } from '../support/browser.js';
import { runTrials } from '../support/faults/run-trials.js';
import { allTrials, randomTrials } from '../support/faults/trials.js';

const runs = 5;
const sequences = 1_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe('under fault, an application', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
  });

  it(`is safe, ${runs} times under each fault, on each origin, with each kind of key`, async function () {
    this.timeout(60 * 60_000);
    const { broken, figures } = await runTrials(browser, Array.from({ length: runs }, allTrials).flat());
    console.log(`      ${figures}`);
    expect(broken).to.deep.equal([]);
  });

  it(`is safe in ${sequences} sequences of up to five faults, by chance (SEED=${seed})`, async function () {
    this.timeout(60 * 60_000);
    const { broken, figures } = await runTrials(browser, randomTrials(sequences, seededRandom(seed)));
    console.log(`      ${figures}`);
    expect(broken).to.deep.equal([]);
  });
});
