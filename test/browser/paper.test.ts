import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { drawnLetters, pdfPages, pdfText } from '../support/pdf-text.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

/** More than stands on two pages; each line can be told from the others. */
const longAnswer = Array.from({ length: 150 }, (_, index) => `Line ${index + 1} of a long answer.`).join('\n');

/** Far more fields than are laid out at once. */
const longPosting = {
  id: 'long',
  title: 'A long form',
  form: {
    sections: Array.from({ length: 12 }, (_, section) => ({
      title: `Part ${section + 1}`,
      fields: Array.from({ length: 25 }, (_each, field) => ({
        type: 'text',
        name: `q_${section}_${field}`,
        label: `Question ${section + 1}.${field + 1} of many`,
      })),
    })),
  },
};

const shortPosting = {
  id: 'short',
  title: 'A short form',
  form: { sections: [{ fields: [{ type: 'text', name: 'name', label: 'Name' }] }] },
};

function pageOf(demo: string, posting: object): string {
  const json = JSON.stringify(posting);
  return demo.replace(
    /<job-application[^]*/,
    `<job-application action="/applications.json"><script type="application/json">${json}</script></job-application></html>`,
  );
}

/** Read from a PDF that the browser makes: what no one sees on a screen, such as a text that is cut at a page's end, is missing there. */
describe('on paper', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    const demo = embedding('instrument-scientist');
    const pages = {
      '/form.html': demo,
      '/steps.html': demo.replace('<job-application', '<job-application layout="steps"'),
      '/long.html': pageOf(demo, longPosting),
      '/short.html': pageOf(demo, shortPosting),
    };
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), { pages });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('stands every word of the posting and every question', async () => {
    const page = await open('form');
    const [paper, words] = [await print(page), await wordsOf(page)];
    await page.close();
    expect(words).to.have.length.above(60);
    expect(words.filter((each) => !paper.includes(each))).to.deep.equal([]);
  });

  it('stands a long answer to its last line, also where its box was made small by hand', async () => {
    const page = await open('form');
    await page.$eval(
      'job-application',
      (element, text) => {
        const box = element.shadowRoot?.querySelector('textarea');
        if (!box) throw new Error('There is no long answer.');
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        // As the handle at its corner does it.
        box.style.height = '90px';
        box.style.width = '120px';
      },
      longAnswer,
    );
    const paper = await print(page);
    await page.close();
    const missing = longAnswer.split('\n').filter((line) => !paper.includes(drawnLetters(line)));
    expect(missing).to.deep.equal([]);
  });

  it('stand all steps of a form in steps', async () => {
    const page = await open('steps');
    const paper = await print(page);
    const labels = await labelsOf(page);
    await page.close();
    expect(labels).to.have.length.above(10);
    expect(labels.filter((each) => !paper.includes(each))).to.deep.equal([]);
  });

  it('stands a form of 300 questions with those that were not laid out on the screen', async () => {
    const page = await open('long');
    const paper = await print(page);
    await page.close();
    const asked = longPosting.form.sections.flatMap(({ fields }) => fields.map(({ label }) => drawnLetters(label)));
    expect(asked.filter((label) => !paper.includes(label))).to.deep.equal([]);
  });

  it('begins the receipt on a page of its own, after the posting that it is for', async () => {
    const page = await open('short');
    await page.$eval('job-application', async (element) => {
      element.addEventListener('job-application-submit', (event) => {
        const stored = new Response('{"id":"A-42"}', { status: 201, headers: { 'Content-Type': 'application/json' } });
        (event as Event & { respondWith(response: Promise<Response>): void }).respondWith(Promise.resolve(stored));
      });
      await (element as HTMLElement & { submit(): Promise<unknown> }).submit();
    });
    await page.waitForFunction(() => document.querySelector('job-application')?.matches(':state(sent)'));
    const pages = pdfPages(await page.pdf({ format: 'A4' }));
    await page.close();
    expect(pages).to.have.lengthOf(2);
    expect(pages[0]).to.contain('Ashortform');
    expect(pages[1]).to.match(/^Applicationsent.*A42/);
  });

  it('stands nothing that is only to be pressed', async () => {
    const page = await open('form');
    await page.emulateMediaType('print');
    const shown = await page.$eval('job-application', (element) =>
      [...(element.shadowRoot?.querySelectorAll('button') ?? [])]
        .filter((each) => each.checkVisibility())
        .map((each) => each.textContent.trim()),
    );
    await page.close();
    expect(shown).to.deep.equal([]);
  });

  async function open(name: string): Promise<Page> {
    const { page } = await openTab(browser);
    await page.setViewport({ width: 768, height: 800 });
    await page.goto(`${server.origin}/${name}.html`);
    await untilDrawn(page);
    return page;
  }
});

async function print(page: Page): Promise<string> {
  return pdfText(await page.pdf({ format: 'A4' }));
}

/** What the posting says and the form asks, a paragraph or label at a time. */
async function wordsOf(page: Page): Promise<string[]> {
  const texts = await page.$eval('job-application', (element) =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('h1, h2, h3, dt, dd, .rich p, .rich li, .hint') ?? [])]
      .filter(
        (each) => !each.closest('.file-actions, .visually-hidden') && !each.querySelector('p, li, .visually-hidden'),
      )
      .map((each) => each.textContent),
  );
  return [...texts.map((text) => drawnLetters(text)).filter(Boolean), ...(await labelsOf(page))];
}

/** Also of those that are out of sight. */
async function labelsOf(page: Page): Promise<string[]> {
  const texts = await page.$eval('job-application', (element) =>
    [...(element.shadowRoot?.querySelectorAll('[part~=field] [part~=label]') ?? [])].map((each) => {
      const copy = each.cloneNode(true) as Element;
      copy.querySelectorAll('.visually-hidden').forEach((hidden) => hidden.remove());
      return copy.textContent;
    }),
  );
  return texts.map((text) => drawnLetters(text)).filter(Boolean);
}
