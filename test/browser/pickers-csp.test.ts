import { expect } from 'chai';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { snippet } from '../support/readme.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilInside } from '../support/until-inside.js';

const link = 'https://dl.dropboxusercontent.com/1/view/abc/cv.pdf';

const dropbox = {
  'https://www.dropbox.com/static/api/2/dropins.js': `window.Dropbox = {
    choose: ({ success }) => success([{ name: 'cv.pdf', link: '${link}', bytes: 14 }]) };`,
  [link]: '%PDF-1.7\n%%EOF',
};

/** Each does to the page what the service's own script does: loads more of itself, frames, fetches and writes styles. */
const google = {
  'https://accounts.google.com/gsi/client': `
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = 'https://accounts.google.com/gsi/style';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://accounts.google.com/gsi/iframe';
    document.body.append(frame);
    window.google = Object.assign(window.google ?? {}, { accounts: { oauth2: {
      initTokenClient: ({ callback }) => ({
        async requestAccessToken() {
          await fetch('https://accounts.google.com/gsi/log');
          callback({ access_token: 'token-7' });
        } }) } } });`,
  'https://accounts.google.com/gsi/style': '',
  'https://accounts.google.com/gsi/iframe': '<!doctype html>',
  'https://accounts.google.com/gsi/log': '',
  'https://apis.google.com/js/api.js': `
    const rules = { createScriptURL: (url) => url };
    const policy = trustedTypes.createPolicy('gapi#gapi', rules);
    window.gapi = { load(name, { callback, onerror }) {
      const script = document.createElement('script');
      script.src = policy.createScriptURL('https://apis.google.com/_/scs/picker.js');
      script.onload = callback;
      script.onerror = onerror;
      document.head.append(script);
    } };`,
  'https://apis.google.com/_/scs/picker.js': `
    const html = trustedTypes.createPolicy('goog#html', { createHTML: (text) => text });
    class View { setIncludeFolders() { return this; } setSelectFolderEnabled() { return this; } }
    class Builder {
      setCallback(tell) { this.tell = tell; return this; }
      enableFeature() { return this; }
      build() { return { dispose() {}, setVisible: () => {
        const style = document.createElement('style');
        style.textContent = '.picker { position: fixed }';
        document.head.append(style);
        const dialog = document.createElement('div');
        dialog.innerHTML = html.createHTML('<img src="https://ssl.gstatic.com/docs/picker.png">');
        const frame = document.createElement('iframe');
        frame.src = 'https://docs.google.com/picker/v2/home';
        frame.onload = () => this.tell({ action: 'picked', docs: [
          { id: 'f1', name: 'cv.pdf', mimeType: 'application/pdf', sizeBytes: '14' }] });
        dialog.append(frame);
        const preview = document.createElement('iframe');
        preview.src = 'https://drive.google.com/preview';
        dialog.append(preview);
        document.body.append(dialog);
      } }; }
    }
    for (const name of ['addView', 'setOAuthToken', 'setDeveloperKey', 'setAppId', 'setOrigin', 'setLocale', 'setMaxItems'])
      Builder.prototype[name] = function () { return this; };
    window.google = Object.assign(window.google ?? {}, { picker: {
      DocsView: View, PickerBuilder: Builder, Feature: { MULTISELECT_ENABLED: 'm' } } });`,
  'https://ssl.gstatic.com/docs/picker.png': '',
  'https://docs.google.com/picker/v2/home': '<!doctype html>',
  'https://drive.google.com/preview': '<!doctype html>',
  'https://www.googleapis.com/drive/v3/files/f1?alt=media&supportsAllDrives=true': '%PDF-1.7\n%%EOF',
};

const services = [
  { name: 'Dropbox', source: 'dropbox', answers: dropbox },
  { name: 'Google Drive', source: 'google-drive', answers: google },
] as const;

/** What the element itself cannot do without. */
const elementNeeds = {
  dropbox: { 'its script': ' https://www.dropbox.com', 'its files': ' https://*.dropboxusercontent.com' },
  'google-drive': { 'its script': ' https://apis.google.com', 'its files': ' https://www.googleapis.com' },
} as const;

const keys = { 'dropbox-key': 'box-7', 'google-key': 'api-7', 'google-client-id': '1234-abc' };

describe('under the policy that README gives for it', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    [receiver, browser] = await Promise.all([startReceiver({ postings: {} }), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  for (const { name, source, answers } of services) {
    const policy = snippet('http', source)
      .trim()
      .replace(/^Content-Security-Policy: /, '');

    it(`${name} hands a file over without a violation, Trusted Types included`, async () => {
      const page = await open(policy, source, answers);
      await press(page, name);
      await untilInside(page, '.chosen');
      expect(await violations(page)).to.deep.equal([]);
      await page.close();
    });

    const needs = { ...elementNeeds[source], 'the Trusted Types policy of scripts': ' job-application-vendor' };
    for (const [what, missing] of Object.entries(needs)) {
      it(`${name} is said not to be had where the policy lacks ${what}`, async () => {
        const narrower = policy.replace(missing, '');
        expect(narrower).to.not.equal(policy);
        const page = await open(narrower, source, answers);
        await press(page, name);
        await untilInside(page, '.cloud-note.error');
        expect(await violations(page)).to.not.deep.equal([]);
        await page.close();
      });
    }

    it(`${name} needs every origin that the policy names`, () => {
      const named = [...policy.matchAll(/https:\/\/([\w*.-]+)/g)].map(([, host = '']) => host.replace('*.', ''));
      const asked = Object.keys(answers).map((url) => new URL(url).host);
      expect(named.filter((host) => !asked.some((each) => each.endsWith(host)))).to.deep.equal([]);
    });
  }

  /** A page under this policy that asks for files of this service, whose addresses answer as given. */
  async function open(csp: string, source: string, answers: Readonly<Record<string, string>>): Promise<Page> {
    const { page } = await openTab(browser);
    await page.evaluateOnNewDocument(() => {
      const found: string[] = [];
      Object.assign(window, { violations: found });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        found.push(`${effectiveDirective}: ${blockedURI}`),
      );
    });
    await page.setRequestInterception(true);
    page.on('request', (request) => void respond(request, csp, answers));
    await page.goto(`${receiver.origin}/blank`);
    await page.evaluate(
      (attributes, only) => {
        const element = document.createElement('job-application');
        for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
        const field = { type: 'file', name: 'cv', label: 'CV', accept: ['.pdf'], sources: ['device', only] };
        element.posting = { title: 'Lens polisher', form: { sections: [{ fields: [field] }] } };
        document.body.append(element);
      },
      { ...keys, action: '/applications' },
      source,
    );
    return page;
  }

  async function respond(request: HTTPRequest, csp: string, answers: Readonly<Record<string, string>>): Promise<void> {
    const url = request.url();
    if (url === `${receiver.origin}/blank`) {
      const headers = { 'Content-Security-Policy': csp };
      return request.respond({ contentType: 'text/html', headers, body: blank });
    }
    if (url.startsWith(receiver.origin)) return request.continue();
    const body = answers[url];
    if (body === undefined) return request.abort();
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };
    return request.respond({ headers, contentType: typeOf(request, body), body });
  }
});

const blank =
  '<!doctype html><html lang="en"><title>Lens polisher</title><body><script type="module" src="/dist/job-application.js"></script></body></html>';

function typeOf(request: HTTPRequest, body: string): string {
  if (request.resourceType() === 'script') return 'text/javascript';
  if (request.resourceType() === 'stylesheet') return 'text/css';
  return body.startsWith('%PDF') ? 'application/pdf' : 'text/html';
}

async function press(page: Page, words: string): Promise<void> {
  const button = await page.waitForFunction(
    (expected) =>
      [
        ...(document
          .querySelector('job-application')
          ?.shadowRoot?.querySelectorAll<HTMLElement>('.file-actions button') ?? []),
      ].find(({ textContent }) => textContent.trim().startsWith(expected)),
    {},
    words,
  );
  await (button.asElement() as Awaited<ReturnType<Page['$']>>)!.click();
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}
