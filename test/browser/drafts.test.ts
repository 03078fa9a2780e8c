import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import type {} from '../../src/index.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilInside } from '../support/until-inside.js';
import { untilState } from '../support/until-state.js';

const fields = [
  { type: 'text', name: 'full_name', label: 'Full name' },
  { type: 'textarea', name: 'letter', label: 'Letter' },
  { type: 'text', name: 'number', label: 'Social number', sensitive: true },
];
const posting = { id: 'lens-grinder', title: 'Lens grinder', form: { sections: [{ fields }] } };

const pageOf = (json: object): string =>
  `<!doctype html><html lang="en"><title>Drafts</title><script type="module" src="/dist/job-application.js"></script>
  <job-application action="/applications"><script type="application/json">${JSON.stringify(json)}</script></job-application></html>`;

const pages: Record<string, string> = {
  '/one.html': pageOf(posting),
  '/two.html': pageOf({ ...posting, id: 'lens-coater' }),
  '/device.html': pageOf(posting).replace('<job-application ', '<job-application draft="device" '),
};

describe('a draft', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    [receiver, browser] = await Promise.all([startReceiver(), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  it('is there after a reload in the middle of typing, without what is sensitive', async () => {
    const tab = await open();
    await type(tab, 'Full name', 'Ida');
    await type(tab, 'Social number', '123-45');
    await draw(tab, () => tab.reload());
    expect(await answers(tab)).to.deep.equal({ full_name: 'Ida' });
    expect(await tab.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).to.not.include('123-45');
    await tab.close();
  });

  it('does not reach another posting, nor another tab', async () => {
    const tab = await open();
    await saved(tab, () => type(tab, 'Full name', 'Ida'));
    await draw(tab, () => tab.goto(`${receiver.origin}/two.html`));
    expect(await answers(tab)).to.deep.equal({});
    const other = await open();
    expect(await answers(other)).to.deep.equal({});
    await draw(tab, () => tab.goBack());
    expect(await answers(tab)).to.deep.equal({ full_name: 'Ida' });
    await Promise.all([tab.close(), other.close()]);
  });

  it('is not to be had where storage is blocked, and the form works', async () => {
    const tab = await open(`<iframe sandbox="allow-scripts" src="/one.html" width="900" height="900"></iframe>`);
    const frame = tab.frames()[1]!;
    await untilState(frame, 'ready');
    const told = frame.evaluate(
      () =>
        new Promise((resolve) =>
          addEventListener(
            'job-application-draft',
            (event) => resolve({ action: event.action, reason: event.reason }),
            { once: true },
          ),
        ),
    );
    await untilInside(frame, '[name=f-full_name]');
    await (await frame.$('job-application >>> [name=f-full_name]'))!.type('Ida');
    expect(await told).to.deep.equal({ action: 'refused', reason: 'blocked' });
    await untilInside(frame, '[part~=draft-status]');
    expect(await frame.$eval('job-application >>> [part~=draft-status]', (each) => each.textContent.trim())).to.equal(
      'Your browser does not allow your answers to be kept. They are lost if this page is closed or loaded again.',
    );
    expect(await frame.$eval('job-application', (each) => ({ ...each.answers }))).to.deep.equal({ full_name: 'Ida' });
    await tab.close();
  });

  it('that a device refuses to delete is said to be there still, and is deleted with the next press', async () => {
    const tab = await open();
    await draw(tab, () => tab.goto(`${receiver.origin}/device.html`));
    await saved(tab, () => type(tab, 'Full name', 'Ida'));
    await tab.evaluate(() => {
      const { delete: remove } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.delete = function () {
        throw new DOMException('This profile can only be read.', 'ReadOnlyError');
      };
      addEventListener('allow', () => (IDBObjectStore.prototype.delete = remove));
    });
    const status = (): Promise<string> =>
      tab.$eval('job-application >>> [part~=draft-status]', (each) => each.textContent.replace(/\s+/g, ' ').trim());
    await pressDelete(tab);
    expect(await status()).to.match(/^The saved answers could not be deleted, .* · Delete ?Try again/);
    expect(await tab.$eval('job-application', (each) => each.shadowRoot?.activeElement?.textContent)).to.equal(
      'Delete',
    );
    expect(await storedOn(tab)).to.include('Ida');
    await tab.evaluate(() => dispatchEvent(new Event('allow')));
    await pressDelete(tab);
    expect(await status()).to.match(/^Deleted from this device\./);
    expect(await storedOn(tab)).not.to.include('Ida');
    await tab.close();
  });

  async function open(body?: string): Promise<Page> {
    const { page: tab } = await openTab(browser);
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const own = pathname === '/frame.html' ? body : pages[pathname];
      // A sandboxed frame has an origin of its own, which the receiver does not let read its files.
      const isScript = body !== undefined && pathname.startsWith('/dist/');
      if (own !== undefined) void request.respond({ contentType: 'text/html', body: own });
      else if (isScript) void respondWithScript(request, pathname);
      else void request.continue();
    });
    if (body === undefined) await draw(tab, () => tab.goto(`${receiver.origin}/one.html`));
    else await tab.goto(`${receiver.origin}/frame.html`);
    return tab;
  }
});

async function respondWithScript(request: HTTPRequest, pathname: string): Promise<void> {
  const body = await readFile(fileURLToPath(new URL(`../..${pathname}`, import.meta.url)));
  await request.respond({ contentType: 'text/javascript', headers: { 'Access-Control-Allow-Origin': '*' }, body });
}

async function draw(tab: Page, go: () => Promise<unknown>): Promise<void> {
  await go();
  await untilState(tab, 'ready');
}

function type(tab: Page, label: string, words: string): Promise<void> {
  return tab.locator(`::-p-aria([name="${label}"])`).fill(words);
}

/** Until what this typed is kept. */
async function saved(tab: Page, act: () => Promise<void>): Promise<void> {
  const told = tab.evaluate(
    () => new Promise<void>((resolve) => addEventListener('job-application-draft', () => resolve(), { once: true })),
  );
  await act();
  await told;
}

/** Until it is told what came of it. */
async function pressDelete(tab: Page): Promise<void> {
  await saved(tab, () => tab.locator('::-p-aria([name="Delete"])').click());
}

function storedOn(tab: Page): Promise<string> {
  return tab.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await settled(indexedDB.open('job-application'));
    const drafts: unknown[] = await settled(database.transaction('drafts').objectStore('drafts').getAll());
    database.close();
    return JSON.stringify(drafts);
  });
}

function answers(tab: Page): Promise<unknown> {
  return tab.$eval('job-application', (each) => ({ ...each.answers }));
}
