import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { busyPosting, comeAndGo, footprint, type Embedding, type Footprint } from '../support/come-and-go.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

/** Everything that a page can turn on and an applicant can set off, in parts and all together. */
const embeddings: readonly (Embedding & { readonly name: string; readonly times: number })[] = [
  { name: 'with nothing turned on', times: 1_000, attributes: { draft: 'off' }, deeds: [] },
  {
    name: 'with everything turned on',
    times: 60,
    attributes: {
      draft: 'device',
      layout: 'steps',
      'step-history': '',
      'json-ld': '',
      prefill: '',
      captcha: 'own',
      action: '/applications.json',
    },
    deeds: ['type', 'choose-file', 'step', 'search', 'ask-places', 'add-entry', 'judge'],
  },
  {
    name: 'while its posting is on its way',
    times: 100,
    attributes: { draft: 'device', src: '/posting.json' },
    deeds: [],
  },
  { name: 'with a draft in the tab', times: 100, attributes: { draft: 'session' }, deeds: ['type', 'choose-file'] },
  { name: 'with a draft on the device', times: 60, attributes: { draft: 'device' }, deeds: ['type', 'choose-file'] },
  {
    name: 'with steps in the history',
    times: 100,
    attributes: { draft: 'off', layout: 'steps', 'step-history': '' },
    deeds: ['step'],
  },
  {
    name: 'with what is open, added and chosen in it',
    times: 100,
    attributes: { draft: 'off' },
    deeds: ['choose-file', 'add-entry', 'judge', 'search'],
  },
  { name: 'with places in view', times: 10, attributes: { draft: 'off' }, deeds: ['ask-places', 'see-places'] },
  {
    name: 'while an application is on its way',
    times: 100,
    attributes: { draft: 'session', captcha: 'own', action: '/applications.json' },
    deeds: ['type', 'begin-sending'],
  },
  {
    name: 'with its receipt',
    times: 100,
    attributes: { draft: 'session', captcha: 'own', 'json-ld': '', action: '/applications.json' },
    deeds: ['type', 'send'],
  },
];

describe('taken out of the page, the element leaves nothing behind', function () {
  this.timeout(180_000);
  let browser: Browser;
  let site: StaticServer;

  before(async () => {
    [browser, site] = await Promise.all([
      launchBrowser(),
      startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
        pages: {
          '/posting.json': JSON.stringify(busyPosting),
          '/applications.json': '{ "id": "1" }',
          '/places.json': '[{ "text": "Leeds", "latitude": 53.8, "longitude": -1.55 }]',
          '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guest</title>
            <script type="module" src="/dist/job-application.js"></script></html>`,
        },
      }),
    ]);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const { name, times, ...embedding } of embeddings) {
    it(`${name}, ${times} times`, async () => {
      const { page, errors } = await openTab(browser);
      await page.goto(`${site.origin}/?full_name=Zo%C3%AB`);
      const session = await page.createCDPSession();
      let before: Footprint = { listeners: 0, nodes: 0, heapBytes: 0 };
      // The first ones bring the code, and each template that is drawn is kept; some only once there is a draft.
      for (let round = 0; round < 2; round += 1) {
        await page.evaluate(comeAndGo, busyPosting, embedding, Math.min(times / 5, 20));
        before = await footprint(session);
      }
      await page.evaluate(comeAndGo, busyPosting, embedding, times);
      const after = await footprint(session);
      await page.close();
      const grown = (key: keyof typeof after): number => after[key] - before[key];
      expect(errors).to.deep.equal([]);
      expect(grown('listeners'), 'listeners').to.be.below(10);
      expect(grown('nodes'), 'nodes').to.be.below(20);
      // What engines keep of compiled code and maps of their own; a form is some 100 kB.
      expect(grown('heapBytes'), 'bytes').to.be.below(1_000_000);
    });
  }
});
