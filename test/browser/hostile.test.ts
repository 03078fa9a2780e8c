import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { engines } from '../support/hostile-browsers.js';
import { ownPayloads } from '../support/hostile-payloads.js';
import { inEveryText } from '../support/hostile-postings.js';
import {
  openHostilePage,
  policies,
  startHostileSite,
  unharmed,
  visit,
  type PolicyName,
  type Probe,
} from '../support/hostile-visit.js';
import type { StaticServer } from '../support/static-server.js';

const folder = fileURLToPath(new URL('../../demo/postings/systems/', import.meta.url));
const systems = readdirSync(folder).map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as unknown);

for (const { name, launch } of engines) {
  describe(`words of a hostile posting, in ${name}`, function () {
    this.timeout(60_000);
    let browser: Browser;
    const sites = new Map<PolicyName, StaticServer>();

    before(async function () {
      if (!launch) {
        console.log(`    Skipped: ${name} is not installed.`);
        this.skip();
      }
      browser = await launch();
      for (const policy of Object.keys(policies) as PolicyName[]) sites.set(policy, await startHostileSite(policy));
    });

    after(async () => {
      await browser?.close();
      for (const site of sites.values()) await site.close();
    });

    const originOf = (policy: PolicyName): string => sites.get(policy)?.origin ?? '';

    it('would be noticed if they ran, loaded something or drew a control', async () => {
      const { page, foreign } = await openHostilePage(browser, originOf('none'));
      const seen = await page.evaluate(async () => {
        const { probe } = window as unknown as {
          probe: { notes: { ran: string[] }; audit(root: unknown): string[]; polluted(): string[] };
        };
        const root = document.body.attachShadow({ mode: 'open' });
        root.innerHTML =
          '<img src="https://elsewhere.example/x.png" onerror="canary()"><div class="rich"><form id="f0"></form></div>';
        Object.assign(Object.prototype, { dirt: 1 });
        const polluted = probe.polluted();
        delete (Object.prototype as { dirt?: number }).dirt;
        while (probe.notes.ran.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        return { ran: probe.notes.ran, faults: probe.audit(root).length, polluted };
      });
      await page.close();
      expect(seen).to.deep.equal({ ran: ['canary()'], faults: 3, polluted: ['Object.prototype.dirt'] });
      expect(foreign).to.deep.equal(['https://elsewhere.example/x.png']);
    });

    for (const policy of Object.keys(policies) as PolicyName[]) {
      it(`run nothing, load nothing and draw no control, with ${policy} content security policy`, async () => {
        expect(await visit(browser, originOf(policy), ownPayloads)).to.deep.equal(unharmed);
      });
    }

    it('do no more in the JSON of other systems', async () => {
      const { page, foreign } = await openHostilePage(browser, originOf('strict'));
      // Each word stands in another place in each round.
      const rounds = [0, 7, 14, 21, 28, 35, 42].map((start) => [
        ...ownPayloads.slice(start),
        ...ownPayloads.slice(0, start),
      ]);
      const foreignPostings = rounds.flatMap((words) => systems.map((json) => inEveryText(json, words)));
      const { faults, drawn, ...rest } = await page.evaluate(drawForeign, foreignPostings);
      await page.close();
      expect(faults).to.deep.equal([]);
      expect(foreign).to.deep.equal([]);
      expect(rest).to.deep.equal({ ran: [], violations: [], polluted: [] });
      // Some can't be read any more, which is said; most can.
      expect(drawn).to.be.above(foreignPostings.length / 2);
    });
  });
}

/** Runs in the page. */
async function drawForeign(
  postings: readonly unknown[],
): Promise<{ faults: string[]; drawn: number; ran: string[]; violations: string[]; polluted: string[] }> {
  const { probe } = window as unknown as { probe: Probe };
  const faults = new Set<string>();
  let drawn = 0;
  for (const posting of postings) {
    const { element, drawn: isDrawn } = probe.embed(posting);
    if ((await isDrawn) === '') drawn += 1;
    element.validate();
    await element.updateComplete;
    probe.audit(element.shadowRoot).forEach((fault) => faults.add(fault));
    element.remove();
  }
  return { faults: [...faults], drawn, ...probe.notes, polluted: probe.polluted() };
}
