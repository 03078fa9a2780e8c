import { expect } from 'chai';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { send, stored } from '../support/received.js';
import { untilState } from '../support/until-state.js';
import type { ElementState } from '../../src/index.js';

const answers = { 'Full name': 'Zoë', Email: 'zoe@example.org', 'What would you do here?': 'Polish' };

type Attributes = Readonly<Record<string, string>>;

const posting = {
  id: 'lens-polisher',
  title: 'Lens polisher',
  form: { sections: [{ fields: [{ type: 'text', name: 'name', label: 'Name', required: true }] }] },
};

/**
 * What each service's script leaves on a page, as its documentation has it, drawn as a button that passes the check. Every
 * token says which one it is.
 */
const widget = (global: string, more = ''): string => `
  let tokens = 0, shown = '', tell;
  window.${global} = {
    render(container, options) {
      tell = options.callback;
      const button = document.createElement('button');
      button.textContent = 'Pass ' + options.sitekey;
      button.type = 'button';
      button.onclick = () => { shown = '${global}-' + (tokens += 1); tell(shown); };
      container.append(button);
      return 0;
    },
    getResponse: () => shown,
    reset() { shown = ''; },
    ${more}
  };`;

const standIns: readonly {
  name: string;
  script: string;
  origin: string;
  field: string;
  tokens: readonly string[];
  isAsked: boolean;
}[] = [
  {
    name: 'recaptcha-v2',
    script: widget('grecaptcha', 'ready: (run) => setTimeout(run)'),
    origin: 'https://www.google.com/recaptcha/api.js?render=explicit&hl=en',
    field: 'g-recaptcha-response',
    tokens: ['grecaptcha-1', 'grecaptcha-2'],
    isAsked: true,
  },
  {
    name: 'recaptcha-v3',
    script: `let tokens = 0; window.grecaptcha = {
      ready: (run) => setTimeout(run),
      execute: (key, { action }) => Promise.resolve([key, action, tokens += 1].join('-')) };`,
    origin: 'https://www.google.com/recaptcha/api.js?render=key-7',
    field: 'g-recaptcha-response',
    tokens: ['key-7-job_application-1', 'key-7-job_application-2'],
    isAsked: false,
  },
  {
    name: 'hcaptcha',
    script: widget('hcaptcha'),
    origin: 'https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=en',
    field: 'h-captcha-response',
    tokens: ['hcaptcha-1', 'hcaptcha-2'],
    isAsked: true,
  },
  {
    name: 'turnstile',
    script: widget('turnstile'),
    origin: 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
    field: 'cf-turnstile-response',
    tokens: ['turnstile-1', 'turnstile-2'],
    isAsked: true,
  },
];

describe('a captcha in a page', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    [receiver, browser] = await Promise.all([
      startReceiver({ postings: { 'lens-polisher': posting } }),
      launchBrowser(),
    ]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  for (const { name, script, origin, field, tokens, isAsked } of standIns) {
    it(`of ${name} is asked for on first focus, and each attempt has a token of its own`, async () => {
      const { page, asked, bodies } = await open(
        { captcha: name, 'captcha-key': 'key-7', action: '/applications' },
        {
          [origin]: script,
        },
      );
      expect(asked).to.deep.equal([]);
      await page.locator('job-application >>> input[name=f-name]').fill('Zoë');
      if (isAsked) {
        await submit(page, 'invalid');
        expect(bodies).to.deep.equal([]);
        await pass(page);
        await untilState(page, 'ready');
      }
      await submit(page, 'failed');
      if (isAsked) await pass(page);
      await submit(page, 'failed', 2, bodies);
      expect(asked).to.deep.equal([origin]);
      expect(bodies.map((body) => tokenIn(body, field))).to.deep.equal(tokens);
      await page.close();
    });
  }

  it('of a service that a blocker keeps out is told with what to do, and every answer stays', async () => {
    const { page, bodies } = await open({ captcha: 'turnstile', 'captcha-key': 'k', action: '/applications' }, {});
    await page.locator('job-application >>> input[name=f-name]').fill('Zoë');
    await submit(page, 'failed');
    const words = await page.$eval('job-application >>> [part~=status]', (each) => each.textContent);
    expect(words).to.contain('could not be loaded').and.contain('blocker');
    expect(await page.$eval('job-application >>> input[name=f-name]', (each) => each.value)).to.equal('Zoë');
    expect(bodies).to.deep.equal([]);
    await page.close();
  });

  it('of proof of work is done while the form is filled in, verified by the receiver, and loads nothing of others', async () => {
    const demo = await startReceiver({ env: { CAPTCHA: 'altcha' } });
    const without = new FormData();
    without.append('_posting', 'open-application');
    expect((await send(demo, without)).status).to.equal(403);
    const { page, errors } = await openTab(browser);
    const others: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(demo.origin)) others.push(request.url());
    });
    await page.goto(`${demo.origin}/attributes.html`);
    for (const [label, text] of Object.entries(answers)) {
      await page.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text);
    }
    const thanks = page.waitForNavigation();
    await page.locator('job-application >>> button[type=submit]').click();
    await thanks;
    expect(await stored(demo)).to.have.length(1);
    expect(others).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    await page.close();
    await demo.stop();
  });

  /** A page whose requests to services are answered by stand-ins, or blocked, and whose application is refused. */
  async function open(
    attributes: Attributes,
    scripts: Readonly<Record<string, string>>,
  ): Promise<{ page: Page; asked: string[]; bodies: string[] }> {
    const { page } = await openTab(browser);
    const asked: string[] = [];
    const bodies: string[] = [];
    // Scripts of the service are allowed, as its documentation asks for.
    await page.setBypassCSP(true);
    await page.setRequestInterception(true);
    const answer = async (request: HTTPRequest): Promise<void> => {
      const script = scripts[request.url()];
      if (request.url().startsWith(receiver.origin)) {
        if (request.method() !== 'POST') return request.continue();
        bodies.push(request.postData() ?? (await request.fetchPostData()) ?? '');
        return request.respond({ status: 400, contentType: 'application/json', body: '{"message":"No"}' });
      }
      if (script === undefined) return request.abort();
      asked.push(request.url());
      return request.respond({ contentType: 'text/javascript', body: script });
    };
    page.on('request', (request) => void answer(request));
    await page.goto(`${receiver.origin}/thanks.html`);
    await embed(page, attributes);
    return { page, asked, bodies };
  }

  async function embed(page: Page, attributes: Attributes): Promise<void> {
    await page.evaluate(
      (given, json) => {
        const element = document.createElement('job-application');
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
        Object.assign(element, { posting: json });
        document.body.append(element);
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '/dist/job-application.js';
        document.head.append(script);
      },
      attributes,
      posting,
    );
    await untilState(page, 'ready');
  }
});

/** Presses Submit and waits for what comes of it. Not by the mouse: what is said above moves the button meanwhile. */
async function submit(page: Page, state: ElementState, count = 0, bodies: readonly string[] = []): Promise<void> {
  await page.$eval('job-application >>> button[type=submit]', (button) => button.click());
  while (bodies.length < count) await page.waitForFunction(() => true, { polling: 'raf' });
  await untilState(page, state);
}

async function pass(page: Page): Promise<void> {
  const button = await page.waitForSelector('job-application [slot=captcha] button');
  await button?.evaluate((each) => each.click());
}

function tokenIn(body: string, field: string): string | undefined {
  return new RegExp(`name="${field}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1];
}
