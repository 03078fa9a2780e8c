import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openTab } from '../support/browser.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilInside } from '../support/until-inside.js';

const posting = {
  id: 'optician',
  locale: 'en',
  title: 'Optician',
  form: {
    sections: [
      { id: 'you', title: 'You', fields: [{ name: 'email', type: 'email', label: 'E-mail', required: true }] },
      { id: 'work', title: 'Your work', fields: [{ name: 'why', type: 'textarea', label: 'Why us?' }] },
      { id: 'equality', title: 'Equality', equality: true, fields: [{ name: 'g', type: 'text', label: 'Gender' }] },
    ],
  },
};

/** Notes every heading of a section that is ever seen, from the first drawing on. */
const watchHeadings = `
  window.seen = new Set();
  const look = () => {
    const root = document.querySelector('job-application')?.shadowRoot;
    for (const each of root?.querySelectorAll('.section-title') ?? []) {
      if (each.checkVisibility()) seen.add(each.textContent.replace(/\\s+/g, ' ').trim());
    }
    requestAnimationFrame(look);
  };
  look();
`;

const pageWith = (attributes: string): string => `<!doctype html>
  <html lang="en"><head><title>Optician</title><script type="module" src="/dist/job-application.js"></script></head>
  <body><job-application src="/optician.json" action="/applications" ${attributes}></job-application></body></html>`;

const press = (page: Page, name: string): Promise<void> =>
  page.locator(`>>> ::-p-aria([name="${name}"][role="button"])`).click();
const arrive = async (page: Page, heading: string): Promise<void> => {
  await page.waitForFunction(
    (wanted) => {
      const root = document.querySelector('job-application')?.shadowRoot;
      const inView = [...(root?.querySelectorAll<HTMLElement>('.section-title') ?? [])].filter((each) =>
        each.checkVisibility(),
      );
      return inView.length === 1 && (inView[0]?.textContent ?? '').replace(/\s+/g, ' ').trim() === wanted;
    },
    {},
    heading,
  );
};

describe('a form in steps, in a browser', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
      pages: {
        '/steps.html': pageWith('layout="steps" step-history'),
        '/page.html': pageWith(''),
        '/optician.json': JSON.stringify(posting),
      },
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('is stepped from its first drawing on', async () => {
    const { page, errors } = await openTab(browser);
    await page.evaluateOnNewDocument(watchHeadings);
    await page.goto(`${server.origin}/steps.html`);
    await arrive(page, 'Section 1 of 3 You');
    expect(await page.evaluate('[...seen]')).to.deep.equal(['Section 1 of 3 You']);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('goes back and forward with the browser, with the heading in view and in focus', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${server.origin}/steps.html`);
    await page.locator('>>> ::-p-aria([name="E-mail"][role="textbox"])').fill('a@b.co');
    await press(page, 'Continue');
    await arrive(page, 'Section 2 of 3 Your work');
    await page.goBack();
    await arrive(page, 'Section 1 of 3 You');
    const isSeen = await page.evaluate(() => {
      const heading = document.querySelector('job-application')?.shadowRoot?.activeElement;
      const box = heading?.getBoundingClientRect();
      return heading?.className === 'section-title' && box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(isSeen).to.equal(true);
    await page.goForward();
    await arrive(page, 'Section 2 of 3 Your work');
    expect(page.url()).to.equal(`${server.origin}/steps.html`);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('prints the whole form', async () => {
    const { page } = await openTab(browser);
    await page.goto(`${server.origin}/steps.html`);
    await arrive(page, 'Section 1 of 3 You');
    await page.emulateMediaType('print');
    const printed = await page.evaluate(() =>
      [...(document.querySelector('job-application')?.shadowRoot?.querySelectorAll('.section-title') ?? [])]
        .filter((each) => each.checkVisibility())
        .map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
    expect(printed).to.deep.equal(['Section 1 of 3 You', 'Section 2 of 3 Your work', 'Section 3 of 3 Equality']);
    await page.close();
  });

  it('costs a page without steps nothing', async () => {
    const { page } = await openTab(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.origin}/page.html`);
    await untilInside(page, '.form');
    expect(asked.filter((url) => url.includes('steps-'))).to.deep.equal([]);
    await page.close();
  });
});
