import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parsePosting, reservedNames } from 'job-application-element/server.js';
import { namedFormats } from '../../src/posting/pattern.js';
import { codesIn, namesUnder, readme, snippetsOf, tablesUnder } from '../support/readme.js';

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly $defs: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;
}

/** How each kind of JSON in README is read. */
const readers: Readonly<Record<string, (json: unknown) => unknown>> = {
  posting: (json: unknown) => parsePosting(json),
  fields: (json: unknown) => parsePosting(postingWith(json)),
  rules: (json: unknown) => parsePosting({ title: 'T', form: { sections: [], rules: json } }),
};

const schema = JSON.parse(readFileSync('dist/posting.schema.json', 'utf8')) as Schema;

describe('what README says of the posting', () => {
  const common = namesUnder('Field types').slice(0, 9);
  const types = tablesUnder('Field types').slice(9);

  it('names every key', () => {
    const { $schema: _, ...keys } = schema.properties;
    expect(namesUnder('The posting').toSorted()).to.deep.equal(Object.keys(keys).toSorted());
  });

  it('names every field type', () => {
    const defined = Object.keys(schema.$defs).filter((name) => name.startsWith('field-'));
    expect(types.flatMap(([type = '']) => codesIn(type)).toSorted()).to.deep.equal(
      defined.map((name) => name.slice('field-'.length)).toSorted(),
    );
  });

  for (const [type = '', keys = ''] of types) {
    it(`names every key of the type ${type}`, () => {
      const properties = Object.keys(schema.$defs[`field-${codesIn(type)[0]}`]?.properties ?? {});
      expect(['type', ...common, ...codesIn(keys)].toSorted()).to.deep.equal(properties.toSorted());
    });
  }

  it('names every format that a pattern may have', () => {
    const [, , answer = ''] = types.find(([type]) => type === '`text`') ?? [];
    expect(codesIn(answer)).to.include.members(Object.keys(namedFormats));
  });

  it('names every reserved name', () => {
    const [sentence = ''] = /^.*Field names may not be one of.*$/m.exec(readme) ?? [];
    expect(codesIn(sentence)).to.deep.equal(reservedNames);
  });

  it('names operators that a condition may have', () => {
    const [, sentence = ''] = /JsonLogic with these operators: (.*?)\. /.exec(readme) ?? [];
    const operators = codesIn(sentence);
    expect(operators).to.have.lengthOf(12);
    for (const operator of operators) {
      expect(() => parsePosting(postingWith([textWith({ [operator]: operandsOf(operator) })]))).not.to.throw();
    }
    expect(() => parsePosting(postingWith([textWith({ '+': [1, 1] })]))).to.throw(operators.join(' '));
  });

  it('says the limits', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => textWith(undefined, `q${index}`));
    expect(readme).to.include('may have 2,000 fields in at most 2,000 sections, rules that name 2,000 fields together');
    expect(readme).to.include('100,000 characters in a text that is not rich, 30 accents on one letter, 30,000 turns');
    expect(readme).to.include('500 lines of pay, 500 parts of a description and 2,000,000 characters');
    expect(() => parsePosting(postingWith(fields(2000)))).not.to.throw();
    expect(() => parsePosting(postingWith(fields(2001)))).to.throw('2000');
    expect(() => parsePosting({ title: 'T'.repeat(2_000_001) })).to.throw('2000000');
    expect(() => parsePosting({ title: 'T'.repeat(100_000) })).not.to.throw();
    expect(() => parsePosting({ title: 'T'.repeat(100_001) })).to.throw('100000');
    expect(() => parsePosting({ title: `A${'\u0301'.repeat(31)}` })).to.throw('30');
    const rule = { rule: 'at-least-one', fields: ['q0', 'q1'] };
    const ruled = (count: number) => {
      const posting = postingWith(fields(2)) as { form: object };
      return { ...posting, form: { ...posting.form, rules: Array.from({ length: count }, () => rule) } };
    };
    expect(() => parsePosting(ruled(1000))).not.to.throw();
    expect(() => parsePosting(ruled(1001))).to.throw('2000');
  });
});

describe('the JSON in README', () => {
  for (const { subject, text, line } of snippetsOf('json').filter(({ subject }) => readers[subject])) {
    it(`reads the ${subject} of line ${line}`, () => {
      expect(() => readers[subject]?.(JSON.parse(text))).not.to.throw();
    });
  }

  it('has no field of an unknown type', () => {
    for (const { text } of snippetsOf('json', 'fields')) {
      const sections = parsePosting(postingWith(JSON.parse(text))).form?.sections ?? [];
      const unknown = sections.flatMap(({ fields }) => fields.filter(({ unknownType }) => unknownType !== undefined));
      expect(unknown).to.deep.equal([]);
    }
  });

  it('shows a condition of the kind that it explains', () => {
    const [, conditional] = snippetsOf('json', 'fields');
    expect(conditional?.text).to.include('"showIf"');
  });
});

function postingWith(fields: unknown): unknown {
  return { title: 'T', form: { sections: [{ fields }] } };
}

function textWith(showIf: unknown, name = 'q'): unknown {
  return { name, type: 'text', label: 'Q', showIf };
}

function operandsOf(operator: string): unknown {
  if (operator === 'var') return 'other';
  if (operator === 'missing') return ['other'];
  return operator === '!' ? [true] : [1, [1]];
}
