import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { readApplication } from '../../src/form/read-application.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { startStaticServer, type Posted, type StaticServer } from '../support/static-server.js';

/** Pages as careers sites have them: old libraries, other people's styles, places where storage is refused. */

const posting = {
  id: 'lens-grinder',
  title: 'Lens grinder',
  form: {
    sections: [
      {
        fields: [
          { name: 'full_name', type: 'text', label: 'Full name', required: true },
          {
            name: 'tools',
            type: 'choice',
            label: 'Tools',
            multiple: true,
            options: ['Lathe', 'Saw', 'File'].map((label) => ({ value: label, label })),
          },
          { name: 'posts', type: 'repeat', label: 'Posts', fields: [{ name: 'place', type: 'text', label: 'Place' }] },
          { name: 'keep', type: 'consent', label: 'Keep', text: 'You may keep it.', version: '1' },
        ],
      },
    ],
  },
};
const answers = { full_name: 'Zoë O’Hara', tools: ['Lathe', 'File'], posts: [{ place: 'Leeds' }, { place: 'York' }] };

const script = '<script type="module" src="/dist/job-application.js"></script>';
const inline = `<script type="application/json">${JSON.stringify(posting)}</script>`;
const tag = (attributes = ''): string =>
  `<job-application src="/posting.json" action="/applications" enctype="application/json" ${attributes}></job-application>`;
const page = (head: string, body = tag()): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${head}${script}<body>${body}</body></html>`;

/** What was on the page before us, by what it is known for. */
const hosts: Readonly<Record<string, string>> = {
  'a library that gives every list and text a toJSON()': page(`<script>
    for (const of of [Array, String, Number, Boolean, Date])
      of.prototype.toJSON = function () { return 'by hand: ' + this.toString(); };
  </script>`),
  'a library that adds to Array, Function and String, for all to see': page(`<script>
    for (const of of [Array, Function, String])
      for (const name of ['each', 'first', 'size', 'options', 'showIf']) of.prototype[name] = function () { return this; };
  </script>`),
  'names of ours as globals and ids': page(
    '<script>var state = 1, answers = 2, form = 3, name = 4, status = 5, event = null, customElement = 7;</script>',
    `<form id="posting"><input name="submit"><input id="job-application" name="action"></form><a id="JSON"></a><a id="f0"></a>${tag()}`,
  ),
  'styles for everything': page(`<style>
    * { all: unset !important; animation: spin 1ms infinite !important }
    label, legend, input, button { display: none !important; pointer-events: none !important }
    job-application { display: block !important; pointer-events: auto !important }
    @keyframes spin { to { transform: rotate(1turn) } }
  </style>`),
  'another base for its addresses': `<!doctype html><html lang="en"><head><base href="/elsewhere/">${script}</head><body>${tag()}</body></html>`,
  quirks: `<html lang="en"><title>Host</title>${script}<body>${tag()}</body></html>`,
  'a form around it': page('', `<form action="/wrong" method="post"><input name="q" value="theirs">${tag()}</form>`),
  'a dialog around it': page('', `<dialog open>${tag()}</dialog>`),
  'a document from its own text': page('', `<iframe srcdoc="${page('').replaceAll('"', '&quot;')}"></iframe>`),
  'no storage': page(
    `<script>
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new DOMException('Refused', 'SecurityError'); } });
  </script>`,
    tag('draft="device" prefill'),
  ),
  'a sandbox': page('', '<iframe sandbox="allow-scripts allow-forms" src="/sandboxed.html"></iframe>'),
  'no randomness, and frozen prototypes': page(`<script>
    delete Crypto.prototype.randomUUID; Object.freeze(Object.prototype); Object.freeze(Array.prototype);
  </script>`),
  XHTML: `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Host</title>
    <script type="module" src="/dist/job-application.js"></script></head><body>${tag('steps-off=""')}</body></html>`,
};

describe('on a page that has', function () {
  this.timeout(60_000);
  let browser: Browser;
  let site: StaticServer;
  const posted: Posted[] = [];

  before(async () => {
    const names = Object.keys(hosts);
    const paths = names.map((name, index) => [`/host-${index}.${name === 'XHTML' ? 'xhtml' : 'html'}`, hosts[name]!]);
    [browser, site] = await Promise.all([
      launchBrowser(),
      startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
        headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
        pages: {
          ...Object.fromEntries(paths),
          '/posting.json': JSON.stringify(posting),
          '/sandboxed.html': page(
            '',
            tag('draft="device"')
              .replace('src="/posting.json"', '')
              .replace('enctype="application/json"', '')
              .replace('></', `>${inline}</`),
          ),
        },
        post: (request) => {
          posted.push(request);
          return Promise.resolve(Response.json({ id: 'A-1' }, { headers: { 'Access-Control-Allow-Origin': '*' } }));
        },
      }),
    ]);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [index, name] of Object.keys(hosts).entries()) {
    it(`${name}: it is read, filled in and sent, and what arrives is whole`, async () => {
      const { page: tab, errors } = await openTab(browser);
      await tab.goto(`${site.origin}/host-${index}.${name === 'XHTML' ? 'xhtml' : 'html'}`);
      const element = await elementIn(tab);
      await element.evaluate((each) => until(() => (each as Form).state === 'ready', 'ready'));
      await element.evaluate(async (each, given) => {
        const form = each as Form;
        form.fill(given);
        await form.updateComplete;
        form.shadowRoot!.querySelector<HTMLInputElement>('input[type=checkbox][name$=keep]')!.click();
        await form.submit();
      }, answers);
      expect(await element.evaluate((each) => (each as Form).state)).to.equal('sent');
      const arrived = await read(posted.at(-1)!);
      expect(arrived.posting).to.equal('lens-grinder');
      expect(arrived.answers).to.deep.include(answers);
      expect(arrived.consents[0]).to.include({ name: 'keep', given: true, text: 'You may keep it.', version: '1' });
      expect(errors).to.deep.equal([]);
      await tab.close();
    });
  }

  it('moved it about, nothing that was typed is lost', async () => {
    const { page: tab } = await openTab(browser);
    await tab.goto(`${site.origin}/host-${Object.keys(hosts).indexOf('quirks')}.html`);
    const element = await elementIn(tab);
    await element.evaluate((each) => until(() => (each as Form).state === 'ready', 'ready'));
    const kept = await element.evaluate(async (each, given) => {
      const form = each as Form;
      form.fill(given);
      for (let left = 5; left > 0; left--) {
        const place = document.body.appendChild(document.createElement('section'));
        place.append(form);
        await new Promise((resolve) => setTimeout(resolve));
      }
      return form.answers;
    }, answers);
    expect(kept).to.deep.include(answers);
    await tab.close();
  });
});

interface Arrived {
  readonly posting: string;
  readonly answers: object;
  readonly consents: readonly object[];
}

async function read({ contentType, body }: Posted): Promise<Arrived> {
  const response = new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } });
  if (contentType.startsWith('application/json')) return (await response.json()) as Arrived;
  return readApplication(parsePosting(posting), [...(await response.formData())]) as unknown as Arrived;
}

interface Form extends HTMLElement {
  readonly state: string;
  readonly answers: object;
  readonly updateComplete: Promise<unknown>;
  fill(answers: object): void;
  submit(): Promise<unknown>;
}

declare function until(condition: () => boolean, what: string): Promise<void>;

/** The element in the page, or in the first frame of it. */
async function elementIn(page: Page): Promise<ElementHandle> {
  const frame: Frame = (await page.$('iframe')) ? await (await page.$('iframe'))!.contentFrame() : page.mainFrame();
  await frame.waitForSelector('job-application');
  await frame.evaluate(() => {
    Object.assign(window, {
      until: async (condition: () => boolean, what: string) => {
        for (const start = performance.now(); !condition();) {
          if (performance.now() - start > 15_000) throw new Error(`never ${what}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      },
    });
  });
  return (await frame.$('job-application'))!;
}
