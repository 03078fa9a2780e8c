import { expect } from 'chai';
import type { Browser, CDPSession, HTTPRequest, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

const fields = [
  { type: 'text', name: 'full_name', label: 'Full name' },
  { type: 'textarea', name: 'letter', label: 'Letter' },
  { type: 'text', name: 'number', label: 'Social number', sensitive: true },
  { type: 'file', name: 'cv', label: 'CV' },
];
const posting = { id: 'lens-grinder', title: 'Lens grinder', form: { sections: [{ fields }] } };

const pageOf = (draft: string): string =>
  `<!doctype html><html lang="en"><title>Drafts</title><script type="module" src="/dist/job-application.js"></script>
  <job-application action="/applications" idempotency="header" draft="${draft}"><script type="application/json">${JSON.stringify(posting)}</script></job-application></html>`;

const modes = ['session', 'device'] as const;

describe('a crash of the page', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    [receiver, browser] = await Promise.all([startReceiver(), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  for (const mode of modes) {
    it(`costs no more than the last half second of typing with draft="${mode}"`, async () => {
      const { tab, crash } = await open(mode);
      await type(tab, 'Full name', 'Ida');
      await type(tab, 'Social number', '123-45');
      await type(tab, 'Letter', 'What I have measured');
      await untilKept(tab, 'What I have measured');
      await crash();
      expect(await answers(tab)).to.deep.equal({ full_name: 'Ida', letter: 'What I have measured' });
      await close(tab);
    });

    it(`costs nothing with draft="${mode}" where the page is loaded again in the middle of typing`, async () => {
      const { tab } = await open(mode);
      await tab.focus('job-application >>> [name=f-full_name]');
      await tab.keyboard.type('I');
      await untilKept(tab, '"I"');
      await tab.keyboard.type('da');
      await reload(tab, () => tab.reload());
      expect(await answers(tab)).to.deep.equal({ full_name: 'Ida' });
      await close(tab);
    });

    it(`in the middle of sending leaves the same application the same key with draft="${mode}"`, async () => {
      const { tab, keys, crash } = await open(mode);
      await type(tab, 'Full name', 'Ida');
      await untilKept(tab, 'Ida');
      await type(tab, 'Social number', '123-45');
      const asked = tab.waitForRequest((request) => request.method() === 'POST');
      await tab.locator('::-p-aria([name="Submit application"])').click();
      await asked;
      await crash();
      await tab.waitForFunction(() => {
        const told = document.querySelector('job-application')?.shadowRoot?.querySelector('.drafts');
        return told?.textContent.includes('Your application may have arrived.');
      });
      await type(tab, 'Social number', '123-45');
      await tab.locator('::-p-aria([name="Submit application"])').click();
      await untilState(tab, 'sent');
      expect(keys.length).to.be.greaterThan(1);
      expect(new Set(keys).size).to.equal(1);
      await close(tab);
    });
  }

  it('or its end brings a draft on the device back in another tab, with its file', async () => {
    const { tab } = await open('device');
    await type(tab, 'Full name', 'Ida');
    await tab.$eval('job-application >>> input[type=file]', (input) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['measured'], 'cv.txt', { type: 'text/plain' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await untilKept(tab, 'Ida');
    await untilKept(tab, 'cv.txt');
    await tab.close();
    const { tab: other } = await open('device');
    expect(await other.$eval('job-application', ({ answers }) => (answers['cv'] as [File])[0].text())).to.equal(
      'measured',
    );
    expect(await other.$eval('job-application', ({ answers }) => answers['full_name'])).to.equal('Ida');
    await close(other);
  });

  /** The first application is never answered. */
  async function open(mode: string): Promise<{ tab: Page; keys: string[]; crash: () => Promise<void> }> {
    const { page: tab } = await openTab(browser);
    const keys: string[] = [];
    await tab.setRequestInterception(true);
    tab.on('request', (request: HTTPRequest) => {
      const { pathname } = new URL(request.url());
      const key = request.headers()['idempotency-key'];
      if (pathname === '/form.html') void request.respond({ contentType: 'text/html', body: pageOf(mode) });
      else if (request.method() !== 'POST') void request.continue();
      else if (keys.push(String(key)) > 1) void request.respond({ contentType: 'application/json', body: '{}' });
    });
    tab.on('dialog', (dialog) => void dialog.accept());
    const devtools = await tab.createCDPSession();
    await reload(tab, () => tab.goto(`${receiver.origin}/form.html`));
    return { tab, keys, crash: () => crashOf(tab, devtools) };
  }

  async function close(tab: Page): Promise<void> {
    await tab.$eval('job-application', (each) => each.clearDraft());
    await tab.close({ runBeforeUnload: false });
  }
});

/** The renderer is gone at once, as where it has no memory left; then the page is loaded again. */
async function crashOf(tab: Page, devtools: CDPSession): Promise<void> {
  const crashed = new Promise((resolve) => tab.once('error', resolve));
  devtools.send('Page.crash').catch(() => undefined); // it is never answered
  await crashed;
  await reload(tab, () => devtools.send('Page.reload'));
}

async function reload(tab: Page, go: () => Promise<unknown>): Promise<void> {
  await go();
  await untilState(tab, 'ready');
}

function type(tab: Page, label: string, words: string): Promise<void> {
  return tab.locator(`::-p-aria([name="${label}"])`).fill(words);
}

/** Until these words are among what is kept, in this tab or on the device. */
async function untilKept(tab: Page, words: string): Promise<void> {
  await tab.waitForFunction(
    async (words) => {
      if (document.querySelector('job-application')?.draft === 'session') {
        return Object.values({ ...sessionStorage })
          .join()
          .includes(words);
      }
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const database = await settled(indexedDB.open('job-application'));
      const drafts = await settled(database.transaction('drafts').objectStore('drafts').getAll());
      database.close();
      return JSON.stringify(drafts).includes(words);
    },
    {},
    words,
  );
}

function answers(tab: Page): Promise<unknown> {
  return tab.$eval('job-application', (each) => ({ ...each.answers }));
}
