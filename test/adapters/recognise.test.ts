import { expect } from 'chai';
import { recognise } from '../../src/adapters/recognise.js';
import closed from '../../demo/postings/closed.json' with { type: 'json' };
import fieldTypes from '../../demo/postings/field-types.json' with { type: 'json' };
import scientist from '../../demo/postings/instrument-scientist.json' with { type: 'json' };
import minimal from '../../demo/postings/minimal.json' with { type: 'json' };
import { needsRealPostings, realPostings } from './support.js';

describe('JSON', () => {
  it('that is a posting of ours is no system’s', () => {
    for (const json of [closed, fieldTypes, scientist, minimal, { title: 'Words alone' }])
      expect(recognise(json)).to.equal(undefined);
  });

  it('that is nothing known is no system’s', () => {
    for (const json of [
      undefined,
      null,
      5,
      'text',
      [],
      [[]],
      {},
      { jobs: [] },
      { questions: [] },
      { data: null },
      { error: 'Not found' },
    ]) {
      expect(recognise(json)).to.equal(undefined);
    }
  });

  describe('of real systems', function () {
    before(function () {
      needsRealPostings(this);
    });

    it('is recognised', async () => {
      for (const system of ['greenhouse', 'lever', 'ashby', 'workable', 'recruitee', 'smartrecruiters']) {
        for (const [file, json] of await realPostings(system)) {
          expect(recognise(json), file).to.equal(file.includes('submit-responses') ? undefined : system);
        }
      }
    });
  });
});
