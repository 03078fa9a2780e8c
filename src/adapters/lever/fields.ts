import { anyFile } from '../any-file.js';
import { askedWords, richWords, withBareOptions } from '../asked-words.js';
import { choiceKeys, type GivenOption } from '../choice-field.js';
import type { Coverage } from '../coverage.js';
import { inferTextType, inferWords } from '../infer-text.js';
import type { Names } from '../names.js';
import { own } from '../own.js';
import { humanise } from '../text.js';
import { fieldKeys, option, type LeverField } from './schema.js';

export type Json = Record<string, unknown>;
export type Path = readonly PropertyKey[];

type Keys = (field: LeverField, options: readonly GivenOption[]) => Json;

const kinds: Readonly<Record<string, Keys>> = {
  text: ({ text, name }) => ({ type: inferTextType(name ?? '', text ?? '') }),
  textarea: ({ description, text }) => ({ type: 'textarea', ...inferWords(description, text) }),
  code: () => ({ type: 'textarea' }),
  university: () => ({ type: 'text' }),
  date: () => ({ type: 'date' }),
  currency: () => ({ type: 'text', inputMode: 'decimal' }),
  score: (_field, options) => (options.length > 0 ? choiceKeys(options, false) : { type: 'number' }),
  dropdown: (_field, options) => choiceKeys(options, false),
  'multiple-choice': (_field, options) => ({ display: 'radios', ...choiceKeys(options, false) }),
  'multiple-select': (_field, options) => choiceKeys(options, true),
  'yes-no': (_field, options) => (options.length > 0 ? choiceKeys(options, false) : { type: 'boolean' }),
  'file-upload': ({ name }) => ({ type: 'file', ...(name === 'resume' ? {} : { accept: anyFile }) }),
};

/** Reads fields, each with the name that it has on the wire of the hosted form. */
export class FieldReader {
  constructor(
    private readonly coverage: Coverage,
    private readonly names: Names,
  ) {}

  /** @param wire what the writer of the payload has to know; the hosted name is added */
  read(field: LeverField, wireName: string, wire: Json, path: Path): Json {
    const type = field.type ?? '';
    this.coverage.keys(field, fieldKeys, path);
    const options = this.coverage
      .readEach(withBareOptions(field.options, 'text'), option, [...path, 'options'])
      // The wire has an option's words; ids, where there are any, are for the hosted page alone.
      .map(({ item }): GivenOption => ({
        value: item.text ?? item.optionId,
        label: item.text ?? '',
        description: item.description,
      }));
    const known = own(kinds, type);
    if (/^(?:dropdown|multiple-)/.test(type)) this.coverage.hasOptions(options, path);
    if (!known) {
      const asked = options.length > 0 ? 'a choice' : 'a text';
      this.coverage.report(path, `the type "${type}" is not known of Lever; it is asked as ${asked}.`);
    }
    const keys = known ?? (options.length > 0 ? kinds['dropdown'] : kinds['text']);
    const words = askedWords(field.text?.trim() ?? '');
    const label = words.label || humanise(field.name ?? type) || wireName;
    const description = [words.html, field.description].filter((each) => each !== undefined).join('\n');
    if (!words.label) this.coverage.report(path, `a question without words; it is asked as "${label}".`);
    const isYesNo = type === 'yes-no' && options.length === 0;
    return {
      name: this.names.take(wireName, path),
      label,
      ...(field.required ? { required: true } : {}),
      ...(description === '' ? {} : { description: richWords(description) }),
      ...keys?.(field, options),
      'x-wire': { ...wire, name: wireName, type, ...(isYesNo ? { yes: 'Yes', no: 'No' } : {}) },
    };
  }
}
