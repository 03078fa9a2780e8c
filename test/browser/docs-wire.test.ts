import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { untilDrawn } from '../support/embedding.js';
import { startRecorder, type RecordedRequest } from '../support/request-recorder.js';
import { snippet, tablesUnder } from '../support/readme.js';
import { startReceiver } from '../support/receiver.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Described {
  readonly answers: Readonly<Record<string, unknown>> & {
    readonly cv: readonly { readonly name: string; readonly type: string; readonly content: string }[];
  };
}

const application = JSON.parse(snippet('json', 'application')) as Described;

describe('what README says of requests and answers', () => {
  let browser: Browser;
  let site: StaticServer;

  before(async () => {
    const page = (action: string, posting: string) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Snippet</title>
      <script type="module" src="/dist/job-application.js"></script>
      <job-application src="${posting}" action="${action}"></job-application></html>`;
    site = await startStaticServer(root, {
      pages: {
        '/readme.json': snippet('json', 'posting'),
        '/wire.html': page('', '/readme.json'),
        '/endpoint.html': page('', '/demo/postings/minimal.json'),
      },
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  it('lists the parts of a multipart request in their order', async () => {
    const { headers, body } = await sendAs('multipart/form-data');
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': headers['content-type'] ?? '' },
    }).formData();
    const sent = [...form].map(([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, `${value.name} (${value.type}, ${value.size} bytes)`],
    );
    const told = snippet('text', 'parts')
      .trim()
      .split('\n')
      .map((line) => (/^(\S+) +(.*)$/.exec(line) ?? []).slice(1));
    expect(sent.map(settle)).to.deep.equal(told.map(settle));
  });

  it('shows the body of a JSON request', async () => {
    const { body } = await sendAs('application/json');
    expect(settled(JSON.parse(body.toString()))).to.deep.equal(settled(application));
  });

  it('has an endpoint that judges, confirms, and confirms a repetition likewise', async () => {
    const endpoint = await startEndpoint(site.origin);
    try {
      const send = (email: string, key: string) => {
        const body = new FormData();
        body.append('_idempotency_key', key);
        body.append('_locale', 'de');
        body.append('email', email);
        return fetch(endpoint.url, { method: 'POST', body });
      };
      const refused = await send('no address', 'a');
      expect(refused.status).to.equal(422);
      expect(await refused.json())
        .to.have.nested.property('errors[0].detail')
        .that.includes('E-Mail-Adresse');
      const first: unknown = await (await send('applicant@example.org', 'b')).json();
      expect(first).to.have.property('message', 'Thank you.');
      expect(await (await send('applicant@example.org', 'b')).json()).to.deep.equal(first);
      expect(await (await send('applicant@example.org', 'c')).json()).not.to.deep.equal(first);
      expect((await fetch(endpoint.url, { method: 'POST', body: 'no form' })).status).to.equal(400);
    } finally {
      await endpoint.stop();
    }
  });

  it('has an endpoint that a page can send to', async () => {
    const endpoint = await startEndpoint(site.origin);
    const { page } = await openTab(browser);
    await page.goto(`${site.origin}/endpoint.html`);
    await untilDrawn(page);
    const result = await page.$eval(
      'job-application',
      (element, url) => {
        element.action = url;
        element.fill({ email: 'applicant@example.org' });
        return element.submit();
      },
      endpoint.url,
    );
    expect(result).to.have.nested.property('receipt.message', 'Thank you.');
    await page.close();
    await endpoint.stop();
  });

  it('lists routes that the receiver has', async () => {
    const receiver = await startReceiver();
    const paths = tablesUnder('The receiver')
      .flat()
      .flatMap((cell) => [...cell.matchAll(/`(?:GET )?(\/[\w./-]*)`/g)].map(([, path = '']) => path))
      .filter((path) => !/[A-Z]|\/dist\/$/.test(path));
    expect(paths).to.include.members(['/', '/applications', '/two.html']);
    for (const path of paths) expect((await fetch(receiver.origin + path)).status, path).to.equal(200);
    await receiver.stop();
  });

  /** Sends the application of README's posting to an endpoint that keeps the request as it came. */
  async function sendAs(enctype: 'multipart/form-data' | 'application/json'): Promise<RecordedRequest> {
    const recorder = await startRecorder();
    const { page } = await openTab(browser);
    await page.goto(`${site.origin}/wire.html`);
    await untilDrawn(page);
    const result = await page.$eval(
      'job-application',
      (element, { url, enctype, answers }) => {
        const cv = answers.cv.map(({ name, type, content }) => new File([atob(content)], name, { type }));
        Object.assign(element, { action: url, enctype });
        element.fill({ ...answers, cv });
        // Only the applicant gives a consent.
        element.shadowRoot?.querySelector<HTMLElement>('[name=f-keep]')?.click();
        return element.submit();
      },
      { url: recorder.url, enctype, answers: application.answers },
    );
    expect(result.status).to.equal('sent');
    await page.close();
    recorder.close();
    return recorder.only();
  }
});

/** What differs between two applications alike: keys, moments, durations. */
function settled(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) =>
      ['idempotencyKey', 'at', 'elapsedMs'].includes(key) ? typeof each : each,
    ),
  );
}

function settle([name = '', value = '']: readonly string[]): readonly unknown[] {
  if (name === '_idempotency_key') return [name, /^[0-9a-f-]{36}$/.test(value)];
  return /^[[{]/.test(value) ? [name, settled(JSON.parse(value))] : [name, value];
}

/** Runs README's endpoint as it stands, from the root of the repository. */
async function startEndpoint(careersSite: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--input-type=module'], {
    cwd: root,
    env: { ...process.env, PORT: '0', CAREERS_SITE: careersSite },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  child.stdin.end(snippet('js', 'endpoint'));
  const [line] = (await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data'),
    closed.then(() => Promise.reject(new Error('The endpoint ended.'))),
  ])) as [string];
  return {
    url: line.trim().replace('Listening on ', ''),
    stop: async () => {
      child.kill();
      await closed;
    },
  };
}
