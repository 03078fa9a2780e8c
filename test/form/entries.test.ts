import { expect } from 'chai';
import { FormStore } from '../../src/form/form-store.js';
import { validateApplication } from '../../src/form/validate.js';
import type { Answers } from '../../src/posting/answers.js';
import type { Issue } from '../../src/posting/issue.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { postingWith, type Json } from '../posting/make-posting.js';

const month = (name: string, more: Json = {}): Json => ({ name, type: 'month', label: name, ...more });
const jobs = {
  name: 'jobs',
  type: 'repeat',
  label: 'Jobs',
  fields: [
    { name: 'title', type: 'text', label: 'Title', required: true },
    month('start'),
    { name: 'current', type: 'boolean', label: 'Current' },
    month('end', { showIf: { '!=': [{ var: 'current' }, true] } }),
  ],
};
const inOrder = {
  assert: { '<=': [{ var: 'start' }, { var: 'end' }] },
  fields: ['jobs[][start]', 'jobs[][end]'],
  message: 'The end comes after the start',
};
const form = { rules: [inOrder] };
const told = (issues: readonly Issue[]): string[] => issues.map(({ field, code }) => `${field}: ${code}`);
const judge = (entries: readonly Json[], rules: readonly Json[] = [inOrder]): string[] =>
  told(validateApplication(postingWith([jobs], { form: { rules } }), { jobs: entries }));

describe('a rule over the fields of an entry', () => {
  const wrong = { title: 'A', start: '2026-05', end: '2026-04' };
  const right = { title: 'B', start: '2026-04', end: '2026-05' };

  it('is judged in every entry for itself, with its issues there', () => {
    expect(judge([right])).to.deep.equal([]);
    expect(judge([wrong, right, wrong])).to.deep.equal([
      'jobs[0][start]: assert',
      'jobs[0][end]: assert',
      'jobs[2][start]: assert',
      'jobs[2][end]: assert',
    ]);
  });

  it('says which entry it means', () => {
    const [issue] = validateApplication(postingWith([jobs], { form }), { jobs: [right, wrong] });
    expect(issue?.params).to.deep.include({ rule: 0, fields: ['jobs[1][start]', 'jobs[1][end]'] });
  });

  it('is not broken where one of the two is blank, or not shown', () => {
    expect(judge([{ title: 'A' }, { title: 'A', start: '2026-05' }, { title: 'A', end: '2026-05' }])).to.deep.equal([]);
    expect(judge([{ ...wrong, current: true }])).to.deep.equal([]);
  });

  it('says nothing of a month that is none: that has an issue of its own', () => {
    expect(judge([{ ...right, end: '2026-' }])).to.deep.equal(['jobs[0][end]: month']);
    expect(judge([{ ...right, start: '0026-13', end: '2026-04' }])).to.deep.equal(['jobs[0][start]: month']);
    expect(judge([{ ...wrong, end: '2026-' }, wrong])).to.deep.equal([
      'jobs[0][end]: month',
      'jobs[1][start]: assert',
      'jobs[1][end]: assert',
    ]);
  });

  it('may compare with an answer of the form', () => {
    const fields = [month('graduation'), jobs];
    const assert = { '<=': [{ var: 'graduation' }, { var: 'start' }] };
    const posting = postingWith(fields, { form: { rules: [{ ...inOrder, assert, fields: ['jobs[][start]'] }] } });
    expect(told(validateApplication(posting, { graduation: '2026-05', jobs: [right, wrong] }))).to.deep.equal([
      'jobs[0][start]: assert',
    ]);
  });

  it('may ask for one of several, or for two that are equal', () => {
    const rule = { rule: 'at-least-one', fields: ['jobs[][start]', 'jobs[][end]'] };
    expect(judge([{ title: 'A' }], [rule])).to.have.length(2);
    expect(judge([{ title: 'A', end: '2026-05' }], [rule])).to.deep.equal([]);
    expect(judge([wrong], [{ ...rule, rule: 'equal' }])).to.have.length(2);
  });

  it('is passed over where the answer is no list, or the repeat is not shown', () => {
    const posting = postingWith([{ ...jobs, showIf: { var: 'no' } }], { form });
    expect(validateApplication(posting, { jobs: [wrong] })).to.deep.equal([]);
    expect(told(validateApplication(postingWith([jobs], { form }), { jobs: 'x' }))).to.deep.equal(['jobs: wrong-type']);
  });

  it('is refused where its fields stand in the form and in entries', () => {
    const rules = [inOrder, { ...inOrder, fields: ['jobs[][end]', 'jobs'] }];
    const json = { title: 'T', form: { sections: [{ fields: [jobs] }], rules } };
    expect(() => parsePosting(json)).to.throw('/form/rules/1/fields: fields of the form, or all of one repeat');
  });
});

describe('what is wrong in an entry', () => {
  const entry = (title: string): Json => ({ title });
  const server = (field: string): Issue => ({ field, code: 'server', params: {}, message: 'No' });

  function storeOf(entries: readonly Json[]): FormStore {
    return new FormStore(postingWith([jobs], { form }), kindsWith(), { answers: { jobs: entries } });
  }

  it('goes with the entry as it is moved, the endpoint’s words too', () => {
    const [a, b, c] = [entry(''), entry('B'), entry('C')];
    const store = storeOf([a, b, c]);
    store.reveal();
    store.addServerIssues([server('jobs[1][title]'), server('jobs[2][start]'), server('jobs')]);
    expect(told(store.state.issues)).to.deep.equal([
      'jobs[0][title]: required',
      'jobs[1][title]: server',
      'jobs[2][start]: server',
      'jobs: server',
    ]);
    store.answer('jobs', [b, a, c]);
    expect(told(store.state.issues)).to.deep.equal([
      'jobs[1][title]: required',
      'jobs[0][title]: server',
      'jobs[2][start]: server',
    ]);
    store.answer('jobs', [a, c]);
    expect(told(store.state.issues)).to.deep.equal(['jobs[0][title]: required', 'jobs[1][start]: server']);
  });

  it('stands until that very field is answered anew', () => {
    const store = storeOf([entry('A')]);
    store.addServerIssues([server('jobs[0][title]'), server('jobs[0][start]')]);
    store.answer('jobs', [{ title: 'A', start: '2026-05' }]);
    expect(told(store.state.issues)).to.deep.equal(['jobs[0][title]: server']);
    store.answer('jobs', [{ title: 'B', start: '2026-05' }]);
    expect(store.state.issues).to.deep.equal([]);
  });

  it('is not told of an entry that came since, nor of what appeared in one, before all is judged again', () => {
    const store = storeOf([{ title: 'A', current: true }]);
    store.reveal();
    const [one] = store.state.answers['jobs'] as Answers[];
    store.answer('jobs', [one, entry('')]);
    expect(store.state.issues).to.deep.equal([]);
    store.revealField('jobs');
    expect(told(store.state.issues)).to.deep.equal(['jobs[1][title]: required']);
  });

  it('follows a rule as the entry is answered', () => {
    const store = storeOf([{ title: 'A', start: '2026-05', end: '2026-04' }]);
    store.reveal();
    expect(told(store.state.issues)).to.deep.equal(['jobs[0][start]: assert', 'jobs[0][end]: assert']);
    store.answer('jobs', [{ title: 'A', start: '2026-05', end: '2026-06' }]);
    expect(store.state.issues).to.deep.equal([]);
  });
});
