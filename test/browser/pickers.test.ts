import { expect } from 'chai';
import type { Browser, ElementHandle, HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

const posting = {
  id: 'lens-polisher',
  title: 'Lens polisher',
  form: {
    sections: [
      {
        fields: [
          {
            type: 'file',
            name: 'cv',
            label: 'CV',
            accept: ['.pdf', '.txt'],
            maxBytes: 5000,
            sources: ['device', 'dropbox', 'google-drive'],
          },
        ],
      },
    ],
  },
};

const keys = {
  'dropbox-key': 'box-7',
  'google-key': 'api-7',
  'google-client-id': '1234-abc.apps.googleusercontent.com',
};

const dropins = 'https://www.dropbox.com/static/api/2/dropins.js';
const gapi = 'https://apis.google.com/js/api.js';
const gsi = 'https://accounts.google.com/gsi/client';
const link = 'https://dl.dropboxusercontent.com/1/view/abc/cv.pdf';
const driveFile = 'https://www.googleapis.com/drive/v3/files/f%2F1?alt=media&supportsAllDrives=true';
const driveExport = 'https://www.googleapis.com/drive/v3/files/doc/export?mimeType=application%2Fpdf';

/** What Dropbox's script leaves on a page: its Chooser does what the test says, and remembers how it was called. */
const dropbox = (behaviour: string): string => `
  const key = document.getElementById('dropboxjs').dataset.appKey;
  window.Dropbox = { appKey: key, choose(options) {
    (window.choices ??= []).push({ key: this.appKey, ...options });
    ${behaviour}
  } };`;

const chosen = (bytes: number, name = 'cv.pdf'): string =>
  dropbox(`options.success([${JSON.stringify({ id: 'id', name, link, bytes, icon: '', isDir: false })}])`);

/** What Google's two scripts leave: leave that is given or not, and a picker that does what the test says. */
const google = (picked: string, leave = "callback({ access_token: 'token-7' })"): Readonly<Record<string, string>> => ({
  [gsi]: `window.google = Object.assign(window.google ?? {}, { accounts: { oauth2: {
    initTokenClient: ({ client_id, scope, callback, error_callback }) => ({
      requestAccessToken() { (window.asked ??= []).push({ client_id, scope }); ${leave}; } }) } } });`,
  [gapi]: `window.gapi = { load: (name, { callback }) => {
    class View { setIncludeFolders() { return this; } setSelectFolderEnabled() { return this; } }
    class Builder {
      build() { return { setVisible: () => { (window.built ??= []).push(this.set); const tell = this.tell; ${picked} }, dispose() {} }; }
      setCallback(tell) { this.tell = tell; return this; }
      enableFeature() { return this; }
    }
    for (const name of ['addView', 'setOAuthToken', 'setDeveloperKey', 'setAppId', 'setOrigin', 'setLocale', 'setMaxItems'])
      Builder.prototype[name] = function (value) { (this.set ??= {})[name] = value; return this; };
    window.google = Object.assign(window.google ?? {}, { picker: {
      DocsView: View, PickerBuilder: Builder, Feature: { MULTISELECT_ENABLED: 'm' } } });
    setTimeout(callback);
  } };`,
});

const docs = (doc: object): string =>
  `tell({ action: 'loaded' }); tell({ action: 'picked', docs: [${JSON.stringify(doc)}] });`;

/** Bytes of every value, behind what a PDF begins with. */
const bytes = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from(Array.from({ length: 1024 }, (_, i) => i % 256)),
  Buffer.from('%%EOF'),
]);

interface Answer {
  readonly status?: number;
  readonly body?: Buffer;
  readonly contentType?: string;
  /** Answered once this is over. */
  readonly after?: Promise<void>;
}

interface Opened {
  readonly page: Page;
  readonly asked: { readonly url: string; readonly headers: Record<string, string> }[];
  readonly bodies: string[];
}

describe('a picker of a cloud', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    [receiver, browser] = await Promise.all([startReceiver({ postings: {} }), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  it('of Dropbox is loaded when its button is pressed, and what is picked arrives byte for byte', async () => {
    const { page, asked } = await open({ [dropins]: chosen(bytes.length), [link]: { body: bytes } });
    expect(asked).to.deep.equal([]);
    await press(page, 'Dropbox');
    await untilSaid(page, 'cv.pdf added');
    expect(await answered(page)).to.deep.equal({ name: 'cv.pdf', type: 'application/pdf', bytes: [...bytes] });
    expect(asked.map(({ url }) => url)).to.deep.equal([dropins, link]);
    const { cookie, referer = '', authorization } = asked[1]!.headers;
    expect([cookie, referer, authorization]).to.deep.equal([undefined, '', undefined]);
    expect(await page.evaluate('window.choices.map(({ success, cancel, ...rest }) => rest)')).to.deep.equal([
      {
        key: 'box-7',
        linkType: 'direct',
        multiselect: false,
        folderselect: false,
        extensions: ['.pdf', '.txt'],
        sizeLimit: 5000,
      },
    ]);
    expect(await focusedWords(page)).to.equal('Dropbox: CV');
    await page.close();
  });

  it('of Google Drive asks for leave to read what is picked alone, and what is picked arrives byte for byte', async () => {
    const { page, asked } = await open({
      ...google(docs({ id: 'f/1', name: 'cv.pdf', mimeType: 'application/pdf', sizeBytes: String(bytes.length) })),
      [driveFile]: { body: bytes },
    });
    await press(page, 'Google Drive');
    await untilSaid(page, 'cv.pdf added');
    expect((await answered(page))?.bytes).to.deep.equal([...bytes]);
    expect(asked.map(({ url }) => url)).to.have.members([gsi, gapi, driveFile]);
    expect(asked.find(({ url }) => url === driveFile)!.headers['authorization']).to.equal('Bearer token-7');
    expect(await page.evaluate('window.asked')).to.deep.equal([
      { client_id: keys['google-client-id'], scope: 'https://www.googleapis.com/auth/drive.file' },
    ]);
    const [built] = (await page.evaluate('window.built')) as Record<string, unknown>[];
    expect(built).to.include({ setOAuthToken: 'token-7', setDeveloperKey: 'api-7', setAppId: '1234', setMaxItems: 1 });
    expect(
      await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'),
    ).to.not.contain('token-7');
    await page.close();
  });

  it("of Google Drive hands over a document of Google's own as PDF", async () => {
    const { page } = await open({
      ...google(docs({ id: 'doc', name: 'My CV', mimeType: 'application/vnd.google-apps.document' })),
      [driveExport]: { body: bytes, contentType: 'application/pdf' },
    });
    await press(page, 'Google Drive');
    await untilSaid(page, 'My CV.pdf added');
    expect(await answered(page)).to.deep.equal({ name: 'My CV.pdf', type: 'application/pdf', bytes: [...bytes] });
    await page.close();
  });

  const closings: readonly { name: string; button: string; answers: Readonly<Record<string, string>> }[] = [
    { name: 'Dropbox that is closed', button: 'Dropbox', answers: { [dropins]: dropbox('options.cancel()') } },
    { name: 'Google Drive that is closed', button: 'Google Drive', answers: google("tell({ action: 'cancel' })") },
    {
      name: 'Google Drive whose question is closed',
      button: 'Google Drive',
      answers: google('', "error_callback({ type: 'popup_closed' })"),
    },
    {
      name: 'Google Drive that is refused leave',
      button: 'Google Drive',
      answers: google('', "callback({ error: 'access_denied' })"),
    },
  ];
  for (const { name, button, answers } of closings) {
    it(`of ${name} leaves everything as it was, and says nothing of it`, async () => {
      const { page } = await open(answers);
      await choose(page, 'before.txt');
      await press(page, button);
      await page.waitForFunction('window.choices || window.asked');
      await page.waitForFunction(
        () => !document.querySelector('job-application')!.shadowRoot!.querySelector('.cloud-note'),
      );
      expect((await answered(page))?.name).to.equal('before.txt');
      expect(await focusedWords(page)).to.equal(`${button}: CV`);
      await page.close();
    });
  }

  const failures: readonly {
    name: string;
    button: string;
    answers: Readonly<Record<string, string | Answer>>;
    says: string;
  }[] = [
    { name: 'Dropbox that a blocker keeps out', button: 'Dropbox', answers: {}, says: 'Dropbox could not be opened' },
    {
      name: 'Google Drive that a blocker keeps out',
      button: 'Google Drive',
      answers: {},
      says: 'Google Drive could not be opened',
    },
    {
      name: 'Dropbox that gives something else than files',
      button: 'Dropbox',
      answers: { [dropins]: dropbox("options.success('cv.pdf')") },
      says: 'Dropbox could not be opened',
    },
    {
      name: 'Google Drive whose window is kept from opening',
      button: 'Google Drive',
      answers: google('', "error_callback({ type: 'popup_failed_to_open' })"),
      says: 'Google Drive could not be opened',
    },
    {
      name: 'Dropbox whose link has expired',
      button: 'Dropbox',
      answers: { [dropins]: chosen(bytes.length), [link]: { status: 410 } },
      says: 'Dropbox did not hand over cv.pdf',
    },
    {
      name: 'Dropbox with a file that is too large',
      button: 'Dropbox',
      answers: { [dropins]: chosen(5001) },
      says: 'cv.pdf: not added. It is larger than',
    },
    {
      name: 'Dropbox with a file that is larger than it was said to be',
      button: 'Dropbox',
      answers: { [dropins]: chosen(10), [link]: { body: Buffer.alloc(5001, 'x') } },
      says: 'cv.pdf: not added. It is larger than',
    },
    {
      name: 'Dropbox with a file of another type',
      button: 'Dropbox',
      answers: { [dropins]: chosen(10, 'cv.exe') },
      says: 'cv.exe: not added. Choose a file of the type',
    },
    {
      name: 'Dropbox with a file that is not what its name says',
      button: 'Dropbox',
      answers: { [dropins]: chosen(4), [link]: { body: Buffer.from('GIF89a') } },
      says: 'cv.pdf: not added. Its name says PDF',
    },
  ];
  for (const { name, button, answers, says } of failures) {
    it(`of ${name} leaves everything as it was, and says why`, async () => {
      const { page } = await open(answers);
      await choose(page, 'before.txt');
      await press(page, button);
      await untilSaid(page, says);
      expect((await answered(page))?.name).to.equal('before.txt');
      expect(await focusedWords(page)).to.equal(`${button}: CV`);
      await page.close();
    });
  }

  it('that a blocker kept out opens with the next press, once it is let in', async () => {
    const answers: Record<string, string | Answer> = { [link]: { body: bytes } };
    const { page } = await open(answers);
    await press(page, 'Dropbox');
    await untilSaid(page, 'Dropbox could not be opened');
    answers[dropins] = chosen(bytes.length);
    await press(page, 'Dropbox');
    await untilSaid(page, 'cv.pdf added');
    await page.close();
  });

  it('whose script came too late for a window asks for another press', async () => {
    const { page, asked } = await open({ [dropins]: chosen(bytes.length), [link]: { body: bytes } });
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive: false } });
    });
    await press(page, 'Dropbox');
    await untilSaid(page, 'Dropbox is ready. Press the button once more.');
    expect(await page.evaluate('window.choices')).to.equal(undefined);
    await press(page, 'Dropbox');
    await untilSaid(page, 'cv.pdf added');
    expect(asked.filter(({ url }) => url === dropins)).to.have.length(1);
    await page.close();
  });

  it('holds the application back until the picked file is here', async () => {
    let arrive: () => void = () => undefined;
    const after = new Promise<void>((resolve) => (arrive = resolve));
    const { page, bodies } = await open({ [dropins]: chosen(bytes.length), [link]: { body: bytes, after } });
    await press(page, 'Dropbox');
    await untilSaid(page, 'Getting cv.pdf from Dropbox');
    await page.locator('job-application >>> button[type=submit]').click();
    await untilSaid(page, 'as soon as the file is here');
    expect(bodies).to.deep.equal([]);
    arrive();
    await untilState(page, 'sent');
    expect(bodies).to.have.length(1);
    expect(bodies[0]).to.contain('filename="cv.pdf"');
    await page.close();
  });

  it('speaks for each of two elements with its own key, and loads its script once', async () => {
    const { page, asked } = await open({ [dropins]: chosen(bytes.length), [link]: { body: bytes } });
    await embed(page, { ...keys, 'dropbox-key': 'box-8' });
    for (const index of [0, 1]) {
      await press(page, 'Dropbox', index);
      await untilSaid(page, 'cv.pdf added', index);
    }
    expect(asked.filter(({ url }) => url === dropins)).to.have.length(1);
    expect(await page.evaluate('window.choices.map(({ key }) => key)')).to.deep.equal(['box-7', 'box-8']);
    await page.close();
  });

  it('stands behind Trusted Types and a policy that names the service alone', async () => {
    const { page } = await open({ [dropins]: chosen(bytes.length), [link]: { body: bytes } }, keys, policy);
    await press(page, 'Dropbox');
    await untilSaid(page, 'cv.pdf added');
    await page.close();
  });

  const policy = [
    "default-src 'none'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'",
    "script-src 'self' https://www.dropbox.com",
    "connect-src 'self' https://*.dropboxusercontent.com",
    "trusted-types lit-html dompurify job-application job-application-vendor 'allow-duplicates'",
  ].join('; ');

  /** A page whose requests to services are answered by stand-ins, or blocked. */
  async function open(
    answers: Readonly<Record<string, string | Answer>>,
    attributes: Readonly<Record<string, string>> = keys,
    csp?: string,
  ): Promise<Opened> {
    const { page } = await openTab(browser);
    const asked: Opened['asked'] = [];
    const bodies: string[] = [];
    if (csp === undefined) await page.setBypassCSP(true);
    await page.setRequestInterception(true);
    const answer = async (request: HTTPRequest): Promise<void> => {
      const url = request.url();
      if (request.method() === 'POST') {
        bodies.push(Buffer.from((await request.fetchPostData()) ?? '', 'base64').toString('latin1'));
        return request.respond({ status: 204 });
      }
      if (url === `${receiver.origin}/blank`) {
        const headers = csp === undefined ? {} : { 'Content-Security-Policy': csp };
        return request.respond({ contentType: 'text/html', headers, body: blank });
      }
      if (url.startsWith(receiver.origin)) return request.continue();
      const given = answers[url];
      const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };
      if (request.method() === 'OPTIONS') return request.respond({ status: 204, headers: cors });
      if (given === undefined) return request.abort();
      asked.push({ url, headers: request.headers() });
      if (typeof given === 'string') return request.respond({ contentType: 'text/javascript', body: given });
      await given.after;
      const { status = 200, body = Buffer.alloc(0), contentType = 'application/pdf' } = given;
      return request.respond({ status, headers: cors, contentType, body });
    };
    page.on('request', (request) => void answer(request));
    await page.goto(`${receiver.origin}/blank`);
    await embed(page, attributes);
    return { page, asked, bodies };
  }
});

const blank =
  '<!doctype html><html lang="en"><title>Lens polisher</title><body><script type="module" src="/dist/job-application.js"></script></body></html>';

async function embed(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(
    (given, json) => {
      const element = document.createElement('job-application');
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      Object.assign(element, { posting: json });
      document.body.append(element);
    },
    { ...attributes, action: '/applications' },
    posting,
  );
  await untilState(page, 'ready', 'job-application:last-of-type');
}

async function elementAt(page: Page, index: number): Promise<ElementHandle> {
  return (await page.$$('job-application'))[index]!;
}

/** The services' buttons come with a chunk of their own, once the rest is drawn. */
async function press(page: Page, words: string, index = 0): Promise<void> {
  const button = await page.waitForFunction(
    (element, expected) =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('.file-actions button')].find(({ textContent }) =>
        textContent.trim().startsWith(expected),
      ),
    {},
    await elementAt(page, index),
    words,
  );
  await (button as ElementHandle<HTMLElement>).click();
}

/** A file from this device. */
async function choose(page: Page, name: string): Promise<void> {
  await page.$eval(
    'job-application >>> input[type=file]',
    (input, file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['here before'], file, { type: 'text/plain' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    },
    name,
  );
  await untilSaid(page, `${name} added`);
}

async function untilSaid(page: Page, words: string, index = 0): Promise<void> {
  await page.waitForFunction(
    (element, expected) =>
      [...element.shadowRoot!.querySelectorAll('p[role=status]')].some(({ textContent }) =>
        textContent.replaceAll('\u00a0', ' ').includes(expected),
      ),
    {},
    await elementAt(page, index),
    words,
  );
}

interface Answered {
  readonly name: string;
  readonly type: string;
  readonly bytes: number[];
}

async function answered(page: Page): Promise<Answered | undefined> {
  return page.$eval('job-application', async (element) => {
    const [file] = (element as unknown as { answers: { cv?: File[] } }).answers.cv ?? [];
    if (!file) return undefined;
    return { name: file.name, type: file.type, bytes: [...new Uint8Array(await file.arrayBuffer())] };
  });
}

async function focusedWords(page: Page): Promise<string | undefined> {
  return page.$eval('job-application', ({ shadowRoot }) =>
    shadowRoot?.activeElement?.textContent.replace(/\s+/g, ' ').trim(),
  );
}
