import { expect } from 'chai';
import { answersFromParts, createScope, kindOf, ownersOf } from '../../src/posting/answers.js';
import type { Field, FieldKind, Part, TextContext } from '../../src/posting/field-kind.js';
import { judgeField } from '../../src/posting/judge-field.js';
import { type builtInKinds, kindsWith } from '../../src/posting/kinds/index.js';
import { localize } from '../../src/posting/text.js';
import { fieldWith, type Json } from './make-posting.js';

const pdf = { name: 'cv.pdf', type: 'application/pdf', size: 1200 };
const options = [
  { value: 'a', label: 'Apple' },
  { value: 'b', label: 'Birch' },
];
const consent = { given: true, version: '2', text: 'We keep it', at: '2026-11-22T10:00:00.000Z' };

interface Sample {
  /** Keys of the field beside its type and its name. */
  readonly field?: Json;
  /** A right answer, as the kind reads it. */
  readonly answer: unknown;
  /** What comes back out of parts, where they carry less. */
  readonly fromParts?: unknown;
  readonly parts: readonly (readonly [string, unknown])[];
  readonly text: string;
  /** Values that are no answer of this kind at all. */
  readonly foreign: readonly unknown[];
}

/** One for each built-in kind that asks something; the compiler names what is forgotten. */
const samples: Record<Exclude<keyof typeof builtInKinds, 'content'>, Sample> = {
  text: { answer: 'Zoë', parts: [['it', 'Zoë']], text: 'Zoë', foreign: [5, {}, [], true] },
  textarea: { answer: 'a\nb', parts: [['it', 'a\nb']], text: 'a\nb', foreign: [5, {}, ['a']] },
  email: { answer: 'a@b.co', parts: [['it', 'a@b.co']], text: 'a@b.co', foreign: [5, {}, ['a@b.co']] },
  tel: {
    answer: '+44 20 7946 0018',
    parts: [['it', '+44 20 7946 0018']],
    text: '+44 20 7946 0018',
    foreign: [442079460018, {}],
  },
  url: { answer: 'example.org/a', parts: [['it', 'example.org/a']], text: 'example.org/a', foreign: [5, {}] },
  number: { answer: 1500.5, parts: [['it', '1500.5']], text: '1,500.5', foreign: [{}, [], true, NaN, Infinity] },
  date: { answer: '2027-01-31', parts: [['it', '2027-01-31']], text: 'January 31, 2027', foreign: [20270131, {}] },
  month: { answer: '2027-01', parts: [['it', '2027-01']], text: 'January 2027', foreign: [202701, {}] },
  choice: { field: { options }, answer: 'b', parts: [['it', 'b']], text: 'Birch', foreign: [{}, ['a', 'b'], [{}]] },
  boolean: { answer: false, parts: [['it', 'false']], text: 'No', foreign: ['yes', 0, {}, []] },
  consent: {
    answer: consent,
    fromParts: { given: true, version: undefined, text: '', at: '' },
    parts: [['it', 'true']],
    text: 'Yes',
    foreign: ['yes', 1, {}, []],
  },
  file: { answer: [pdf], parts: [['it', pdf]], text: 'cv.pdf', foreign: ['cv.pdf', 5, [{}], ['cv.pdf']] },
  location: {
    field: { latitudeName: 'lat', longitudeName: 'lon' },
    answer: { text: 'Leeds', latitude: 53.8, longitude: -1.55 },
    parts: [
      ['it', 'Leeds'],
      ['lat', '53.8'],
      ['lon', '-1.55'],
    ],
    text: 'Leeds',
    foreign: [5, {}, { text: 5 }, []],
  },
  repeat: {
    field: {
      fields: [
        { name: 'school', type: 'text', label: 'S' },
        { name: 'end', type: 'date', label: 'E' },
      ],
    },
    answer: [{ school: 'A' }, { school: 'B', end: '2020-01-01' }],
    parts: [
      ['it[0][school]', 'A'],
      ['it[1][school]', 'B'],
      ['it[1][end]', '2020-01-01'],
    ],
    text: 'S: A\n\nS: B\nE: January 1, 2020',
    foreign: ['A', 5, {}, ['A'], [null]],
  },
  hidden: { answer: 'newsletter', parts: [['it', 'newsletter']], text: 'newsletter', foreign: [5, {}] },
};

const kinds = kindsWith();
const context = { kinds, lookup: () => undefined, today: '2026-11-22' };
const words: TextContext = { kinds, locale: 'en', text: (text) => localize(text, 'en'), yes: 'Yes', no: 'No' };
const wire = (name: string): string => name;

for (const [type, sample] of Object.entries(samples)) {
  describe(`a field of the type ${type}`, () => {
    const make = (more: Json = {}): { field: Field; kind: FieldKind } => {
      const field = fieldWith({ type, ...sample.field, ...more });
      return { field, kind: kindOf(field, kinds) };
    };

    it('begins with a blank answer', () => {
      const { field, kind } = make();
      expect(kind.isBlank(kind.initial(field, kinds), field)).to.equal(true);
    });

    it('asks for an answer where one is required and none was given, unless nobody sees it', () => {
      const { field, kind } = make({ required: true });
      expect(judgeField(field, undefined, context)).to.have.length(kind.isVisible ? 1 : 0);
      const begun = kind.initial(field, kinds);
      if (type !== 'repeat')
        expect(judgeField(field, begun, context)).to.deep.equal(judgeField(field, undefined, context));
    });

    it('may be left blank where it is not required', () => {
      const { field, kind } = make();
      expect(judgeField(field, undefined, context)).to.deep.equal([]);
      expect(judgeField(field, kind.initial(field, kinds), context)).to.deep.equal([]);
    });

    it('takes a right answer, which is not blank', () => {
      const { field, kind } = make({ required: true });
      expect(judgeField(field, sample.answer, context)).to.deep.equal([]);
      expect(kind.isBlank(sample.answer, field)).to.equal(false);
    });

    it('reads its own answer as it is', () => {
      const { field, kind } = make();
      expect(kind.read(sample.answer, field, { kinds })).to.deep.equal(sample.answer);
    });

    for (const value of sample.foreign) {
      it(`finds that ${String(JSON.stringify(value))} is no answer of its kind`, () => {
        const { field, kind } = make();
        expect(kind.read(value, field, { kinds })).to.equal(undefined);
        expect(judgeField(field, value, context)).to.deep.equal([{ code: 'wrong-type', params: { expected: type } }]);
      });
    }

    it('travels as parts', () => {
      const { field, kind } = make();
      const parts = kind.toParts(sample.answer, field, wire, context);
      expect(parts.map(({ name, value }) => [name, value])).to.deep.equal(sample.parts);
    });

    it('comes back out of its parts', () => {
      const { field } = make();
      const parts = sample.parts.map(([name, value]) => ({ name, value }) as Part);
      const source = {
        names: parts.map(({ name }) => name),
        values: (name: string) => parts.filter((part) => part.name === name).map(({ value }) => value),
      };
      const answers = answersFromParts([field], source, wire, kinds);
      expect(plain(answers['it'])).to.deep.equal(plain('fromParts' in sample ? sample.fromParts : sample.answer));
    });

    it('has no answer where no part of it is there', () => {
      const { field } = make();
      const answers = answersFromParts([field], { names: [], values: () => [] }, wire, kinds);
      expect(answers['it']).to.equal(undefined);
    });

    it('can be read by a person', () => {
      const { field, kind } = make();
      expect(kind.toText(sample.answer, field, words)).to.equal(sample.text);
    });

    it('gives conditions something that JsonLogic can compare', () => {
      const { field } = make();
      const scope = createScope({ owners: ownersOf([field], kinds), answers: { it: sample.answer }, kinds });
      expect(scope.lookup('it')).to.not.equal(undefined);
    });
  });
}

/** Without the difference between an absent key and one that is `undefined`, which no wire has. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
