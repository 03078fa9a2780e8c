import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

/** Each request costs a slow connection a round trip, whatever its size. */
const scriptsAtMost = { minimal: 3, 'instrument-scientist': 4 };

describe('a page that embeds the element', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    const pages = Object.keys(scriptsAtMost).map((name) => [`/${name}.html`, embedding(name)]);
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
});
