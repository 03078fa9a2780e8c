import { expect } from 'chai';
import { validateApplication } from '../../src/form/validate.js';
import type { Answers } from '../../src/posting/answers.js';
import type { FieldKind } from '../../src/posting/field-kind.js';
import { builtInKinds } from '../../src/posting/kinds/index.js';
import { postingWith, type Json } from '../posting/make-posting.js';

const text = (name: string, more: Json = {}): Json => ({ name, type: 'text', ...more });
const codes = (fields: readonly Json[], answers: Answers, form: Json = {}): string[] =>
  validateApplication(postingWith(fields, { form }), answers).map(({ field, code }) => `${field}: ${code}`);

describe('validateApplication', () => {
  it('finds nothing where all is well', () => {
    expect(codes([text('a', { required: true }), text('b')], { a: 'x' })).to.deep.equal([]);
  });

  it('gives issues in the order of the form, whatever that of the answers', () => {
    const fields = [text('a', { required: true }), text('b', { maxLength: 1 }), { name: 'c', type: 'email' }];
    expect(codes(fields, { c: 'x', b: 'xx' })).to.deep.equal(['a: required', 'b: too-long', 'c: email']);
  });

  it('passes over answers that belong to no field', () => {
    expect(codes([text('a')], { z: 'x', toString: 5 })).to.deep.equal([]);
  });

  it('does not take what every object inherits for an answer', () => {
    expect(codes([text('toString', { required: true }), text('valueOf')], {})).to.deep.equal(['toString: required']);
  });

  it('judges "today" by the moment it is given', () => {
    const posting = postingWith([{ name: 'start', type: 'date', min: 'today' }]);
    const judged = (now: Date) => validateApplication(posting, { start: '2026-11-22' }, { now });
    expect(judged(new Date(2026, 10, 22, 23, 59))).to.deep.equal([]);
    expect(judged(new Date(2026, 10, 23, 0, 1))).to.have.nested.property('[0].code', 'too-early');
  });

  it('takes kinds of one’s own for one call and leaves the others as they are', () => {
    const posting = postingWith([text('a')]);
    const kind: FieldKind = {
      ...(builtInKinds.text as unknown as FieldKind),
      judge: () => [{ code: 'email', params: {} }],
    };
    expect(validateApplication(posting, { a: 'x' }, { fieldTypes: { text: { kind } } })).to.have.length(1);
    expect(validateApplication(posting, { a: 'x' })).to.deep.equal([]);
  });
});

describe('what is not shown', () => {
  const isAbroad = { '==': [{ var: 'abroad' }, true] };
  const abroad = { name: 'abroad', type: 'boolean', label: 'Abroad' };

  it('is not judged', () => {
    const fields = [abroad, text('visa', { required: true, showIf: isAbroad })];
    expect(codes(fields, { abroad: false })).to.deep.equal([]);
    expect(codes(fields, { abroad: true })).to.deep.equal(['visa: required']);
  });

  it('is absent to other conditions, down a whole chain', () => {
    const fields = [
      abroad,
      text('visa', { showIf: isAbroad }),
      text('kind', { showIf: { var: 'visa' } }),
      text('end', { required: true, showIf: { var: 'kind' } }),
    ];
    const answers = { visa: 'yes', kind: 'work' };
    expect(codes(fields, { ...answers, abroad: true })).to.deep.equal(['end: required']);
    expect(codes(fields, { ...answers, abroad: false })).to.deep.equal([]);
  });

  it('takes its whole section along', () => {
    const visa = text('visa', { label: 'Visa', required: true });
    const sections = [{ fields: [abroad] }, { showIf: isAbroad, fields: [visa] }];
    expect(codes([], { abroad: false }, { sections })).to.deep.equal([]);
    expect(codes([], { abroad: true }, { sections })).to.deep.equal(['visa: required']);
  });

  it('may hang on the text beside an option, which is absent with it', () => {
    const options = [{ value: 'other', freeText: 'source_other' }];
    const source = { name: 'source', type: 'choice', options, showIf: isAbroad };
    const fields = [abroad, source, text('more', { required: true, showIf: { var: 'source_other' } })];
    const answers = { source: 'other', source_other: 'x' };
    expect(codes(fields, { ...answers, abroad: true })).to.deep.equal(['more: required']);
    expect(codes(fields, { ...answers, abroad: false })).to.deep.equal([]);
  });
});

describe('a rule', () => {
  const message = 'One of the two';
  const cv = { name: 'cv', type: 'file', sources: ['device', 'text'] };
  const rules = [
    { rule: 'equal', fields: ['x', 'y'] },
    { rule: 'at-least-one', fields: ['cv', 'linkedin'], message },
  ];

  it('of at least one gives an issue at each field, with the same place in the list', () => {
    const params = { rule: 1, fields: ['cv', 'linkedin'], message };
    expect(validateApplication(postingWith([cv, text('linkedin')], { form: { rules } }), {})).to.deep.equal([
      { field: 'cv', code: 'at-least-one', params },
      { field: 'linkedin', code: 'at-least-one', params },
    ]);
  });

  it('of at least one is met by a text in place of a file, and not by a blank one', () => {
    const fields = [cv, text('linkedin')];
    expect(codes(fields, { cv: { text: 'My life' } }, { rules })).to.deep.equal([]);
    expect(codes(fields, { cv: { text: ' ' }, linkedin: ' ' }, { rules })).to.have.length(2);
  });

  it('of two equal answers compares them whichever stands first', () => {
    const fields = [text('x'), text('y')];
    const unequal = ['x: equal', 'y: equal'];
    expect(codes(fields, { x: 'a', y: 'a' }, { rules })).to.deep.equal([]);
    expect(codes(fields, { x: 'a', y: 'b' }, { rules })).to.deep.equal(unequal);
    expect(codes(fields, { x: 'a' }, { rules })).to.deep.equal(unequal);
    expect(codes(fields, { y: 'a' }, { rules })).to.deep.equal(unequal);
    expect(codes(fields, { x: '' }, { rules })).to.deep.equal([]);
  });

  it('of JsonLogic sees the shown answers', () => {
    const later = [{ assert: { '<': [{ var: 'from' }, { var: 'to' }] }, fields: ['to'], message: 'Later' }];
    const fields = [
      { name: 'from', type: 'number' },
      { name: 'to', type: 'number' },
    ];
    expect(codes(fields, { from: 1, to: 2 }, { rules: later })).to.deep.equal([]);
    expect(codes(fields, { from: 2, to: 1 }, { rules: later })).to.deep.equal(['to: assert']);
  });

  it('of JsonLogic is not broken by an order that a blank answer leaves open', () => {
    const later = [{ assert: { '<': [{ var: 'from' }, { var: 'to' }] }, fields: ['from', 'to'], message: 'Later' }];
    const fields = [
      { name: 'from', type: 'month' },
      { name: 'to', type: 'month' },
    ];
    for (const answers of [{}, { from: '2026-11' }, { from: '', to: '2026-11' }]) {
      expect(codes(fields, answers, { rules: later }), JSON.stringify(answers)).to.deep.equal([]);
    }
    expect(codes(fields, { from: '2026-11', to: '2026-10' }, { rules: later })).to.deep.equal([
      'from: assert',
      'to: assert',
    ]);
  });

  it('looks at shown fields only, and does not apply where none is', () => {
    const showIf = { var: 'wanted' };
    const wanted = text('wanted');
    expect(codes([wanted, { ...cv, showIf }, text('linkedin', { showIf })], {}, { rules })).to.deep.equal([]);
    expect(codes([wanted, { ...cv, showIf }, text('linkedin')], {}, { rules })).to.deep.equal([
      'linkedin: at-least-one',
    ]);
    expect(codes([wanted, text('x'), text('y', { showIf })], { x: 'a' }, { rules })).to.deep.equal([]);
  });
});
