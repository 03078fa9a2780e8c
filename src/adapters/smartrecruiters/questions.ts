import { askedWords, richWords, withBareOptions } from '../asked-words.js';
import { choiceKeys, type GivenOption } from '../choice-field.js';
import type { Coverage } from '../coverage.js';
import { inferTextType, inferWords } from '../infer-text.js';
import { firstGiven } from '../lenient.js';
import { Names } from '../names.js';
import { own } from '../own.js';
import {
  field as fieldSchema,
  fieldKeys,
  question,
  questionKeys,
  value,
  type SmartField,
  type SmartQuestion,
} from './schema.js';

export type Json = Record<string, unknown>;
type Path = readonly PropertyKey[];

/** Applications of over 4 kB in one answer are refused. */
const maxAnswerLength = 4000;

const kinds: Readonly<Record<string, (label: string, options: readonly GivenOption[]) => Json>> = {
  INPUT_TEXT: (label) => ({ type: inferTextType('', label) }),
  TEXTAREA: (label) => ({ type: 'textarea', maxLength: maxAnswerLength, ...inferWords(label) }),
  SINGLE_SELECT: (_label, options) => choiceKeys(options, false),
  RADIO: (_label, options) => ({ display: 'radios', ...choiceKeys(options, false) }),
  MULTI_SELECT: (_label, options) => choiceKeys(options, true),
  CHECKBOX: (_label, options) => (options.length === 0 ? { type: 'boolean' } : choiceKeys(options, true)),
  CURRENCY: () => ({ type: 'text', inputMode: 'decimal' }),
  DATE: () => ({ type: 'date' }),
};

/**
 * Sections for the questions: one for those of a single field, one each for those of several, and those about equality
 * apart. A question that may be answered several times over becomes a list of entries.
 */
export class QuestionReader {
  readonly #coverage: Coverage;
  readonly #names: Names;

  constructor(coverage: Coverage, names: Names) {
    this.#coverage = coverage;
    this.#names = names;
  }

  read(values: unknown, path: Path): readonly Json[] {
    const plain: Json[] = [];
    const others: Json[] = [];
    for (const { item, path: at } of this.#coverage.readEach(values, question, path)) {
      this.#coverage.keys(item, questionKeys, at);
      const given = this.#coverage.readEach(item.fields, fieldSchema, [...at, 'fields']);
      if (given.length === 0) {
        const words = askedWords(item.label?.trim() ?? '').label;
        this.#coverage.report(at, `a question without a field to answer it in; its words are shown alone.`);
        if (words !== '') plain.push({ type: 'content', content: { text: words } });
        continue;
      }
      const isEquality = given.some(({ item: { complianceType } }) => complianceType !== undefined);
      const fields = item.repeatable
        ? [this.#repeated(item, given, at)]
        : given.map((each) => this.#field(each.item, item, given.length === 1, each.path, this.#names));
      if (fields.length === 0) continue;
      if (isEquality || (fields.length > 1 && item.label?.trim())) {
        others.push({
          ...(fields.length > 1 || item.repeatable ? titleOf(item) : {}),
          ...(isEquality ? { equality: true } : {}),
          fields,
        });
      } else plain.push(...fields);
    }
    return [...(plain.length > 0 ? [{ fields: plain }] : []), ...others];
  }

  #repeated(given: SmartQuestion, fields: readonly { item: SmartField; path: Path }[], path: Path): Json {
    const names = new Names(this.#coverage);
    return {
      name: this.#names.take(given.id, path),
      type: 'repeat',
      label: given.label?.trim() || given.id,
      ...(fields.some(({ item }) => item.required) ? { required: true } : {}),
      fields: fields.map((each) => this.#field(each.item, given, fields.length === 1, each.path, names)),
      'x-wire': { question: given.id, isRepeatable: true },
    };
  }

  #field(field: SmartField, of: SmartQuestion, isAlone: boolean, path: Path, names: Names): Json {
    this.#coverage.keys(field, fieldKeys, path);
    const given = (isAlone ? [of.label, field.label] : [field.label, of.label])
      .map((each) => askedWords(each?.trim() ?? ''))
      .filter((each) => each.label !== '');
    const label = given[0]?.label ?? field.id;
    const inRest = isAlone ? given[1] : undefined;
    // With words for the question and for its only field, the one is asked and the other is said beside it.
    const beside = inRest === undefined || inRest.label === label ? [] : [inRest.html ?? inRest.label];
    const said = [given[0]?.html, ...beside].filter((each) => each !== undefined).join('\n');
    if (field.type === 'INFORMATION') {
      const content = [of.label, field.label].filter((each) => each?.trim()).join('\n');
      return { type: 'content', content: richWords((isAlone ? content : field.label) || label) };
    }
    const key = firstGiven(field.values) === undefined && field.options !== undefined ? 'options' : 'values';
    const options = this.#coverage
      .readEach(withBareOptions(field[key], 'label'), value, [...path, key])
      .map(({ item }): GivenOption => ({ value: item.id, label: item.label ?? '' }));
    const known = own(kinds, field.type);
    if (/SELECT$|^RADIO$/.test(field.type ?? '')) this.#coverage.hasOptions(options, path);
    if (!known) {
      const asked = options.length > 0 ? 'a choice' : 'a text';
      this.#coverage.report(
        path,
        `the type "${field.type ?? ''}" is not known of SmartRecruiters; it is asked as ${asked}.`,
      );
    }
    const read = known ?? (options.length > 0 ? kinds['SINGLE_SELECT'] : kinds['INPUT_TEXT']);
    return {
      name: names.take(of.repeatable ? field.id : `${of.id}.${field.id}`, path),
      label,
      ...(field.required ? { required: true } : {}),
      ...(said === '' ? {} : { description: richWords(said) }),
      ...read?.(label, options),
      'x-wire': { question: of.id, field: field.id },
    };
  }
}

function titleOf({ label }: SmartQuestion): Json {
  return label?.trim() ? { title: label.trim() } : {};
}
