import { expect } from 'chai';
import { FormStore, type FormChange } from '../../src/form/form-store.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { postingWith, type Json } from '../posting/make-posting.js';

const text = (name: string, more: Json = {}): Json => ({ name, type: 'text', ...more });

function storeOf(fields: readonly Json[], answers: Json = {}): FormStore {
  return new FormStore(postingWith(fields), kindsWith(), { answers });
}

function changesOf(store: FormStore): FormChange[] {
  const changes: FormChange[] = [];
  store.subscribe((_state, change) => changes.push(change));
  return changes;
}

describe('a form', () => {
  it('begins with defaults, over them what it is given, and with nothing wrong', () => {
    const store = storeOf([text('a', { default: 'x' }), text('b', { default: 'y' })], { b: 'z' });
    expect({ ...store.state.answers }).to.deep.equal({ a: 'x', b: 'z' });
    expect(store.state.issues).to.deep.equal([]);
    expect(store.state.submission).to.deep.equal({ status: 'idle' });
  });

  it('takes an answer and tells of it once, with a new state', () => {
    const store = storeOf([text('a'), text('b')]);
    const before = store.state;
    const changes = changesOf(store);
    store.answer('a', 'x');
    expect(changes).to.have.length(1);
    expect([...(changes[0]?.fields ?? [])]).to.deep.equal(['a']);
    expect(before.answers['a']).to.equal('');
    expect(store.state.answers['a']).to.equal('x');
  });

  it('tells nobody who has left', () => {
    const store = storeOf([text('a')]);
    let told = 0;
    const leave = store.subscribe(() => (told += 1));
    store.answer('a', 'x');
    leave();
    store.answer('a', 'y');
    expect(told).to.equal(1);
  });

  it('tells that fields were shown or hidden', () => {
    const store = storeOf([text('a'), text('b', { showIf: { '==': [{ var: 'a' }, 'x'] } })]);
    const changes = changesOf(store);
    for (const value of ['w', 'x', 'x', 'y']) store.answer('a', value);
    expect(changes.map(({ shown }) => shown)).to.deep.equal([false, true, false, true]);
  });

  it('follows an option that goes with its own condition to what hangs on it', () => {
    const options = [{ value: 'red' }, { value: 'blue', showIf: { var: 'a' } }];
    const isBlue = { '==': [{ var: 'c' }, 'blue'] };
    const store = storeOf([text('a'), { name: 'c', type: 'choice', options }, text('why', { showIf: isBlue })]);
    const changes = changesOf(store);
    store.answer('a', 'x');
    store.answer('c', 'blue');
    store.answer('a', '');
    expect(changes.map(({ shown }) => shown)).to.deep.equal([false, true, true]);
    expect([...(changes[2]?.fields ?? [])]).to.deep.equal(['a', 'c', 'why']);
  });

  it('names what appeared, inside an answer too, and not what came with a new entry', () => {
    const fields = [text('b', { label: 'B' }), text('c', { label: 'C', showIf: { var: 'b' } })];
    const store = storeOf([text('a', { showIf: { var: 'r' } }), { name: 'r', type: 'repeat', fields }]);
    const changes = changesOf(store);
    store.answer('r', [{ b: '' }]);
    store.answer('r', [{ b: 'x' }]);
    const one = store.state.answers['r'] as readonly object[];
    store.answer('r', [{ b: 'y' }, ...one]);
    expect(changes.map(({ appeared }) => appeared)).to.deep.equal([['a'], ['r[0][c]'], []]);
  });

  it('keeps what was typed in a field that is hidden for a while', () => {
    const store = storeOf([text('a'), text('b', { showIf: { var: 'a' } })]);
    store.answer('a', 'x');
    store.answer('b', 'kept');
    store.answer('a', '');
    store.answer('a', 'x');
    expect(store.state.answers['b']).to.equal('kept');
  });

  it('has room for answers to fields named like what objects inherit', () => {
    const store = storeOf([text('toString'), text('parentNode')]);
    store.answer('toString', 'x');
    expect(store.state.answers['toString']).to.equal('x');
    expect(store.state.answers['valueOf']).to.equal(undefined);
  });
});

describe('filling from outside', () => {
  it('fills what is blank, and passes over what does not fit', () => {
    const store = storeOf([text('a'), text('b'), { name: 'n', type: 'number' }, text('d', { default: 'own' })]);
    store.answer('a', 'typed');
    expect(store.fill({ a: 'x', b: 5, n: '7', d: 'x', z: 'x' })).to.deep.equal(['n']);
    expect(store.state.answers).to.include({ a: 'typed', b: '', n: 7, d: 'own' });
  });

  it('passes over what is blank itself, so that entries which stand there stay', () => {
    const jobs = { name: 'jobs', type: 'repeat', min: 1, fields: [text('employer', { label: 'Employer' })] };
    const store = storeOf([text('a', { default: 'own' }), jobs]);
    expect(store.fill({ a: '', jobs: [] })).to.deep.equal([]);
    expect(store.state.answers['jobs']).to.have.length(1);
  });

  it('passes over options that there are not, which nobody would see, in entries as well', () => {
    const colour = { name: 'c', type: 'choice', label: 'C', options: [{ value: 'red' }, { value: 'blue' }] };
    const fields = [colour, { ...colour, name: 'cs', multiple: true }, { name: 'r', type: 'repeat', fields: [colour] }];
    const store = storeOf(fields);
    expect(store.fill({ c: 'green', cs: ['green', 'red'], r: [{ c: 'green' }, { c: 'red' }] })).to.deep.equal([
      'cs',
      'r',
    ]);
    expect(store.state.answers['c']).to.equal(undefined);
    expect(store.state.answers['cs']).to.deep.equal(['red']);
    expect(store.state.answers['r']).to.deep.equal([{ c: undefined }, { c: 'red' }]);
    expect(storeOf([{ ...colour, default: 'green' }]).state.answers['c']).to.equal(undefined);
  });

  it('fills the text beside an option, too', () => {
    const store = storeOf([{ name: 'c', type: 'choice', options: [{ value: 'o', freeText: 'other' }] }]);
    store.fill({ c: 'o', other: 'A fair' });
    expect(store.state.answers).to.include({ c: 'o', other: 'A fair' });
  });

  it('fills entries that stand there blank, and none in which anything is answered', () => {
    const jobs = { name: 'jobs', type: 'repeat', min: 1, fields: [text('employer', { label: 'Employer' })] };
    const blank = storeOf([jobs]);
    expect(blank.fill({ jobs: [{ employer: 'A' }, { employer: 'B' }] })).to.deep.equal(['jobs']);
    expect(blank.state.answers['jobs']).to.deep.equal([{ employer: 'A' }, { employer: 'B' }]);
    expect(blank.fill({ jobs: [{ employer: 'C' }] })).to.deep.equal([]);
  });

  it('tells nobody where nothing was filled', () => {
    const store = storeOf([text('a')]);
    const changes = changesOf(store);
    store.fill({ z: 'x' });
    expect(changes).to.deep.equal([]);
  });
});

describe('a form that is reset', () => {
  it('is blank again, with nothing wrong', () => {
    const store = storeOf([text('a', { default: 'x' }), text('b', { required: true })]);
    store.answer('a', 'y');
    store.reveal();
    store.setSubmission({ status: 'failed', failure: { fate: 'not-stored', reason: 'offline' } });
    store.reset();
    expect({ ...store.state.answers }).to.deep.equal({ a: 'x', b: '' });
    expect(store.state.issues).to.deep.equal([]);
    expect(store.state.submission.status).to.equal('idle');
  });

  it('does not bring back answers it began with, but what the applicant never sees', () => {
    const store = storeOf([text('a'), { name: 'source', type: 'hidden' }], { a: 'typed long ago', source: 'fair' });
    store.reset();
    expect({ ...store.state.answers }).to.deep.equal({ a: '', source: 'fair' });
  });
});
