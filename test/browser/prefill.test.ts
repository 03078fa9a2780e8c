import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilState } from '../support/until-state.js';

const posting = {
  id: 'optician',
  locale: 'en',
  title: 'Optician',
  form: {
    sections: [
      {
        fields: [
          { name: 'code', type: 'text', label: 'Referral code', prefill: true },
          { name: 'note', type: 'text', label: 'Note' },
          { name: 'source', type: 'hidden', from: 'query:lever-source' },
          { name: 'campaign', type: 'hidden', from: 'query:utm_campaign' },
          { name: 'came_from', type: 'hidden', from: 'referrer' },
        ],
      },
    ],
  },
};

const pageWith = (body: string, attributes: string): string => `<!doctype html>
  <html lang="en"><head><title>Optician</title><script type="module" src="/dist/job-application.js"></script></head>
  <body>${body}<job-application src="/optician.json" action="/applications" ${attributes}></job-application></body></html>`;

const answersOn = async (page: Page): Promise<unknown> => {
  await untilState(page, 'ready');
  return page.evaluate(() => ({ ...document.querySelector('job-application')?.answers }));
};

describe('what a page takes from its address, in a browser', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
      pages: {
        '/advert.html':
          '<!doctype html><title>Advert</title><a href="/job.html?lever-source=fair&code=WI2041">A job</a>',
        '/job.html': pageWith(
          '<a href="/apply.html?code=WI2042&note=x&utm_campaign=autumn">Apply</a>',
          'show="posting"',
        ),
        '/apply.html': pageWith('', 'show="form" prefill'),
        '/optician.json': JSON.stringify(posting),
      },
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('survives the way from page to page, where it is hidden; what is asked comes from the page that asks', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${server.origin}/advert.html`);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    expect(await answersOn(page)).to.deep.equal({ source: 'fair', came_from: `${server.origin}/advert.html` });
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    expect(await answersOn(page)).to.deep.equal({
      code: 'WI2042',
      source: 'fair',
      campaign: 'autumn',
      came_from: `${server.origin}/advert.html`,
    });
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('gives way to a draft that is restored', async () => {
    const { page } = await openTab(browser);
    await page.goto(`${server.origin}/apply.html?code=WI2041`);
    await answersOn(page);
    await page.evaluate(() => {
      addEventListener('job-application-draft', ({ action }) => (document.body.dataset.draft = action));
    });
    await page.locator('>>> ::-p-aria([name="Referral code"][role="textbox"])').fill('MINE1');
    await page.waitForSelector('body[data-draft="saved"]');
    await page.reload();
    expect(await answersOn(page)).to.deep.equal({ code: 'MINE1' });
    await page.close();
  });

  it('is loaded only where the page asks to be filled in', async () => {
    const { page } = await openTab(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.origin}/job.html?code=WI2041`);
    await answersOn(page);
    expect(asked.filter((url) => url.includes('/prefill-'))).to.deep.equal([]);
    await page.goto(`${server.origin}/apply.html?code=WI2041`);
    await answersOn(page);
    expect(asked.filter((url) => url.includes('/prefill-'))).to.have.length(1);
    await page.close();
  });

  it('leaves the form to be filled in by hand where its code does not come', async () => {
    const { page } = await openTab(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => void (request.url().includes('/prefill-') ? request.abort() : request.continue()));
    await page.goto(`${server.origin}/apply.html?code=WI2041`);
    expect(await answersOn(page)).to.deep.equal({});
    await page.close();
  });
});
