import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { bundleSnippet } from '../support/bundle-snippet.js';
import { snippet, snippetsOf } from '../support/readme.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilInside } from '../support/until-inside.js';
import { untilState } from '../support/until-state.js';

/** As README gives it to a server: the name, a colon, the value. */
const policy = snippet('http', '')
  .trim()
  .replace(/^Content-Security-Policy: /, '');

const script = '<script type="module" src="/dist/job-application.js"></script>';
const minimal = `${script}<job-application src="/postings/minimal.json" action="/applications"></job-application>`;

describe('what README shows, in a browser', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    receiver = await startReceiver();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  it('is the policy that the receiver sends', async () => {
    const { headers } = await fetch(receiver.origin);
    expect(headers.get('Content-Security-Policy')).to.equal(policy);
  });

  for (const { text, line } of snippetsOf('html', 'page')) {
    it(`shows the form with the lines from ${line} on`, async () => {
      const { page, errors } = await open({ body: text });
      expect(await page.$('job-application >>> [type=submit]')).to.not.equal(null);
      expect(errors).to.deep.equal([]);
      await page.close();
    });
  }

  it('announces the chunk that draws the form, which is asked for once, together with the script', async () => {
    const module = `data:text/javascript,${encodeURIComponent(snippet('js', 'announce'))}`;
    const { announced } = (await import(module)) as { announced: () => Promise<string> };
    const link = await announced();
    expect((await fetch(receiver.origin)).headers.get('Link')).to.equal(link);
    expect((await fetch(`${receiver.origin}/thanks.html`)).headers.get('Link')).to.equal(null);
    const { page, errors } = await openTab(browser);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.push(new URL(request.url()).pathname);
    });
    await page.goto(receiver.origin);
    await untilState(page, 'ready');
    const chunk = /^<(.*)>/.exec(link)?.[1];
    expect(asked.slice(0, 2).toSorted()).to.deep.equal([chunk, '/dist/job-application.js']);
    expect(asked.filter((path) => path === chunk)).to.have.length(1);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('announces a posting in "src", which is asked for once', async () => {
    const preload = '<link rel="preload" as="fetch" crossorigin href="/postings/minimal.json">';
    const { page, errors } = await open({ body: `${preload}${minimal}` });
    const times = await page.evaluate(() => performance.getEntriesByName(`${origin}/postings/minimal.json`).length);
    expect(times).to.equal(1);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('shows the other way to apply until the script has run', async () => {
    const { page } = await openTab(browser);
    await page.setJavaScriptEnabled(false);
    await serve(page, { '/snippet.html': documentOf(snippetsOf('html', 'page')[0]?.text ?? '') });
    await page.goto(`${receiver.origin}/snippet.html`);
    expect(await page.$eval('job-application a', (link) => link.checkVisibility())).to.equal(true);
    await page.close();
  });

  it('tells a tag manager which questions give trouble', async () => {
    const { page } = await open({ body: minimal, module: snippet('js', 'analytics') });
    await page.$eval('job-application', (element) => {
      element.fill({ email: 'no address' });
      element.validate();
    });
    await page.waitForFunction(() => 'dataLayer' in window);
    expect(await page.evaluate(() => (window as unknown as { dataLayer: unknown }).dataLayer)).to.deep.equal([
      { event: 'application_invalid', fields: ['email'] },
    ]);
    await page.close();
  });

  it('tells a tag manager how far applicants come', async () => {
    const body = snippetsOf('html', 'page').find(({ text }) => text.includes('layout="steps"'))?.text ?? '';
    const { page } = await open({ body, module: snippet('js', 'steps') });
    await page.$eval('job-application', async (element) => {
      element.fill({ full_name: 'Example Applicant', email: 'applicant@example.org', needs_visa: false });
      await element.updateComplete;
      element.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();
    });
    await page.waitForFunction(() => 'dataLayer' in window);
    expect(await page.evaluate(() => (window as unknown as { dataLayer: unknown }).dataLayer)).to.deep.equal([
      { event: 'application_step', from: 'you', to: 'experience' },
    ]);
    await page.close();
  });

  it('sends by a request of the page’s own', async () => {
    const { page } = await open({
      body: minimal,
      module: snippet('js', 'own-request'),
      files: { '/api/candidates': '{ "id": "17" }' },
    });
    const requested = page.waitForRequest(`${receiver.origin}/api/candidates`);
    const result = await page.$eval('job-application', (element) => {
      element.fill({ email: 'applicant@example.org' });
      return element.submit();
    });
    expect(result).to.have.nested.property('receipt.id', '17');
    const body = JSON.parse((await requested).postData() ?? '') as Record<string, unknown>;
    expect(body).to.have.deep.property('candidate', { email: 'applicant@example.org' });
    expect(body['reference']).to.match(/^[0-9a-f-]{36}$/);
    await page.close();
  });

  it('styles the element', async () => {
    const { page } = await open({ body: `<link rel="stylesheet" href="/snippet.css">${minimal}` });
    const style = await page.$eval('job-application >>> [part~=submit]', (button) => {
      const { textTransform, backgroundColor, borderRadius } = getComputedStyle(button);
      return { textTransform, backgroundColor, borderRadius };
    });
    expect(style).to.deep.equal({
      textTransform: 'uppercase',
      backgroundColor: 'rgb(11, 92, 99)',
      borderRadius: '0px',
    });
    await page.$eval('job-application', (element) => {
      element.addEventListener('job-application-submit', (event) => event.respondWith(new Response('{}')));
      return element.submit();
    });
    await untilState(page, 'sent');
    const edge = await page.$eval('job-application', (element) => getComputedStyle(element).borderTopWidth);
    expect(edge).to.equal('4px');
    await page.close();
  });

  it('asks by a field type of one’s own', async () => {
    const posting = JSON.stringify({
      title: 'T',
      form: { sections: [{ fields: JSON.parse(snippet('json', 'own-fields')) as unknown }] },
    });
    const { page, errors } = await open({
      body: `${script}<job-application action="/applications">
        <script type="application/json">${posting}</script></job-application>`,
      module: await bundleSnippet(snippet('js', 'field-type')),
    });
    await untilInside(page, '[type=time]');
    const missing = await page.$eval('job-application', (element) => element.validate().map(({ code }) => code));
    expect(missing).to.deep.equal(['required']);
    await page.$eval('job-application >>> [type=time]', (control) => {
      (control as HTMLInputElement).value = '09:30';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(await page.$eval('job-application', ({ answers }) => answers)).to.deep.equal({ call_at: '09:30' });
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  for (const { subject, text } of snippetsOf('json').filter(({ subject }) => subject.startsWith('reply '))) {
    it(`reads the ${subject}`, async () => {
      const status = Number(subject.slice('reply '.length));
      const { page } = await open({ body: minimal });
      const seen = await page.$eval(
        'job-application',
        async (element, status, text) => {
          element.addEventListener('job-application-submit', (event) =>
            event.respondWith(new Response(text, { status, headers: { 'Content-Type': 'application/json' } })),
          );
          element.fill({ email: 'applicant@example.org' });
          await element.submit();
          await element.updateComplete;
          return { state: element.state, words: element.shadowRoot?.textContent };
        },
        status,
        text,
      );
      const reply = JSON.parse(text) as { message?: string; errors?: { detail: string }[] };
      expect(seen.state).to.equal(status < 300 ? 'sent' : 'invalid');
      expect(seen.words).to.include(reply.message ?? reply.errors?.[0]?.detail);
      await page.close();
    });
  }

  /** A page of the receiver's origin and policy, once its element has drawn a form. */
  async function open({ body, module = '', files = {} }: SnippetPage): Promise<Awaited<ReturnType<typeof openTab>>> {
    const tab = await openTab(browser);
    await serve(tab.page, {
      '/snippet.html': documentOf(`${body}${module && '<script type="module" src="/snippet.js"></script>'}`),
      '/snippet.js': module,
      '/snippet.css': snippet('css', ''),
      ...files,
    });
    await tab.page.goto(`${receiver.origin}/snippet.html`);
    await untilState(tab.page, 'ready');
    await tab.page.waitForNetworkIdle({ idleTime: 250 });
    return tab;
  }

  /** Puts files in front of those of the receiver. */
  async function serve(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      const file = origin === receiver.origin && Object.hasOwn(files, pathname) ? files[pathname] : undefined;
      if (pathname === '/favicon.ico') void request.respond({ status: 204 });
      else if (file === undefined) void request.continue();
      else {
        const type = { html: 'text/html', css: 'text/css', js: 'text/javascript' }[pathname.split('.')[1] ?? ''];
        const headers = { 'Content-Security-Policy': policy };
        void request.respond({ body: file, contentType: type ?? 'application/json', headers });
      }
    });
  }
});

interface SnippetPage {
  readonly body: string;
  /** A module that the page loads after it. */
  readonly module?: string;
  /** By path. */
  readonly files?: Readonly<Record<string, string>>;
}

function documentOf(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Snippet</title><body>${body}</body></html>`;
}
