import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

/** Each request costs a slow connection a round trip, whatever its size. */
const scriptsAtMost = {
  minimal: 3,
  'instrument-scientist': 4,
  // With the field types that few postings need, and the sanitiser.
  'systems/greenhouse-job': 6,
  'systems/lever-apply-form': 5,
};

describe('a page that embeds the element', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    const pages = Object.keys(scriptsAtMost).map((name) => [`/${name}.html`, embedding(name)]);
    pages.push(['/versioned.html', embedding('minimal', 'job-application.js?v=2')]);
    pages.push(['/classic.html', embedding('minimal', 'job-application.global.js')]);
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
      pages: Object.fromEntries(pages),
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const [posting, atMost] of Object.entries(scriptsAtMost)) {
    it(`draws ${posting}.json with at most ${atMost} requests for script`, async () => {
      const { page } = await openTab(browser);
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
      });
      await page.goto(`${server.origin}/${posting}.html`);
      await untilDrawn(page);
      await page.close();
      expect(scripts).to.have.length.within(1, atMost, scripts.join(' '));
    });
  }

  // The chunks import `job-application.js` without the query, a second copy of the same.
  it('draws the form when the address of the script has a query', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${server.origin}/versioned.html`);
    await untilDrawn(page);
    expect(await page.$('job-application >>> [type=submit]')).to.not.equal(null);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('draws the form when a classic script loads the module', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${server.origin}/classic.html`);
    await untilDrawn(page);
    expect(await page.$('job-application >>> [type=submit]')).to.not.equal(null);
    expect(errors).to.deep.equal([]);
    await page.close();
  });
});
