import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { untilDrawn } from '../support/embedding.js';
import { snippet } from '../support/readme.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = readFileSync(`${root}/demo/postings/instrument-scientist.json`, 'utf8');

/** The page is painted without our script first, as on a slow connection, and words of the page's stand below the element. */
function page(element: string, css: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shift</title>
    <style>body { margin: 0 } ${css}</style>
    <script>
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => import('/dist/job-application.js'))));
    </script>
    <header><h1>Careers</h1></header>${element}<footer>Below</footer></html>`;
}

const elements = {
  'with the posting in the page': `<job-application><script type="application/json">${json}</script></job-application>`,
  'with a posting that is fetched':
    '<job-application src="/demo/postings/instrument-scientist.json"></job-application>',
  'with another way to apply in it':
    '<job-application src="/demo/postings/instrument-scientist.json"><p>Apply by e-mail</p></job-application>',
};

describe('as the element loads', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    const css = snippet('css', 'reserve');
    const pages = Object.values(elements).flatMap((element, index) => [
      [`/${index}.html`, page(element, css)],
      [`/${index}-bare.html`, page(element, '')],
    ]);
    server = await startStaticServer(root, { pages: Object.fromEntries(pages) as Record<string, string> });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  Object.keys(elements).forEach((name, index) => {
    it(`nothing jumps ${name}, where the page holds the room as README says`, async () => {
      expect(await shiftOf(`/${index}.html`)).to.equal(0);
    });
  });

  it('what is below jumps once where the page does not', async () => {
    expect(await shiftOf('/0-bare.html')).to.be.within(0.001, 0.1);
  });

  async function shiftOf(path: string): Promise<number> {
    const { page: tab } = await openTab(browser);
    await tab.setViewport({ width: 800, height: 600 });
    await tab.goto(server.origin + path);
    await untilDrawn(tab);
    const shift = await tab.evaluate(() => (window as unknown as { shift: number }).shift);
    await tab.close();
    return shift;
  }
});
