import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { AdapterError } from '../../src/adapters/adapter-error.js';
import * as ashby from '../../src/adapters/ashby.js';
import * as greenhouse from '../../src/adapters/greenhouse.js';
import * as lever from '../../src/adapters/lever.js';
import { recognise } from '../../src/adapters/recognise.js';
import * as recruitee from '../../src/adapters/recruitee.js';
import * as schemaOrg from '../../src/adapters/schema-org.js';
import * as smartrecruiters from '../../src/adapters/smartrecruiters.js';
import * as workable from '../../src/adapters/workable.js';
import ashbyForm from '../../demo/postings/systems/ashby-posting-info.json' with { type: 'json' };
import greenhouseJob from '../../demo/postings/systems/greenhouse-job.json' with { type: 'json' };
import leverForm from '../../demo/postings/systems/lever-apply-form.json' with { type: 'json' };
import leverPosting from '../../demo/postings/systems/lever-posting.json' with { type: 'json' };
import recruiteeOffers from '../../demo/postings/systems/recruitee-offers.json' with { type: 'json' };
import schemaOrgJob from '../../demo/postings/systems/schema-org-job.json' with { type: 'json' };
import smartPosting from '../../demo/postings/systems/smartrecruiters-posting.json' with { type: 'json' };
import workableForm from '../../demo/postings/systems/workable-form.json' with { type: 'json' };
import { adapt, bodyOf, fullAnswers, payloadOf } from './support.js';

const examples: readonly (readonly [string, Adapter, unknown])[] = [
  ['greenhouse', greenhouse, greenhouseJob],
  ['lever, a posting', lever, leverPosting],
  ['lever, a form', lever, leverForm],
  ['ashby', ashby, ashbyForm],
  ['workable', workable, workableForm],
  ['recruitee', recruitee, recruiteeOffers],
  ['smartrecruiters', smartrecruiters, smartPosting],
  ['schema-org', schemaOrg, schemaOrgJob],
];

const intruders: readonly unknown[] = [null, -1, 'toString', { constructor: 1 }];

/** The JSON once for each place in it, with something else there, each time the next. */
function* damaged(json: unknown, next: () => unknown): Iterable<unknown> {
  if (typeof json !== 'object' || json === null) return;
  for (const key of Object.keys(json)) {
    const value = (json as Record<string, unknown>)[key];
    const put = (other: unknown): unknown =>
      Array.isArray(json)
        ? json.map((each: unknown, index) => (String(index) === key ? other : each))
        : { ...json, [key]: other };
    yield put(next());
    for (const inner of damaged(value, next)) yield put(inner);
  }
}

describe('JSON that is not as it should be', () => {
  for (const [name, adapter, json] of examples) {
    it(`from ${name} still makes a posting, which can be answered, or is refused in words`, function () {
      this.timeout(60_000);
      for (const first of [0, 1]) {
        let count = first;
        for (const each of damaged(json, () => intruders[count++ % intruders.length])) {
          recognise(each);
          try {
            const read = adapt(adapter, each);
            if (adapter.toPayload) payloadOf(adapter, read, fullAnswers(read.plan), 'application/json');
          } catch (error) {
            expect(error, String(error)).to.be.instanceOf(AdapterError);
          }
        }
      }
    });

    it(`as an answer to an application to ${name} breaks nothing`, () => {
      for (const body of [
        null,
        undefined,
        '',
        '<!doctype html>',
        5,
        [],
        [null],
        {},
        { errors: 5, error: {}, data: [], candidate: null },
      ]) {
        for (const status of [0, 200, 204, 302, 400, 422, 500])
          expect(() => adapter.readReply?.(status, body)).not.to.throw();
      }
    });
  }

  it('gives no name a meaning of its own', () => {
    const values = [
      { label: 'A', value: '__proto__' },
      { label: 'B', value: 'constructor' },
    ];
    const questions = ['constructor', 'toString', 'hasOwnProperty'].map((name) => ({
      label: name,
      fields: [{ name, type: 'multi_value_single_select', values }],
    }));
    const read = adapt(greenhouse, { title: 'Job', questions });
    expect(bodyOf(greenhouse, read, { toString: '__proto__', hasOwnProperty: 'constructor' })).to.deep.equal({
      toString: '__proto__',
      hasOwnProperty: 'constructor',
    });
  });
});
