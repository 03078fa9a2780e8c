import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { someTrials } from '../support/faults/trials.js';
import { runTrials } from '../support/faults/run-trials.js';

describe('under fault, an application', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
  });

  it('is never lost, never doubled, never said to be sent when it was not, and always told of', async function () {
    this.timeout(180_000);
    // All of them: npm run test:faults.
    const { broken, figures } = await runTrials(browser, someTrials());
    console.log(`      ${figures}`);
    expect(broken).to.deep.equal([]);
  });
});
