import { expect } from 'chai';
import { postingJson, problemsIn, type Json } from './make-posting.js';

/** What is wrong with one field: where inside it, and what was expected there. */
function problemsOf(field: Json): string[] {
  return problemsIn(postingJson([{ name: 'it', label: 'It', ...field }])).map(
    ({ pointer, expected }) => `${pointer.replace('/form/sections/0/fields/0', '')}: ${expected}`,
  );
}

const choice = (more: Json): Json => ({ type: 'choice', options: [{ value: 'a' }, { value: 'b' }], ...more });

describe('a field that nobody could answer', () => {
  it('has a day or a month for a limit that does not exist', () => {
    for (const limit of ['2024-13-45', '2023-02-29', '2024-04-31']) {
      expect(problemsOf({ type: 'date', min: limit })).to.deep.equal([
        '/min: "today", or a day that exists, such as "2027-01-31"',
      ]);
    }
    expect(problemsOf({ type: 'month', max: '2024-13' })).to.deep.equal([
      '/max: "today", or a month that exists, such as "2027-01"',
    ]);
    expect(problemsOf({ type: 'date', min: 'tomorrow' })).to.deep.equal([
      '/min: "today", or a day that exists, such as "2027-01-31"',
    ]);
    expect(problemsOf({ type: 'date', min: '2024-02-29', max: 'today' })).to.deep.equal([]);
  });

  it('has a lower limit above the upper one', () => {
    expect(problemsOf({ type: 'number', min: 5, max: '3' })).to.deep.equal(['/max: 5 or more, since "min" is that']);
    expect(problemsOf({ type: 'date', min: '2027-01-01', max: '2026-12-31' })).to.have.length(1);
    expect(problemsOf({ type: 'month', min: '2027-01', max: '2026-12' })).to.have.length(1);
    expect(problemsOf({ type: 'repeat', fields: [], min: 3, max: 2 })).to.have.length(1);
    expect(problemsOf(choice({ multiple: true, min: 2, max: 1 }))).to.have.length(1);
    for (const type of ['number', 'date']) {
      const limit = type === 'number' ? 3 : '2027-01-01';
      expect(problemsOf({ type, min: limit, max: limit })).to.deep.equal([]);
    }
  });

  it('asks for more options than it has, or has none', () => {
    expect(problemsOf(choice({ multiple: true, min: 3 }))).to.deep.equal(['/min: at most 2, as there are options']);
    expect(problemsOf(choice({ min: 3 }))).to.deep.equal([]);
    expect(problemsOf(choice({ options: [] }))).to.deep.equal(['/options: at least 1 item']);
  });
});

describe('words that are missing', () => {
  it('are reported where an object of languages has none', () => {
    const [problem, ...more] = problemsIn({ title: {} });
    expect(problem).to.deep.equal({ pointer: '/title', expected: 'an object with a text in at least one language' });
    expect(more).to.deep.equal([]);
    expect(problemsOf({ type: 'text', label: {} })).to.have.length(1);
  });

  it('of an option without a value say what a value may be', () => {
    for (const value of [null, undefined, {}, []]) {
      expect(problemsOf(choice({ options: [{ value, label: 'A' }] }))).to.deep.equal([
        '/options/0/value: a text, or a number, or true or false',
      ]);
    }
  });
});

describe('an address for suggestions', () => {
  it('says where the text goes', () => {
    expect(problemsOf({ type: 'location', suggest: '/places?q={query}' })).to.deep.equal([]);
    expect(problemsOf({ type: 'location', suggest: '/places?q=' })).to.deep.equal([
      '/suggest: an address with {query} where the text goes',
    ]);
  });
});
