import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import * as ashby from '../../src/adapters/ashby.js';
import * as greenhouse from '../../src/adapters/greenhouse.js';
import * as lever from '../../src/adapters/lever.js';
import * as recruitee from '../../src/adapters/recruitee.js';
import * as smartrecruiters from '../../src/adapters/smartrecruiters.js';
import * as workable from '../../src/adapters/workable.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { askedBy, type Asked } from './real-questions.js';
import {
  acceptedAnswers,
  adapt,
  needsRealPostings,
  payloadOf,
  realPostings,
  type Json,
  type ReadPosting,
} from './support.js';

const adapters: Readonly<Record<string, Adapter>> = { greenhouse, lever, ashby, workable, recruitee, smartrecruiters };

/** Every job of every real answer of a system, as the adapter reads it, with what it asks. */
async function realJobs(
  system: string,
): Promise<readonly { name: string; read: ReadPosting; asked: readonly Asked[] }[]> {
  const adapter = adapters[system] as Adapter;
  const files = (await realPostings(system)).filter(([file]) => !file.includes('submit-responses'));
  return files.flatMap(([file, json]) =>
    (askedBy[system]?.(json) ?? []).map(({ job, asked }) => ({
      name: `${file} ${job ?? ''}`,
      read: adapt(adapter, json, job === undefined ? {} : { job }),
      asked,
    })),
  );
}

describe('real postings', function () {
  before(function () {
    needsRealPostings(this);
  });

  for (const [system, adapter] of Object.entries(adapters)) {
    describe(`of ${system}`, () => {
      it('are asked whole: each question with its words, kind, options, and whether it is required', async () => {
        const jobs = await realJobs(system);
        expect(jobs).not.to.be.empty;
        for (const { name, read, asked } of jobs) {
          const fields: readonly (object & Json)[] = fieldsOf(read.posting).map((each) => ({ ...each }));
          for (const { label, required, options, kinds } of asked) {
            const field = fields.find((each) => each['label'] === label);
            expect(field, `${name}: ${label}`).to.exist;
            expect(kinds, `${name}: ${label}`).to.include(field?.['type']);
            expect(field?.['required'] ?? false, `${name}: ${label}`).to.equal(required);
            const given =
              field?.['type'] === 'boolean'
                ? []
                : ((field?.['options'] ?? []) as { label: string }[]).map((each) => each.label);
            if (field?.['type'] === 'boolean' && options.length > 0)
              expect(options, label).to.deep.equal(['Yes', 'No']);
            else expect(given, `${name}: ${label}`).to.deep.equal(options);
          }
        }
      });

      it('are answered whole: each answer under its documented name, with its type', async () => {
        for (const { name, read, asked } of await realJobs(system)) {
          const answers = acceptedAnswers(read);
          for (const enctype of ['multipart/form-data', 'application/json'] as const) {
            const payload = payloadOf(adapter, read, answers, enctype);
            for (const { label, inParts, inBody, values, isList } of asked) {
              if (payload.enctype === 'multipart/form-data') {
                const value = inParts?.(payload.parts.map((each) => [each.name, each.value]));
                if (inParts) expect(value, `${name}: ${label}`).to.exist;
                if (inParts && values) expect(values.map(String), `${name}: ${label}`).to.include(value);
              } else if (inBody) {
                const value = inBody(payload.body);
                expect(value, `${name}: ${label}`).to.exist;
                if (isList) expect(value, `${name}: ${label}`).to.be.an('array').with.length(1);
                if (values) expect(values, `${name}: ${label}`).to.include(isList ? (value as unknown[])[0] : value);
              }
            }
          }
        }
      });
    });
  }

  it('of Lever say what they are about in parts', async () => {
    for (const { name, read } of (await realJobs('lever')).filter((each) => each.name.includes('v0'))) {
      expect(read.posting.description, name).to.be.an('array').with.length.above(2);
      expect(read.posting, name).to.include({ workplace: 'remote', employmentType: 'Contract' });
    }
  });

  it('that Greenhouse answered a submit with are read as a yes or a no', async () => {
    const [[, recorded] = []] = await realPostings('greenhouse-submit-responses');
    const said = Object.fromEntries(
      Object.entries(recorded as Record<string, { status: { code: number }; body: string }>).map(
        ([name, { status, body }]) => [name, greenhouse.readReply(status.code, JSON.parse(body))],
      ),
    );
    expect(said['apply_to_job']?.status).to.equal('sent');
    expect(said['invalid_application']).to.deep.include({ status: 'invalid' });
    expect(said['invalid_application']?.issues.map(({ field }) => field)).to.deep.equal(['email']);
    expect(said['invalid_application_id']?.status).to.equal('failed');
  });
});
