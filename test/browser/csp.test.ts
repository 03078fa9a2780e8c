import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilState } from '../support/until-state.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'", // the logo of the posting
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Written as HTML, as Markdown, as plain text; with a field of every type; without a form. */
const postings = ['instrument-scientist', 'field-types', 'markdown', 'closed', 'minimal'];

describe('on a page with a strict content security policy', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(root, {
      headers: { 'Content-Security-Policy': policy },
      pages: {
        '/logo.svg': readFileSync(`${root}demo/logo.svg`, 'utf8'),
        '/applications.json': '{ "id": "1" }',
        ...Object.fromEntries(postings.map((name) => [`/${name}.html`, embedding(name)])),
      },
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const name of postings) {
    it(`draws ${name}.json without a violation`, async () => {
      const { page, errors } = await openTab(browser);
      await open(page, `${server.origin}/${name}.html`);
      expect(await violations(page)).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      await page.close();
    });
  }

  it('keeps the posting in its head for search engines without a violation', async () => {
    const { page, errors } = await openTab(browser);
    await open(page, `${server.origin}/markdown.html`);
    await page.$eval('job-application', (element) => element.setAttribute('json-ld', ''));
    const script = await page.waitForSelector('head > script[type="application/ld+json"]');
    const text = await script?.evaluate((node) => node.textContent);
    expect(JSON.parse(text ?? '')).to.include({ '@type': 'JobPosting' });
    expect(await violations(page)).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('says what is missing without a violation', async () => {
    const { page, errors } = await openTab(browser);
    await open(page, `${server.origin}/field-types.html`);
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'invalid');
    expect(await violations(page)).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('sends without a violation', async () => {
    const { page, errors } = await openTab(browser);
    await open(page, `${server.origin}/minimal.html`);
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'sent');
    expect(await violations(page)).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('reads the entities of Markdown without a violation', async () => {
    const { page } = await openTab(browser);
    await open(page, `${server.origin}/minimal.html`);
    await page.$eval('job-application', (element) => {
      const form = { sections: [{ fields: [{ name: 'email', type: 'email', label: 'Email' }] }] };
      Object.assign(element, { posting: { title: 'T', description: { markdown: 'Lenses &copy; us' }, form } });
    });
    await page.waitForFunction(() =>
      document.querySelector('job-application')?.shadowRoot?.textContent?.includes('Lenses © us'),
    );
    expect(await violations(page)).to.deep.equal([]);
    await page.close();
  });
});

/** Opens the page, and waits until the element has drawn its posting with all it loads for it. */
async function open(page: Page, url: string): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const found: string[] = [];
    Object.assign(window, { violations: found });
    document.addEventListener('securitypolicyviolation', (event) =>
      found.push(
        `${event.effectiveDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`,
      ),
    );
  });
  await page.goto(url);
  await untilDrawn(page);
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}
