import { choiceKeys, yesAndNo, type GivenOption } from '../choice-field.js';
import { askedWords, withBareOptions } from '../asked-words.js';
import { inferTextType, inferWords } from '../infer-text.js';
import { firstGiven, listOf } from '../lenient.js';
import { own } from '../own.js';
import { humanise, unescapeHtml, withoutTags } from '../text.js';
import type { Context, Json, Path } from './context.js';
import { option, question, questionKeys, wireField, wireFieldKeys, type Question, type WireField } from './schema.js';

type Kind = 'text' | 'textarea' | 'file' | 'hidden' | 'single' | 'multiple';

const kinds: Readonly<Record<string, Kind>> = {
  input_text: 'text',
  textarea: 'textarea',
  input_file: 'file',
  input_hidden: 'hidden',
  multi_value_single_select: 'single',
  multi_value_multi_select: 'multiple',
};

/** Harvest's words for them, and others that are met. */
const otherKinds: Readonly<Record<string, Kind>> = {
  short_text: 'text',
  long_text: 'textarea',
  attachment: 'file',
  boolean: 'single',
  yes_no: 'single',
  select: 'single',
  single_select: 'single',
  multi_select: 'multiple',
};

/** Greenhouse takes files of up to 100 MB. */
const maxFileBytes = 100_000_000;
/** Of names and the e-mail address; longer ones are refused. */
const maxNameLength = 255;

/** The fields of a list of questions, in its order. A question of which nothing can be read is reported. */
export function readQuestions(values: unknown, path: Path, context: Context): readonly Json[] {
  return context.coverage
    .readEach(values, question, path)
    .flatMap(({ item, path: at }) => readQuestion(item, at, context));
}

export function readQuestion(given: Question, path: Path, context: Context): readonly Json[] {
  const { coverage } = context;
  coverage.keys(given, questionKeys, path);
  const isHarvest = given.fields === undefined && given.name !== undefined;
  const fields = isHarvest
    ? coverage.readEach([given], wireField, path).map(({ item }) => ({ item, path }))
    : coverage.readEach(listOf(given.fields), wireField, [...path, 'fields']);
  if (fields.length === 0) {
    coverage.report(path, 'a question without a field to answer it in; its words are shown alone.');
    const words = [given.label, given.description].filter(Boolean).join('\n');
    return words === '' ? [] : [{ type: 'content', content: { text: withoutTags(words) } }];
  }
  const written = writtenField(fields.map(({ item }) => item));
  return fields
    .filter(({ item }) => item !== written)
    .map(({ item, path: at }) => readField(item, given, { at, written, isHarvest }, context));
}

interface Place {
  readonly at: Path;
  /** The field for writing what another of the question takes as a file. */
  readonly written: WireField | undefined;
  readonly isHarvest: boolean;
}

function readField(field: WireField, given: Question, { at, written, isHarvest }: Place, context: Context): Json {
  const { coverage, names } = context;
  if (!isHarvest) coverage.keys(field, wireFieldKeys, at);
  const name = names.take(field.name.replace(/\[\]$/, ''), at);
  const words = askedWords(given.label?.trim() ?? '');
  const label = words.label || humanise(field.name);
  if (!words.label) coverage.report(at, `a question without words; it is asked as "${label}".`);
  const options = readOptions(field, at, context);
  const kind = kindOf(field, options, { at, isHarvest }, context);
  if (kind === 'single' || kind === 'multiple') coverage.hasOptions(options, at);
  const description = [words.html, given.description]
    .filter((html) => html !== undefined)
    .map(unescapeHtml)
    .join('\n');
  const textName = kind === 'file' && written ? names.take(written.name, at) : undefined;
  return {
    name,
    label,
    ...((given.required ?? field.required) && kind !== 'hidden' ? { required: true } : {}),
    ...(given.private ? { sensitive: true } : {}),
    ...(description === '' ? {} : { description }),
    ...keysOf(kind, { name, label, description }, options, textName),
    'x-wire': {
      name: field.name,
      type: field.type ?? '',
      ...(textName === undefined ? {} : { written: written?.name }),
      ...wireValues(kind, options),
    },
  };
}

function keysOf(
  kind: Kind,
  { name, label, description }: { name: string; label: string; description: string },
  options: readonly GivenOption[],
  textName: string | undefined,
): Json {
  switch (kind) {
    case 'text': {
      const isName = name === 'first_name' || name === 'last_name';
      return { type: inferTextType(name, label), ...(isName ? { maxLength: maxNameLength } : {}) };
    }
    case 'textarea':
      return { type: 'textarea', ...inferWords(description, label) };
    case 'file':
      return {
        type: 'file',
        maxBytes: maxFileBytes,
        ...(textName === undefined ? {} : { sources: ['device', 'text'], textName }),
      };
    case 'hidden':
      return { type: 'hidden' };
    case 'single':
      return yesAndNo(options) ? { type: 'boolean' } : choiceKeys(options, false);
    case 'multiple':
      return choiceKeys(options, true);
  }
}

function kindOf(
  { type }: WireField,
  options: readonly GivenOption[],
  { at, isHarvest }: { readonly at: Path; readonly isHarvest: boolean },
  { coverage }: Context,
): Kind {
  const known = own(kinds, type);
  if (known) return known;
  const other = own(otherKinds, type);
  const kind = other ?? (options.length > 0 ? 'single' : 'text');
  const asked = {
    text: 'a text',
    textarea: 'a long text',
    file: 'a file',
    hidden: 'a hidden value',
    single: 'a choice',
    multiple: 'a choice of several',
  }[kind];
  if (!other || !isHarvest)
    coverage.report(at, `the type "${type ?? ''}" is not one of Greenhouse's; it is asked as ${asked}.`);
  return kind;
}

function readOptions(field: WireField, at: Path, { coverage }: Context): readonly GivenOption[] {
  const key = field.options !== undefined && firstGiven(field.values) === undefined ? 'options' : 'values';
  const options = coverage.readEach(withBareOptions(field[key], 'label'), option, [...at, key]);
  const given = options.map(({ item, path }): GivenOption => {
    coverage.hasValue(item.value, item.label, path);
    return { value: item.value, label: item.label ?? '' };
  });
  return given.length === 0 && field.type === 'boolean'
    ? [
        { value: 1, label: 'Yes' },
        { value: 0, label: 'No' },
      ]
    : given;
}

/** `resume_text` beside `resume`, or the one long text beside the one file: it is written where the other is not chosen. */
function writtenField(fields: readonly WireField[]): WireField | undefined {
  const ofKind = (wanted: Kind): readonly WireField[] =>
    fields.filter(({ type }) => own({ ...kinds, ...otherKinds }, type) === wanted);
  const [file, ...moreFiles] = ofKind('file');
  const [long, ...moreLong] = ofKind('textarea');
  if (!file) return undefined;
  const named = fields.find(({ name }) => name === `${file.name}_text`);
  return named ?? (moreFiles.length === 0 && moreLong.length === 0 ? long : undefined);
}

function wireValues(kind: Kind, options: readonly GivenOption[]): Json {
  const pair = kind === 'single' ? yesAndNo(options) : undefined;
  return pair ? { yes: pair.yes, no: pair.no } : {};
}
