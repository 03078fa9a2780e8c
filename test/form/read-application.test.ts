import { expect } from 'chai';
import { readApplication, type ReceivedParts } from '../../src/form/read-application.js';
import { validateApplication } from '../../src/form/validate.js';
import { postingWith, type Json } from '../posting/make-posting.js';
import { applicationOf, moment, partsOf } from './make-answers.js';

const text = (name: string, more: Json = {}): Json => ({ name, type: 'text', ...more });
const pdf = { name: 'cv.pdf', type: 'application/pdf', size: 10 };

/** A field of every type. */
const posting = postingWith([
  text('name'),
  { name: 'letter', type: 'textarea' },
  { name: 'email', type: 'email' },
  { name: 'phone', type: 'tel', e164Name: 'phone_e164' },
  { name: 'site', type: 'url' },
  { name: 'years', type: 'number' },
  { name: 'start', type: 'date' },
  { name: 'until', type: 'month' },
  { name: 'one', type: 'choice', options: [{ value: 'a' }, { value: 'o', freeText: 'one_other' }] },
  { name: 'many', type: 'choice', multiple: true, options: [{ value: 'a' }, { value: 'b' }] },
  { name: 'yes', type: 'boolean' },
  { name: 'keep', type: 'consent', text: 'We keep it', version: '1' },
  { name: 'cv', type: 'file', sources: ['device', 'text'] },
  { name: 'cover', type: 'file', sources: ['device', 'text'] },
  { name: 'place', type: 'location', latitudeName: 'lat', longitudeName: 'lon' },
  {
    name: 'edu',
    type: 'repeat',
    fields: [text('school', { label: 'S' }), { name: 'proof', type: 'file', label: 'P' }],
  },
  { name: 'source', type: 'hidden' },
  text('toString'),
]);

const answers = {
  name: 'Zoë',
  letter: 'a\nb',
  email: 'z@example.org',
  phone: '020 7946 0018',
  phone_e164: '+442079460018',
  site: 'example.org',
  years: 0,
  start: '2027-01-31',
  until: '2027-02',
  one: 'o',
  one_other: 'else',
  many: ['b'],
  yes: false,
  keep: { given: true, version: '1', text: 'We keep it', at: '2026-11-01T08:00:00.000Z' },
  cv: [pdf],
  cover: { text: 'Dear all' },
  place: { text: 'Leeds', latitude: 53.8, longitude: -1.55 },
  edu: [{ school: 'A', proof: [pdf] }, { school: 'B' }],
  source: 'fair',
  toString: 'x',
};
const keys = { idempotencyKey: 'k2', previousKey: 'k1' };

describe('readApplication', () => {
  it('gives back what was sent as parts, a field of every type', () => {
    const received = readApplication(posting, partsOf(posting, answers, keys) as unknown as ReceivedParts);
    const unproved = { given: true, text: '', at: '' };
    expect(plain(received.answers)).to.deep.equal(plain({ ...answers, keep: unproved }));
    expect(received).to.deep.include({ posting: 'optician', locale: 'en', ...keys, unknown: [] });
    expect(received.hints).to.deep.equal({ elapsedMs: 1200, honeypot: '' });
    expect(validateApplication(posting, received.answers)).to.deep.equal([]);
  });

  it('gives back what was sent as JSON, a field of every type', () => {
    const json: unknown = JSON.parse(JSON.stringify(applicationOf(posting, answers, keys)));
    const received = readApplication(posting, json as Json);
    expect(plain(received.answers)).to.deep.equal(plain(answers));
    expect(received).to.deep.include({ posting: 'optician', locale: 'en', ...keys, unknown: [] });
    expect(validateApplication(posting, received.answers)).to.deep.equal([]);
  });

  it('gives back the proof of each consent and the version of each document, either way', () => {
    const document = { type: 'content', content: 'Form', document: { id: 'd', version: '5' } };
    const asked = postingWith([{ name: 'keep', type: 'consent', text: 'We keep it' }, document]);
    const proof = { name: 'keep', given: false, text: 'We keep it', at: moment.toISOString(), locale: 'en' };
    const expected = [proof, { name: 'd', document: 'd', version: '5' }];
    const json = JSON.parse(JSON.stringify(applicationOf(asked, {}))) as Json;
    expect(plain(readApplication(asked, partsOf(asked, {}) as unknown as ReceivedParts).consents)).to.deep.equal(
      expected,
    );
    expect(plain(readApplication(asked, json).consents)).to.deep.equal(expected);
  });

  it('gives back the token of a captcha, either way, unless a field has that name', () => {
    const captcha = { name: 'altcha', token: 'dG9rZW4=' };
    const parts: ReceivedParts = [['altcha', captcha.token]];
    expect(readApplication(posting, parts)).to.deep.include({ captcha, unknown: [] });
    expect(readApplication(posting, { answers: {}, captcha })).to.deep.include({ captcha, unknown: [] });
    expect(readApplication(postingWith([text('altcha')]), parts)).to.deep.include({ captcha: undefined });
    expect(readApplication(posting, { answers: {}, captcha: 'x' }).captcha).to.equal(undefined);
  });

  it('leaves out a record of a wrong shape, and keeps the proof of the others', () => {
    const proof = { name: 'keep', given: true, text: 'We keep it', at: moment.toISOString(), locale: 'en' };
    const all = [proof, { name: 'other', given: 'yes' }, 7, null];
    expect(readApplication(posting, [['_consents', JSON.stringify(all)]]).consents).to.deep.equal([proof]);
    expect(readApplication(posting, { answers: {}, consents: all }).consents).to.deep.equal([proof]);
  });

  it('lists what belongs to no field, and nothing that does', () => {
    expect(
      readApplication(posting, [
        ['nobody', 'x'],
        ['edu[0][nobody]', 'x'],
        ['name', 'x'],
      ]).unknown,
    ).to.deep.equal(['nobody', 'edu[0][nobody]']);
    expect(readApplication(posting, { answers: { nobody: 1, name: 'x', phone: null } }).unknown).to.deep.equal([
      'nobody',
    ]);
  });

  it('does not take the text of another field for what was written in place of a file', () => {
    const both = postingWith([{ name: 'cv', type: 'file', required: true }, text('cv_text')]);
    const received = readApplication(both, [['cv_text', 'x']]);
    expect(plain(received.answers)).to.deep.equal({ cv_text: 'x' });
    expect(validateApplication(both, received.answers)).to.have.length(1);
  });

  it('keeps an answer of a wrong shape as it came, to be named', () => {
    const received = readApplication(posting, { answers: { name: { first: 'Z' }, years: [], cv: 'cv.pdf' } });
    expect(plain(received.answers)).to.deep.equal({ name: { first: 'Z' }, years: [], cv: 'cv.pdf' });
    expect(validateApplication(posting, received.answers).map(({ code }) => code)).to.deep.equal(
      Array(3).fill('wrong-type'),
    );
  });

  it('does without reserved parts that are no JSON or of a wrong shape', () => {
    const received = readApplication(posting, [
      ['_consents', '{'],
      ['_hints', '[]'],
      ['_locale', 'de'],
      ['_posting', pdf],
    ]);
    expect(received).to.deep.include({ consents: [], hints: undefined, locale: 'de', posting: undefined });
  });

  for (const json of [null, 'text', 1, {}, { answers: [] }, { answers: 'x' }, { answers: null }]) {
    it(`refuses ${JSON.stringify(json)}, which is no application`, () => {
      expect(() => readApplication(posting, json as Json)).to.throw(TypeError, 'answers');
    });
  }

  it('reads at most a thousand entries of a repeat', () => {
    const received = readApplication(posting, [
      ['edu[5000][school]', 'x'],
      ['edu[1][school]', 'B'],
      ['edu[-1][school]', 'x'],
    ]);
    expect(received.answers['edu']).to.have.length(2);
  });

  it('leaves the prototype of objects alone', () => {
    const json = JSON.parse('{ "answers": { "__proto__": { "polluted": 1 }, "constructor": 1 } }') as Json;
    const received = readApplication(posting, json);
    readApplication(posting, [
      ['__proto__', 'x'],
      ['edu[0][__proto__]', 'x'],
    ]);
    expect(({} as Json)['polluted']).to.equal(undefined);
    expect((received.answers as Json)['polluted']).to.equal(undefined);
  });
});

/** As JSON has it: without keys that are `undefined`. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
