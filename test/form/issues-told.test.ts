import { expect } from 'chai';
import { FormStore } from '../../src/form/form-store.js';
import type { Issue } from '../../src/posting/issue.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { postingWith, type Json } from '../posting/make-posting.js';

const text = (name: string, more: Json = {}): Json => ({ name, type: 'text', ...more });
const server = (field: string): Issue => ({ field, code: 'server', params: {}, message: 'Not this one' });

function storeOf(fields: readonly Json[], form: Json = {}): FormStore {
  return new FormStore(postingWith(fields, { form }), kindsWith());
}

function issuesOf(store: FormStore): string[] {
  return store.state.issues.map(({ field, code }) => `${field}: ${code}`);
}

describe('what is wrong', () => {
  it('is not said before it is asked for', () => {
    const store = storeOf([text('a', { required: true }), text('b', { maxLength: 1 })]);
    store.answer('b', 'xx');
    expect(issuesOf(store)).to.deep.equal([]);
  });

  it('is said of all fields at once, and then follows each answer', () => {
    const store = storeOf([text('a', { required: true }), text('b', { maxLength: 1 })]);
    store.reveal();
    expect(issuesOf(store)).to.deep.equal(['a: required']);
    store.answer('b', 'xx');
    expect(issuesOf(store)).to.deep.equal(['a: required', 'b: too-long']);
    store.answer('a', 'x');
    expect(issuesOf(store)).to.deep.equal(['b: too-long']);
  });

  it('is said of one field that was left', () => {
    const store = storeOf([text('a', { required: true }), text('b', { required: true })]);
    store.revealField('b');
    expect(issuesOf(store)).to.deep.equal(['b: required']);
    store.revealField('nobody');
    expect(issuesOf(store)).to.deep.equal(['b: required']);
  });

  it('is not said of a field that appears afterwards, until it is asked for again', () => {
    const store = storeOf([text('a'), text('b', { required: true, showIf: { var: 'a' } })]);
    store.reveal();
    store.answer('a', 'x');
    expect(issuesOf(store)).to.deep.equal([]);
    store.reveal();
    expect(issuesOf(store)).to.deep.equal(['b: required']);
  });

  it('is forgotten of a field that is hidden', () => {
    const store = storeOf([text('a'), text('b', { required: true, showIf: { var: 'a' } })]);
    store.answer('a', 'x');
    store.reveal();
    store.answer('a', '');
    expect(issuesOf(store)).to.deep.equal([]);
  });

  it('is forgotten down a chain that leads through the text beside an option', () => {
    const options = [{ value: 'o', freeText: 'other' }];
    const source = { name: 'source', type: 'choice', options, showIf: { var: 'a' } };
    const store = storeOf([text('a'), source, text('more', { required: true, showIf: { var: 'other' } })]);
    store.answer('a', 'x');
    store.answer('source', 'o');
    store.answer('other', 'a fair');
    store.reveal();
    expect(issuesOf(store)).to.deep.equal(['more: required']);
    store.answer('a', '');
    expect(issuesOf(store)).to.deep.equal([]);
  });

  it('with a rule goes from all its fields once one is mended', () => {
    const store = storeOf([text('a'), text('b')], { rules: [{ rule: 'at-least-one', fields: ['a', 'b'] }] });
    store.reveal();
    expect(issuesOf(store)).to.deep.equal(['a: at-least-one', 'b: at-least-one']);
    const touched: string[] = [];
    store.subscribe((_state, { fields }) => touched.push(...fields));
    store.answer('b', 'x');
    expect(issuesOf(store)).to.deep.equal([]);
    expect(touched).to.have.members(['a', 'b']);
  });

  it('as the endpoint says it stays until its field changes, and goes with the next judging', () => {
    const store = storeOf([text('a'), text('b')]);
    store.addServerIssues([server('a'), server('b'), server('')]);
    store.answer('a', 'x');
    expect(issuesOf(store)).to.deep.equal(['b: server', ': server']);
    expect(store.reveal()).to.deep.equal([]);
  });

  it('of the form as a whole is said once, whatever stands between the questions', () => {
    const content = { type: 'content', content: 'Mind the beam.' };
    const store = storeOf([text('a'), content, content]);
    store.addServerIssues([server('')]);
    expect(issuesOf(store)).to.deep.equal([': server']);
  });

  it('inside a repeat is that field’s own, also from the endpoint', () => {
    const fields = [text('school', { label: 'S', required: true })];
    const store = storeOf([{ name: 'edu', type: 'repeat', fields }, text('z', { required: true })]);
    store.answer('edu', [{ school: 'A' }]);
    store.addServerIssues([server('edu[0][school]'), server('z')]);
    expect(issuesOf(store)).to.deep.equal(['edu[0][school]: server', 'z: server']);
    store.answer('edu', [{ school: 'B' }]);
    expect(issuesOf(store)).to.deep.equal(['z: server']);
  });
});
