import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { posting, startFaultServer, type FaultServer, type Run } from '../support/faults/fault-server.js';
import { draw, openPage, press, untilDefined } from '../support/faults/visit.js';
import { untilState } from '../support/until-state.js';

// Time passes here as it does everywhere, so that what comes of it does not come of a time-out.
describe('an application and the pages of a browser', () => {
  let browser: Browser;
  let server: FaultServer;

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startFaultServer()]);
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const origin of ['own', 'other'] as const) {
    for (const honoursKey of [true, false]) {
      const where = `to ${origin === 'own' ? "the page's own" : 'another'} origin, where the key is ${honoursKey ? '' : 'not '}honoured`;

      it(`is told of once its page is back out of the cache, left in the middle of sending it ${where}`, async () => {
        const { page, run } = await begin(['never answered'], origin, honoursKey);
        page.once('dialog', (dialog) => void dialog.accept());
        await page.evaluate(() =>
          window.addEventListener('pageshow', ({ persisted }) => (document.title = `back ${String(persisted)}`)),
        );
        await pressAlone(page);
        await untilAsked(run, 1);
        await page.goto(`${server.origins[0]}/elsewhere`);
        await page.goBack();
        // The navigation is over before the page is told of it.
        await page.waitForFunction(() => document.title !== 'Faults', { timeout: 5_000 }).catch(() => undefined);
        expect(await page.title()).to.equal('back true');
        await untilState(page, honoursKey ? 'sent' : 'unconfirmed');
        const { name, focus } = await page.$eval('job-application', ({ answers, shadowRoot }) => ({
          name: answers['name'],
          focus: shadowRoot?.activeElement?.part.value,
        }));
        expect(focus).to.equal(honoursKey ? 'receipt' : 'status');
        expect(name).to.equal('Zoë Łukasiewicz');
        if (!honoursKey) expect(await press(page)).to.deep.include({ state: 'sent', breaches: [] });
        expect([run.sent.size, run.stored.size]).to.deep.equal([2, 1]);
        await page.close();
      });

      it(`is stored once for each of two tabs that send it at the same time ${where}`, async () => {
        const { page, run, settings } = await begin([], origin, honoursKey);
        await page.waitForFunction(() => JSON.stringify(sessionStorage).includes('Zoë'));
        const copy = await copyOf(page, settings);
        expect(await copy.$eval('job-application', ({ answers }) => answers['name'])).to.equal('Zoë Łukasiewicz');
        await Promise.all([pressAlone(page), pressAlone(copy)]);
        await Promise.all([page, copy].map((each) => untilSent(each)));
        expect([run.requests, run.stored.size]).to.deep.equal([2, 2]);
        await Promise.all([page.close(), copy.close()]);
      });
    }
  }

  it('is asked about when its page is loaded anew in the middle of sending it, and its answers are there again', async () => {
    const { page, run, settings } = await begin(['never answered'], 'own', true);
    await page.waitForFunction(() => JSON.stringify(sessionStorage).includes('Zoë'));
    await pressAlone(page);
    await untilAsked(run, 1);
    let asked = 0;
    page.once('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await page.reload();
    expect(asked).to.equal(1);
    await restore(page, settings);
    await pressAlone(page);
    await untilState(page, 'sent');
    expect([run.requests, run.stored.size]).to.deep.equal([2, 1]);
    await page.close();
  });

  type Settings = Parameters<typeof draw>[1];

  async function begin(
    plan: readonly string[],
    origin: 'own' | 'other',
    honoursKey: boolean,
  ): Promise<{ page: Page; run: Run; settings: Settings }> {
    const page = await openPage(browser, server);
    const { id, run } = server.begin(plan, honoursKey);
    const settings: Settings = {
      action: `${server.origins[origin === 'own' ? 0 : 1]}/apply/${id}`,
      idempotency: honoursKey ? 'field' : 'auto',
      draft: 'session',
    };
    await draw(page, settings);
    return { page, run, settings };
  }

  /** What "Duplicate tab" gives: a page with a copy of what the tab has kept. */
  async function copyOf(page: Page, settings: Settings): Promise<Page> {
    const opened = new Promise<Page>((resolve) => page.once('popup', (popup) => resolve(popup!)));
    await page.evaluate(() => void window.open(location.href));
    const copy = await opened;
    await restore(copy, settings);
    return copy;
  }
});

/** The page's own element, with what it has kept. */
async function restore(page: Page, settings: object): Promise<void> {
  await untilDefined(page);
  await page.evaluate(
    (json, set) => {
      const element = document.createElement('job-application');
      document.querySelector('main')?.append(Object.assign(element, { posting: json, ...set }));
    },
    posting,
    settings,
  );
  await page.waitForFunction(
    () => document.querySelector('job-application')?.answers['name'] === 'Zoë Łukasiewicz',
    inAnyTab,
  );
}

/** One that is not in front draws no frames. */
const inAnyTab = { polling: 20 };

async function untilSent(page: Page): Promise<void> {
  await untilState(page, 'sent');
}

async function pressAlone(page: Page): Promise<void> {
  await page.$eval('job-application', ({ shadowRoot }) =>
    shadowRoot?.querySelector<HTMLButtonElement>('button[type=submit]')?.click(),
  );
}

/** @param requests that the endpoint is to have been sent */
async function untilAsked(run: Run, requests: number): Promise<void> {
  while (run.requests < requests) await new Promise((resolve) => setTimeout(resolve, 5));
}
