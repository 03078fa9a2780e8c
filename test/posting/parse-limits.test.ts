import { expect } from 'chai';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { postingJson, problemsIn } from './make-posting.js';

const texts = (count: number, prefix = 'n') =>
  Array.from({ length: count }, (_, index) => ({ type: 'text', name: `${prefix}${index}`, label: 'L' }));

function expectedIn(json: unknown): string {
  const problems = problemsIn(json);
  expect(problems).to.have.length(1);
  return problems[0]?.expected ?? '';
}

describe('the limits of a posting', () => {
  it('are 2,000 fields', () => {
    expect(fieldsOf(parsePosting(postingJson(texts(2000))))).to.have.length(2000);
    expect(expectedIn(postingJson(texts(2001)))).to.equal('at most 2000 fields in a posting');
  });

  it('count the fields inside a repeat, and those of all sections', () => {
    const repeat = { type: 'repeat', name: 'r', label: 'R', fields: texts(1000) };
    expect(expectedIn(postingJson([...texts(1000), repeat]))).to.contain('2000 fields');
    const sections = [{ fields: texts(1500) }, { fields: texts(501, 'm') }];
    expect(expectedIn({ title: 'T', form: { sections } })).to.contain('2000 fields');
  });

  it('count the entries that a repeat begins with, one inside another, too', () => {
    const repeat = (min: number, fields: readonly object[]) => ({ type: 'repeat', name: 'r', label: 'R', min, fields });
    expect(
      problemsIn(
        postingJson([repeat(20, texts(10)), repeat(0, texts(10))].map((field, at) => ({ ...field, name: `r${at}` }))),
      ),
    ).to.deep.equal([]);
    for (const json of [repeat(1e15, []), repeat(201, texts(10)), repeat(50, [repeat(50, texts(1))])]) {
      expect(expectedIn(postingJson([json]))).to.contain('2000 fields together');
    }
  });

  it('are 500 places, of what the post pays, and of parts of the description', () => {
    const many = (count: number, each: unknown) => Array.from({ length: count }, () => each);
    const listsOf = (count: number) => ({
      title: 'T',
      locations: many(count, { city: 'Bath' }),
      compensation: many(count, { min: 1 }),
      description: many(count, { text: 'x' }),
    });
    expect(problemsIn(listsOf(500))).to.deep.equal([]);
    const problems = problemsIn(listsOf(501));
    expect(problems.map(({ pointer }) => pointer)).to.have.members(['/locations', '/compensation', '/description']);
    for (const { expected } of problems) expect(expected).to.contain('at most 500 items');
  });

  it('are 2,000 sections, and 2,000 fields that rules name', () => {
    const sections = Array.from({ length: 2001 }, () => ({ fields: [] }));
    const rules = Array.from({ length: 2001 }, () => ({ rule: 'at-least-one', fields: ['a'] }));
    expect(problemsIn({ title: 'T', form: { sections, rules } })).to.deep.equal([
      { pointer: '/form/sections', expected: 'at most 2000 items' },
      { pointer: '/form/rules', expected: 'at most 2000 fields in all' },
    ]);
    const fields = Array.from({ length: 1000 }, (_, index) => `n${index}`);
    const rule = { rule: 'at-least-one', fields };
    const ruled = (count: number) => ({
      title: 'T',
      form: { sections: [{ fields: texts(1000) }], rules: Array.from({ length: count }, () => rule) },
    });
    expect(problemsIn(ruled(2))).to.deep.equal([]);
    expect(problemsIn(ruled(3))).to.deep.equal([{ pointer: '/form/rules', expected: 'at most 2000 fields in all' }]);
  });

  it('are 100,000 characters of what is drawn in one piece, in each language', () => {
    const title = (length: number) => ({ en: 'T', de: 'x'.repeat(length) });
    const [field] = texts(1);
    const posting = (length: number) => ({
      title: title(length),
      locations: [{ city: 'x'.repeat(length) }],
      form: { sections: [{ fields: [{ ...field, label: 'x'.repeat(length), default: 'x'.repeat(length) }] }] },
    });
    expect(problemsIn(posting(100_000))).to.deep.equal([]);
    const fieldAt = '/form/sections/0/fields/0';
    expect([
      ...problemsIn({ ...posting(100_001), form: undefined }),
      ...problemsIn({ title: 'T', form: posting(100_001).form }),
    ]).to.deep.equal(
      ['/title/de', '/locations/0/city', `${fieldAt}/label`, `${fieldAt}/default`].map((pointer) => ({
        pointer,
        expected: 'at most 100000 characters',
      })),
    );
  });

  it('are 30 accents one upon another, which take a browser the square of their number', () => {
    const letter = (marks: number) => `Ze${'\u0301'.repeat(marks)}`;
    expect(problemsIn({ title: letter(30).repeat(100) })).to.deep.equal([]);
    expect(expectedIn({ title: 'T', description: letter(31) })).to.equal('at most 30 marks a letter');
  });

  it('are 30,000 turns between right and left in all texts together, each of which takes a browser its time', () => {
    const texts = (turns: number) => ({
      title: 'T',
      a: 'אa'.repeat(20_000),
      b: 'אa'.repeat(turns - 20_001),
      c: '\u202e',
    });
    expect(problemsIn(texts(30_000))).to.deep.equal([]);
    expect(expectedIn(texts(30_001))).to.equal('at most 30000 turns between right and left');
    expect(problemsIn({ title: 'אבגד '.repeat(2_000), description: 'אבגד'.repeat(100_000) })).to.deep.equal([]);
  });

  it('are 2 MB of JSON', () => {
    expect(problemsIn({ title: 'T', description: 'x'.repeat(1_990_000) })).to.deep.equal([]);
    expect(expectedIn({ title: 'T', description: 'x'.repeat(2_000_001) })).to.contain('2000000 characters');
  });

  it('count keys and short values, too', () => {
    const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`key-${index}`, 1]));
    expect(expectedIn({ title: 'T', many })).to.contain('characters');
    expect(expectedIn({ title: 'T', many: Array.from({ length: 2_000_000 }, () => 1) })).to.contain('characters');
  });

  it('are a depth of 64', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 70; level += 1) deep = { deep };
    expect(expectedIn({ title: 'T', deep })).to.equal('a posting at most 64 deep');
  });

  it('end an object that holds itself', () => {
    const posting: Record<string, unknown> = { title: 'T' };
    posting['self'] = posting;
    posting['again'] = posting;
    expect(problemsIn(posting)).to.have.length(1);
  });

  it('end a list that holds itself twice, in no time', () => {
    const list: unknown[] = [];
    list.push(list, list);
    expect(problemsIn({ title: 'T', list })).to.have.length(1);
  });

  it('end lists that hold the same list over and over, in no time', () => {
    let list: unknown[] = [];
    for (let level = 0; level < 50; level += 1) list = [list, list];
    expect(expectedIn({ title: 'T', list })).to.contain('characters');
  });

  for (const [what, value] of [
    ['a function', () => undefined],
    ['a symbol', Symbol('x')],
    ['a big integer', 7n],
  ] as const) {
    it(`leave no room for ${what}, which no JSON can have`, () => {
      expect(problemsIn({ title: 'T', x: { value } })).to.deep.equal([{ pointer: '/x/value', expected: 'JSON' }]);
    });
  }
});
