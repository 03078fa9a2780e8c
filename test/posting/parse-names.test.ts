import { expect } from 'chai';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { reservedNames } from '../../src/posting/reserved-names.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { pointersIn, postingJson, postingWith, problemsIn } from './make-posting.js';

const text = (name: string, more: object = {}) => ({ type: 'text', name, label: 'L', ...more });
const first = '/form/sections/0/fields/0';
const second = '/form/sections/0/fields/1';

describe('the names of fields', () => {
  for (const name of reservedNames) {
    it(`may not be ${name}`, () => {
      expect(pointersIn(postingJson([text(name)]))).to.deep.equal([`${first}/name`]);
    });
  }

  it('may not be a reserved one where they are derived', () => {
    expect(pointersIn(postingJson([text('phone', { type: 'tel', e164Name: '_hints' })]))).to.deep.equal([
      `${first}/name`,
    ]);
  });

  for (const name of ['parentNode', 'submit', 'toString', 'hasOwnProperty', 'length', 'a.b', 'a[]', 'é', ' ', '0']) {
    it(`may be ${JSON.stringify(name)}`, () => {
      expect(fieldsOf(postingWith([text(name)]))[0]?.name).to.equal(name);
    });
  }

  it('stand once in the form, whatever the section', () => {
    const json = { title: 'T', form: { sections: [{ fields: [text('a')] }, { fields: [text('a')] }] } };
    expect(problemsIn(json)).to.deep.equal([
      { pointer: '/form/sections/1/fields/0/name', expected: 'a name of its own; "a" is taken' },
    ]);
  });

  for (const [what, field, derived] of [
    ['the text in place of a file', { type: 'file', name: 'cv', label: 'CV', sources: ['text'] }, 'cv_text'],
    ['the text in place of a file, named', { type: 'file', name: 'cv', label: 'CV', textName: 'cv_t' }, 'cv_t'],
    [
      'the text beside an option',
      { type: 'choice', name: 'c', label: 'C', options: [{ value: 'x', freeText: 'c_x' }] },
      'c_x',
    ],
    ['the E.164 form', { type: 'tel', name: 'phone', label: 'P', e164Name: 'phone_e164' }, 'phone_e164'],
    ['a latitude', { type: 'location', name: 'place', label: 'P', latitudeName: 'lat', longitudeName: 'lon' }, 'lat'],
    ['a longitude', { type: 'location', name: 'place', label: 'P', latitudeName: 'lat', longitudeName: 'lon' }, 'lon'],
  ] as const) {
    it(`stand once with ${what}`, () => {
      expect(pointersIn(postingJson([field, text(derived)]))).to.deep.equal([`${second}/name`]);
    });
  }

  it('are free again inside a repeat, and stand once there', () => {
    const repeat = (fields: object[]) => ({ type: 'repeat', name: 'jobs', label: 'Jobs', fields });
    expect(pointersIn(postingJson([text('title'), repeat([text('title')])]))).to.deep.equal([]);
    expect(pointersIn(postingJson([repeat([text('title'), text('title')])]))).to.deep.equal([`${first}/fields/1/name`]);
    expect(pointersIn(postingJson([repeat([text('constructor')])]))).to.deep.equal([`${first}/fields/0/name`]);
  });

  it('are not needed by what asks nothing', () => {
    expect(
      pointersIn(
        postingJson([
          { type: 'content', content: 'a' },
          { type: 'content', content: 'b' },
        ]),
      ),
    ).to.deep.equal([]);
  });

  it('leave the prototype of objects alone', () => {
    const json: unknown = JSON.parse(
      '{ "title": "T", "__proto__": { "polluted": 1 }, "links": { "__proto__": { "help": "x" } } }',
    );
    const posting = parsePosting(json);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(Object.hasOwn(posting, '__proto__')).to.equal(false);
    expect(posting.links.help).to.equal(undefined);
  });
});

describe('the options of a choice', () => {
  it('have a value of their own each', () => {
    const options = [{ value: 'a' }, { value: 1 }, { value: '1' }];
    expect(pointersIn(postingJson([{ type: 'choice', name: 'c', label: 'C', options }]))).to.deep.equal([
      `${first}/options/2/value`,
    ]);
  });
});

describe('conditions that lead back to themselves', () => {
  const shownIf = (name: string, by: string) => text(name, { showIf: { var: by } });

  it('are refused, at the field', () => {
    expect(pointersIn(postingJson([shownIf('a', 'a')]))).to.deep.equal([`${first}/showIf`]);
    expect(pointersIn(postingJson([shownIf('a', 'b'), shownIf('b', 'c'), shownIf('c', 'a')]))).to.have.length(1);
  });

  it('are refused where the way leads through a section', () => {
    const json = { title: 'T', form: { sections: [{ showIf: { var: 'a' }, fields: [text('a')] }] } };
    expect(pointersIn(json), 'where the condition stands').to.deep.equal(['/form/sections/0/showIf']);
  });

  it('are refused where the way leads through an option, at its question', () => {
    const options = [{ value: 'x', showIf: { var: 'b' } }, { value: 'y' }];
    const choice = { type: 'choice', name: 'c', label: 'C', options };
    expect(pointersIn(postingJson([choice, shownIf('b', 'c')]))).to.deep.equal([first]);
    expect(pointersIn(postingJson([text('b'), choice, shownIf('d', 'c')]))).to.deep.equal([]);
  });

  it('are refused where the way leads through the text beside an option', () => {
    const choice = {
      type: 'choice',
      name: 'c',
      label: 'C',
      options: [{ value: 'x', freeText: 'c_x' }],
      showIf: { var: 'b' },
    };
    expect(pointersIn(postingJson([choice, shownIf('b', 'c_x')]))).to.have.length(1);
  });

  it('are refused inside a repeat', () => {
    const repeat = { type: 'repeat', name: 'r', label: 'R', fields: [shownIf('a', 'b'), shownIf('b', 'a')] };
    expect(pointersIn(postingJson([repeat]))).to.have.length(1);
  });

  it('are no cycle where two look at the same third', () => {
    expect(pointersIn(postingJson([text('a'), shownIf('b', 'a'), shownIf('c', 'a'), shownIf('d', 'b')]))).to.deep.equal(
      [],
    );
  });

  it('are no cycle where a field inside a repeat looks at one around it of the same name', () => {
    const repeat = { type: 'repeat', name: 'r', label: 'R', fields: [shownIf('x', 'a')] };
    expect(pointersIn(postingJson([shownIf('a', 'x'), text('x'), repeat]))).to.deep.equal([]);
  });
});
