import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { startRecorder } from '../support/request-recorder.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilState } from '../support/until-state.js';

const posting = {
  title: 'Lens grinder',
  description: '<h2>Role</h2><p>Grind <a href="https://example.org/">lenses</a>.</p>',
  links: { privacyPolicy: 'https://example.org/privacy' },
  form: {
    sections: [
      {
        fields: [
          { name: 'full_name', type: 'text', label: 'Full name' },
          { name: 'letter', type: 'textarea', label: 'Letter', maxLength: 500 },
          { name: 'cv', type: 'file', label: 'CV' },
        ],
      },
    ],
  },
};

const script = '<script type="module" src="/dist/job-application.js"></script>';
const element = '<job-application src="/posting.json" action="/applications.json"></job-application>';

/** Writes down what the page has before our script comes, and who asks the document for something. */
const watch = `<script>
  window.before = new Set(Reflect.ownKeys(window));
  window.asked = [];
  for (const name of ['getElementById', 'getElementsByName', 'getElementsByTagName', 'write', 'execCommand']) {
    const real = Document.prototype[name];
    Document.prototype[name] = function (...values) { if (this === document) asked.push(name); return real.apply(this, values); };
  }
  Object.defineProperty(document, 'cookie', { get: () => (asked.push('cookie'), ''), set: () => asked.push('cookie=') });
</script>`;

const pageWith = (head: string, body = element): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guest</title>${head}<body>${body}</body></html>`;

describe('as a guest on another’s page, the element', function () {
  this.timeout(60_000);
  let browser: Browser;
  let site: StaticServer;

  before(async () => {
    [browser, site] = await Promise.all([
      launchBrowser(),
      startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
        headers: { 'Referrer-Policy': 'unsafe-url' },
        pages: {
          '/posting.json': JSON.stringify(posting),
          '/applications.json': '{ "id": "1" }',
          '/watched.html': pageWith(watch + script),
          '/styled.html': pageWith(
            `<style>p, h2, button, input, a, label { outline: 7px solid red; color: red !important } .button { float: right }</style>${script}`,
            `<p id="host" class="field button">Before</p>${element}<button class="button">After</button>`,
          ),
          '/plain.html': pageWith(script),
          '/twice.html': pageWith(`${script}<script type="module" src="/dist/job-application.js?again"></script>`),
          '/twenty.html': pageWith(script, element.repeat(20)),
          '/empty.html': pageWith(script, ''),
        },
      }),
    ]);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (path: string): Promise<Page> => {
    const { page } = await openTab(browser);
    await page.goto(site.origin + path);
    return page;
  };

  const send = async (page: Page): Promise<void> => {
    await untilState(page, 'ready');
    await page.locator('::-p-aria([name="Full name"])').fill('Zoë');
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'sent');
  };

  it('writes no global but the version marks of Lit and zod, and asks the document for nothing', async () => {
    const page = await open('/watched.html');
    await send(page);
    const seen = await page.evaluate(() => {
      const { before, asked } = window as unknown as { before: Set<PropertyKey>; asked: string[] };
      const added = Reflect.ownKeys(window).filter((key) => !before.has(key) && key !== 'before' && key !== 'asked');
      return { added: added.map(String).sort(), asked, storage: localStorage.length };
    });
    await page.close();
    expect(seen.asked).to.deep.equal([]);
    expect(seen.storage).to.equal(0);
    // What Lit and zod share with other copies of themselves on the page; and what drives the browser here.
    const known =
      /^(?:litPropertyMetadata|(?:litElement|litHtml|reactiveElement)Versions|__zod_global\w+|.*ariaQuerySelector.*)$/i;
    expect(seen.added.filter((name) => !known.test(name))).to.deep.equal([]);
  });

  it('takes no style from the page and gives it none', async () => {
    const page = await open('/styled.html');
    const looks = (): Promise<string[]> =>
      page.$$eval('#host, body > button, body, html', (all) =>
        all.map((each) =>
          [...getComputedStyle(each)].map((name) => getComputedStyle(each).getPropertyValue(name)).join(),
        ),
      );
    const before = await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]);
    const looksBefore = await looks();
    await send(page);
    const after = await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]);
    expect(after).to.deep.equal(before);
    const withoutHeight = (all: string[]): string[] => all.map((each) => each.replace(/[\d.]+px/g, ''));
    expect(withoutHeight(await looks())).to.deep.equal(withoutHeight(looksBefore));
    const outlines = await page.$$eval('job-application', ([each]) =>
      [...(each?.shadowRoot?.querySelectorAll('p, h2, button, input, a, label') ?? [])].map(
        (inner) => getComputedStyle(inner).outlineWidth,
      ),
    );
    await page.close();
    expect(outlines).to.have.length.above(5);
    expect(outlines).to.not.include('7px');
  });

  it('asks for nothing but its own parts, the posting and the endpoint', async () => {
    const { page } = await openTab(browser);
    const paths: string[] = [];
    page.on('request', (request) => {
      // The browser's own.
      if (!request.url().endsWith('/favicon.ico')) paths.push(request.url().replace(site.origin, ''));
    });
    await page.goto(`${site.origin}/plain.html`);
    await send(page);
    await page.close();
    const own = paths.filter((path) => /^\/dist\/(?:job-application|chunks\/[\w-]+)\.js$/.test(path));
    expect(paths.filter((path) => !own.includes(path)).sort()).to.deep.equal([
      '/applications.json',
      '/plain.html',
      '/posting.json',
    ]);
  });

  it('tells neither the posting’s server nor the endpoint on which page it stands', async () => {
    const [endpoint, source] = await Promise.all([startRecorder(), startPostingServer()]);
    const page = await open('/empty.html?secret=1');
    await page.evaluate(
      (src, action) => {
        const guest = document.createElement('job-application');
        Object.assign(guest, { src, action });
        document.body.append(guest);
      },
      source.url,
      endpoint.url,
    );
    await send(page);
    await page.close();
    endpoint.close();
    source.server.close();
    expect(endpoint.only().headers.referer).to.equal(`${site.origin}/`);
    expect(source.referrers).to.deep.equal([`${site.origin}/`]);
  });

  it('gives each link that opens a new tab no hold on this one', async () => {
    const page = await open('/plain.html');
    await untilState(page, 'ready');
    const links = await page.$eval('job-application', (each) =>
      [...(each.shadowRoot?.querySelectorAll('a[target]') ?? [])].map((link) => link.getAttribute('rel')),
    );
    await page.close();
    expect(links).to.have.length.above(1);
    expect(new Set(links)).to.deep.equal(new Set(['noopener noreferrer']));
  });

  it('works when its script is on the page twice, which is told', async () => {
    const { page, errors } = await openTab(browser);
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await page.goto(`${site.origin}/twice.html`);
    await send(page);
    await page.close();
    expect(errors).to.deep.equal([]);
    expect(told.filter((text) => text.includes('is registered already'))).to.have.length(1);
  });

  it('stands twenty times on one page, each with answers of its own', async () => {
    const page = await open('/twenty.html');
    await page.waitForFunction(() => document.querySelectorAll('job-application:state(ready)').length === 20);
    const answers = await page.$$eval('job-application', async (all) => {
      all.forEach((each, index) => (each as unknown as Filled).fill({ full_name: `Applicant ${index}` }));
      await (all[3] as unknown as Filled).submit();
      return all.map((each) => [(each as unknown as Filled).state, (each as unknown as Filled).answers['full_name']]);
    });
    await page.close();
    expect(answers).to.deep.equal(answers.map((_, index) => [index === 3 ? 'sent' : 'ready', `Applicant ${index}`]));
  });
});

interface Filled {
  readonly state: string;
  readonly answers: Record<string, unknown>;
  fill(answers: Record<string, unknown>): void;
  submit(): Promise<unknown>;
}

/** Serves the posting from an origin of its own, and writes down who sent the reader. */
async function startPostingServer(): Promise<{ url: string; referrers: (string | undefined)[]; server: Server }> {
  const referrers: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    referrers.push(request.headers.referer);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' });
    response.end(JSON.stringify(posting));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, referrers, server };
}
