import { expect } from '@open-wc/testing';
import { builtInKinds } from '../../src/posting/kinds/index.js';
import { draw, part, postingJson, type Json } from './support/element.js';

/** What a field of each type cannot do without. */
const needed: Readonly<Record<string, Json>> = {
  choice: { options: [{ value: 'a', label: 'A' }] },
  content: { content: 'Read this.' },
  hidden: { value: 'x' },
  repeat: { fields: [{ name: 'inner', type: 'text', label: 'Inner' }] },
};
const values = [5, 'x', '', {}, [], [null], [5], { html: 5 }, true];

function group(field: Json): Json {
  return { name: 'group', type: 'repeat', label: 'Group', min: 1, fields: [field] };
}

describe('keys that a field’s type does not have', () => {
  const keys = new Set(Object.values(builtInKinds).flatMap(({ schema }) => keysOf(schema)));

  it('are those of the other types', () => {
    expect(keys).to.include.all.keys('options', 'fields', 'text', 'content', 'min', 'suggest', 'maxWords');
  });

  for (const [type, kind] of Object.entries(builtInKinds)) {
    it(`may hold anything in a field of type ${type}`, async () => {
      const own = keysOf(kind.schema);
      const foreign = [...keys].filter((key) => !own.includes(key));
      expect(foreign).not.to.be.empty;
      for (const value of values) {
        const field = { ...needed[type], name: 'q', type, label: 'Question', required: kind.isQuestion };
        const odd = { ...Object.fromEntries(foreign.map((key) => [key, value])), ...field };
        const plain = await draw(postingJson([field, group(field)]));
        const element = await draw(postingJson([odd, group(odd)]));
        const codes = plain.validate().map(({ code }) => code);
        expect(
          element.validate().map(({ code }) => code),
          JSON.stringify(value),
        ).to.deep.equal(codes);
        expect(part(element, 'form')?.textContent, JSON.stringify(value)).to.equal(part(plain, 'form')?.textContent);
        expect(timeless(element.answers)).to.equal(timeless(plain.answers));
      }
    });
  }
});

/** A consent has the moment it was given; the two are not asked for in the same one. */
function timeless(answers: object): string {
  return JSON.stringify(answers, (key, value: unknown) => (key === 'at' ? undefined : value));
}

function keysOf(schema: unknown): readonly string[] {
  const { def } = schema as { def: { shape?: object; in?: unknown; innerType?: unknown } };
  return def.shape ? Object.keys(def.shape) : keysOf(def.in ?? def.innerType);
}
