import { expect } from 'chai';
import { toJson } from '../../src/posting/to-json.js';

const value = { list: [1, ['two', { three: [] }]], none: undefined, nothing: null, at: new Date(0) };
const written = '{"list":[1,["two",{"three":[]}]],"nothing":null,"at":"1970-01-01T00:00:00.000Z"}';

describe('toJson', () => {
  it('writes what JSON.stringify writes', () => {
    expect(toJson(value)).to.equal(written);
    expect(toJson('text')).to.equal('"text"');
    expect(toJson(undefined)).to.equal(undefined);
  });

  it('writes the same where lists and objects have been given a toJSON()', () => {
    withToJson([Array.prototype, Object.prototype], () => {
      expect(toJson(value)).to.equal(written);
    });
  });

  it('writes the same where what they inherit cannot be overwritten', () => {
    withToJson(
      [Array.prototype],
      () => {
        expect(toJson(value)).to.equal(written);
      },
      { writable: false },
    );
  });

  it('asks a replacer', () => {
    const upper = (_key: string, each: unknown): unknown => (typeof each === 'string' ? each.toUpperCase() : each);
    expect(toJson({ list: ['a'] }, upper)).to.equal('{"list":["A"]}');
  });
});

function withToJson(prototypes: readonly object[], act: () => void, more: PropertyDescriptor = {}): void {
  const toText = (): string => 'by hand';
  for (const each of prototypes) Object.defineProperty(each, 'toJSON', { value: toText, configurable: true, ...more });
  try {
    act();
  } finally {
    for (const each of prototypes) Reflect.deleteProperty(each, 'toJSON');
  }
}
