import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { startFaultServer, type FaultServer } from '../support/faults/fault-server.js';
import { allTrials } from '../support/faults/trials.js';
import { runTrials } from '../support/faults/run-trials.js';

describe('under fault, an application', () => {
  let server: FaultServer;
  let browser: Browser;

  before(async () => {
    [server, browser] = await Promise.all([startFaultServer(), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('is never lost, never doubled, never said to be sent when it was not, and always told of', async function () {
    this.timeout(180_000);
    // Every fault once, by turns on either origin and with each way that the key travels; all of them: npm run test:faults.
    const trials = allTrials().filter((_, index, { length }) => index % Math.floor(length / 48) === 0);
    const { broken, figures } = await runTrials(browser, server, trials);
    console.log(`      ${figures}`);
    expect(broken).to.deep.equal([]);
  });
});
