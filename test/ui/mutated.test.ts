import { expect } from '@open-wc/testing';
import { PostingError } from '../../src/index.js';
import fieldTypes from '../../demo/postings/field-types.json' with { type: 'json' };
import lensMaker from '../../demo/postings/lens-maker.json' with { type: 'json' };
import student from '../../demo/postings/werkstudent-optik.json' with { type: 'json' };
import scientist from '../../demo/postings/instrument-scientist.json' with { type: 'json' };
import { mutated } from '../support/mutations.js';
import { seededRandom } from '../support/seeded-random.js';
import { draw, part } from './support/element.js';

/** Of each posting. */
const runs = 60;
const seed = 20261123;

describe(`a posting that was changed at random (seed ${seed})`, () => {
  // Each refusal is told there, and here is what is asked for.
  const { error, warn } = console;
  before(() => Object.assign(console, { error: () => undefined, warn: () => undefined }));
  after(() => Object.assign(console, { error, warn }));

  for (const [name, posting] of Object.entries({ fieldTypes, lensMaker, student, scientist })) {
    it(`is drawn and judged, or refused with what was expected: ${name}`, async function () {
      this.timeout(60_000);
      const random = seededRandom(seed);
      let drawn = 0;
      for (let run = 0; run < runs; run++) {
        const json = mutated(posting, random);
        const about = `run ${run}: ${JSON.stringify(json).slice(0, 2_000)}`;
        try {
          const element = await draw(json, run % 3 === 0 ? { layout: 'steps' } : {});
          element.validate();
          await element.updateComplete;
          expect(part(element, 'form')?.textContent, about).not.to.match(/\[object |undefined|NaN/);
          drawn++;
        } catch (error) {
          expect(error, `${String(error)} in ${about}`).to.be.instanceOf(PostingError);
        }
      }
      expect(drawn).to.be.within(1, runs - 1);
    });
  }
});
