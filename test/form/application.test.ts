import { expect } from 'chai';
import { toParts } from '../../src/form/application.js';
import { planForm } from '../../src/form/form-plan.js';
import type { Answers } from '../../src/posting/answers.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { postingWith, type Json } from '../posting/make-posting.js';
import { applicationOf, moment, partsOf } from './make-answers.js';

const text = (name: string, more: Json = {}): Json => ({ name, type: 'text', ...more });
const consent = {
  name: 'keep',
  type: 'consent',
  version: '3',
  text: { html: { en: 'We keep it', de: 'Wir behalten es' } },
};

describe('an application', () => {
  it('has the answers that count, in the order of the form', () => {
    const posting = postingWith([text('a'), text('b'), text('c'), text('d', { showIf: { var: 'c' } }), text('e')]);
    const { answers } = applicationOf(posting, { e: 'last', d: 'hidden', c: '', b: '  ', a: 'first', z: 'nobody' });
    expect(Object.keys(answers)).to.deep.equal(['a', 'e']);
  });

  it('has what was written beside an option only where that is chosen', () => {
    const options = [{ value: 'fair' }, { value: 'other', freeText: 'source_other' }];
    const posting = postingWith([{ name: 'source', type: 'choice', options }]);
    const written = { source_other: 'A friend' };
    expect({ ...applicationOf(posting, { source: 'other', ...written }).answers }).to.deep.equal({
      source: 'other',
      ...written,
    });
    expect({ ...applicationOf(posting, { source: 'fair', ...written }).answers }).to.deep.equal({ source: 'fair' });
  });

  it('leaves out an option that is no longer offered, and the answer where nothing else is left', () => {
    const options = [{ value: 'a' }, { value: 'b', freeText: 'b_text', showIf: { var: 'more' } }];
    const posting = postingWith([text('more'), { name: 'c', type: 'choice', multiple: true, options }]);
    expect({ ...applicationOf(posting, { c: ['a', 'b'], b_text: 'x' }).answers }).to.deep.equal({ c: ['a'] });
    expect({ ...applicationOf(posting, { c: ['b'], b_text: 'x' }).answers }).to.deep.equal({});
  });

  it('carries "no" and 0, which are answers', () => {
    const posting = postingWith([
      { name: 'yes', type: 'boolean' },
      { name: 'n', type: 'number' },
    ]);
    expect({ ...applicationOf(posting, { yes: false, n: 0 }).answers }).to.deep.equal({ yes: false, n: 0 });
  });

  it('proves a consent that was refused by leaving it, with the text in the language drawn', () => {
    const application = applicationOf(postingWith([consent]), {}, { locale: 'de' });
    const proof = { version: '3', text: 'Wir behalten es', at: moment.toISOString() };
    expect(application.consents).to.deep.equal([{ name: 'keep', given: false, ...proof, locale: 'de' }]);
    expect(application.answers['keep']).to.deep.equal({ given: false, ...proof });
  });

  it('keeps the proof of a consent as it was given', () => {
    const given = { given: true, version: '2', text: 'As it stood', at: '2026-11-01T08:00:00.000Z' };
    expect(applicationOf(postingWith([consent]), { keep: given }).consents).to.deep.equal([
      { name: 'keep', ...given, locale: 'en' },
    ]);
  });

  it('proves nothing that was not shown', () => {
    const posting = postingWith([text('a'), { ...consent, showIf: { var: 'a' } }]);
    expect(applicationOf(posting, { keep: { given: true, text: 'x', at: 'y' } }).consents).to.deep.equal([]);
  });

  it('names the version of a document that was shown word for word', () => {
    const document = { id: 'cc-305', version: '2026-05' };
    const posting = postingWith([{ type: 'content', label: undefined, content: 'Form CC-305', document }]);
    expect(applicationOf(posting, {}).consents).to.deep.equal([
      { name: 'cc-305', document: 'cc-305', version: '2026-05' },
    ]);
  });
});

describe('the parts of an application', () => {
  const pdf = { name: 'cv.pdf', type: 'application/pdf', size: 10 };

  it('begin with the reserved ones, each where it has a value', () => {
    const keys = { idempotencyKey: 'k2', previousKey: 'k1' };
    expect(partsOf(postingWith([text('a')]), { a: 'x' }, keys)).to.deep.equal([
      ['_posting', 'optician'],
      ['_locale', 'en'],
      ['_idempotency_key', 'k2'],
      ['_previous_key', 'k1'],
      ['_consents', '[]'],
      ['_hints', '{"elapsedMs":1200,"honeypot":""}'],
      ['a', 'x'],
    ]);
    const names = partsOf(postingWith([], { id: null }), {}).map(([name]) => name);
    expect(names).to.deep.equal(['_locale', '_consents', '_hints']);
  });

  it('follow in the form’s order under the names of the contract', () => {
    const posting = postingWith([
      { name: 'c', type: 'choice', multiple: true, options: [{ value: '1' }, { value: '2', freeText: 'c_2' }] },
      { name: 'cv', type: 'file', maxFiles: 2 },
      { name: 'letter', type: 'file', sources: ['text'], textName: 'letter_in_words' },
      { name: 'note', type: 'file', sources: ['text'] },
      {
        name: 'edu',
        type: 'repeat',
        fields: [text('school', { label: 'S' }), { name: 'done', type: 'boolean', label: 'D' }],
      },
      { name: 'place', type: 'location', latitudeName: 'lat', longitudeName: 'lon' },
      consent,
    ]);
    const answers: Answers = {
      c: ['1', '2'],
      c_2: 'beside',
      cv: [pdf, pdf],
      letter: { text: 'Dear all' },
      note: { text: 'PS' },
      edu: [{ school: 'A', done: false }, { school: 'B' }],
      place: { text: 'Leeds', latitude: 53.8, longitude: -1.55 },
    };
    expect(partsOf(posting, answers).filter(([name]) => !name.startsWith('_'))).to.deep.equal([
      ['c', '1'],
      ['c', '2'],
      ['c_2', 'beside'],
      ['cv', pdf],
      ['cv', pdf],
      ['letter_in_words', 'Dear all'],
      ['note_text', 'PS'],
      ['edu[0][school]', 'A'],
      ['edu[0][done]', 'false'],
      ['edu[1][school]', 'B'],
      ['place', 'Leeds'],
      ['lat', '53.8'],
      ['lon', '-1.55'],
      ['keep', 'false'],
    ]);
  });

  it('end with the captcha’s token', () => {
    const posting = postingWith([text('a')]);
    const application = { ...applicationOf(posting, { a: 'x' }), captcha: { name: 'h-captcha-response', token: 't' } };
    const parts = toParts(planForm(posting, kindsWith()), application);
    expect(parts.at(-1)).to.deep.equal({ name: 'h-captcha-response', value: 't' });
  });
});
