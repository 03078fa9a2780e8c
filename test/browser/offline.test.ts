import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser } from '../support/browser.js';
import { startFaultServer, type FaultServer, type Run } from '../support/faults/fault-server.js';
import { draw, openHurried } from '../support/faults/visit.js';
import { untilState } from '../support/until-state.js';

const answers = { name: 'Zoë Łukasiewicz', why: 'Because of the light.\nAnd "lenses".' };

/** The connection is lost in the middle of sending: the browser knows, and what was under way breaks off. */
describe('an application whose connection is lost as it is sent', () => {
  let browser: Browser;
  let server: FaultServer;

  before(async () => {
    browser = await launchBrowser();
  });

  // Each test loses one.
  beforeEach(async () => {
    server = await startFaultServer();
  });

  afterEach(async () => {
    await server.close();
  });

  after(async () => {
    await browser.close();
  });

  for (const [fault, stored] of [
    ['stored, never answered', 1],
    ['never answered', 0],
    ['a body that is never read', 0],
  ] as const) {
    it(`waits to be connected, and goes on by itself where the key is honoured (${fault})`, async () => {
      const { page, run } = await begin(fault, 'header');
      await lose(page, run, stored);
      await untilTold(page, 'waiting', 'as soon as you are connected again');
      expect(await told(page)).to.match(
        /^Not confirmed yet ?There is no connection to the internet\. Your application may have arrived\. Your application will be sent as soon as you are connected again\./,
      );
      expect(run.requests, 'while there is no connection').to.equal(1);
      await comeBack(page);
      await untilState(page, 'sent');
      expect([run.requests, run.stored.size]).to.deep.equal([2, 1]);
      await page.close();
    });

    it(`is not said to be lost, nor sent again unasked, where the key is not known to be honoured (${fault})`, async () => {
      const { page, run } = await begin(fault, 'auto');
      await lose(page, run, stored);
      await untilTold(page, 'unconfirmed', 'Your application may have arrived.');
      expect(await told(page)).to.include('Your application could not be confirmed');
      await comeBack(page);
      expect(await page.$eval('job-application', (each) => ({ ...each.answers, cv: '' }))).to.deep.equal({
        ...answers,
        cv: '',
      });
      expect([run.requests, run.stored.size]).to.deep.equal([1, stored]);
      await page.locator('job-application >>> [type=submit]').click();
      await untilState(page, 'sent');
      expect(run.requests).to.equal(2);
      await page.close();
    });
  }

  async function begin(fault: string, idempotency: 'auto' | 'header'): Promise<{ page: Page; run: Run }> {
    const page = await openHurried(browser, server);
    const { id, run } = server.begin([fault], true);
    await draw(page, { action: `${server.origins[0]}/apply/${id}`, idempotency });
    return { page, run };
  }

  /** Once the application is on its way, and is where it is going to be. */
  async function lose(page: Page, run: Run, stored: number): Promise<void> {
    await page.locator('job-application >>> [type=submit]').click();
    while (run.requests === 0 || run.stored.size < stored)
      await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.setOfflineMode(true);
    server.down();
  }

  async function comeBack(page: Page): Promise<void> {
    await server.up();
    await page.setOfflineMode(false);
  }
});

function told(page: Page): Promise<string> {
  return page.$eval('job-application >>> [part~=status]', (each) => each.textContent.replace(/\s+/g, ' ').trim());
}

async function untilTold(page: Page, state: 'waiting' | 'unconfirmed', words: string): Promise<void> {
  await untilState(page, state);
  await page.waitForFunction(
    (wanted) =>
      document
        .querySelector('job-application')
        ?.shadowRoot?.querySelector('[part~=status]')
        ?.textContent.includes(wanted),
    { polling: 50 },
    words,
  );
}
