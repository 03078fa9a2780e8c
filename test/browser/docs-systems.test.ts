import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { startRelay, startSystem, untilRelay, type SystemName } from '../support/relay.js';
import { stored } from '../support/received.js';
import { startStaticServer } from '../support/static-server.js';
import { untilState } from '../support/until-state.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync('stories/guide/systems.md', 'utf8');

const guides = text
  .split(/^## /m)
  .slice(1)
  .map((guide) => ({
    name: (/^From (\w+)/.exec(guide)?.[1] ?? '').toLowerCase(),
    html: /^```html\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '',
    settings: Object.fromEntries(
      [...(/^```sh\n(.*)$/m.exec(guide)?.[1] ?? '').matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name = '', value]) => [
        name,
        value,
      ]),
    ),
  }));

/** What a site would have at the addresses of its own. */
const files: Readonly<Record<string, string>> = {
  workable: 'workable-form',
  recruitee: 'recruitee-offer',
  smartrecruiters: 'smartrecruiters-posting',
};

describe('the guides from other systems', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });

  after(() => browser.close());

  it('are six', () => {
    expect(guides.map(({ name }) => name)).to.deep.equal(['greenhouse', 'lever', 'ashby', ...Object.keys(files)]);
  });

  for (const { name, html, settings } of guides) {
    it(`draw the form of ${name} with their lines`, async () => {
      const isRelayed = 'RELAY' in settings;
      expect(isRelayed).to.equal(!(name in files));
      const pages: Record<string, string> = {};
      const site = await startStaticServer(root, { pages });
      const system = isRelayed ? await startSystem(name as SystemName) : undefined;
      const receiver =
        system &&
        (await startRelay(name as SystemName, system, {
          env: {
            RELAY: settings['RELAY'] ?? '',
            RELAY_BOARD: settings['RELAY_BOARD'] ?? '',
            ALLOWED_ORIGINS: site.origin,
          },
        }));
      try {
        const lines = html
          .replaceAll('https://apply.example.org', receiver?.origin ?? '')
          .replaceAll('/assets/', '/dist/');
        pages['/guide.html'] =
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guide</title>${lines}</html>`;
        const json = files[name];
        if (json) pages[`/jobs/${name}.json`] = readFileSync(`demo/postings/systems/${json}.json`, 'utf8');
        const { page } = await openTab(browser);
        await page.goto(`${site.origin}/guide.html`);
        await untilState(page, 'ready');
        const found = await page.evaluate(() => document.querySelector('job-application')?.validate().length);
        expect(found).to.be.above(1);
        if (receiver && name === 'lever') {
          await page.locator('::-p-aria([name="Full name"])').fill('Zoë Łukasiewicz');
          await page.locator('::-p-aria([name="Email"])').fill('zoe@example.org');
          const given = await page.evaluate(() => document.querySelector('job-application')?.submit());
          expect(given?.status).to.equal('sent');
          const [application] = await stored(receiver);
          await untilRelay(receiver, application?.id ?? '', 'sent');
          expect(system.stored).to.have.length(1);
        }
        await page.close();
      } finally {
        await receiver?.stop();
        await system?.close();
        await site.close();
      }
    });
  }
});
