import { expect } from 'chai';
import { engines } from '../support/hostile-browsers.js';
import { corpora, readCorpus } from '../support/hostile-payloads.js';
import { policies, startHostileSite, visit, type Damage, type PolicyName } from '../support/hostile-visit.js';

/** Drawn at once: the form of as many has some thousand controls. */
const batchSize = 50;

/** Thousands of payloads that others have collected, each in every place of a posting; it takes a while, so it is run on demand. */
describe('hostile words that others have collected', function () {
  this.timeout(3_600_000);

  before(function () {
    if (corpora !== undefined) return;
    console.log('    Skipped: CORPORA names no folder with xss/payloads.json.');
    this.skip();
  });

  for (const { name, launch } of engines) {
    for (const policy of Object.keys(policies) as PolicyName[]) {
      it(`do nothing in ${name}, with ${policy} content security policy`, async function () {
        if (!launch) {
          console.log(`    Skipped: ${name} is not installed.`);
          return this.skip();
        }
        const payloads = readCorpus<{ payload: string }[]>('xss/payloads.json').map(({ payload }) => payload);
        expect(payloads).to.have.length.above(4_000);
        const [browser, site] = await Promise.all([launch(), startHostileSite(policy)]);
        const harmed: { from: number; damage: Damage }[] = [];
        try {
          for (let from = 0; from < payloads.length; from += batchSize) {
            const damage = await visit(browser, site.origin, payloads.slice(from, from + batchSize));
            if (Object.values(damage).some((found) => (found as readonly string[]).length > 0))
              harmed.push({ from, damage });
          }
        } finally {
          await browser.close();
          await site.close();
        }
        expect(harmed).to.deep.equal([]);
      });
    }
  }
});
