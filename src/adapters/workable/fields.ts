import type { AdapterOptions } from '../adapter.js';
import { anyFile } from '../any-file.js';
import { askedWords, richWords, withBareOptions } from '../asked-words.js';
import { choiceKeys, type GivenOption } from '../choice-field.js';
import type { Coverage } from '../coverage.js';
import { inferTextType, inferWords } from '../infer-text.js';
import { firstGiven } from '../lenient.js';
import { Names } from '../names.js';
import { own } from '../own.js';
import { humanise } from '../text.js';
import { field as fieldSchema, fieldKeys, option, type WorkableField } from './schema.js';

export type Json = Record<string, unknown>;
export type Path = readonly PropertyKey[];

type Kind =
  'text' | 'email' | 'tel' | 'textarea' | 'boolean' | 'date' | 'number' | 'file' | 'choice' | 'group' | 'gdpr';

/** Words of both APIs. */
const kinds: Readonly<Record<string, Kind>> = {
  text: 'text',
  string: 'text',
  short_text: 'text',
  email: 'email',
  phone: 'tel',
  paragraph: 'textarea',
  free_text: 'textarea',
  boolean: 'boolean',
  date: 'date',
  number: 'number',
  numeric: 'number',
  file: 'file',
  dropdown: 'choice',
  multiple: 'choice',
  multiple_choice: 'choice',
  group: 'group',
  complex: 'group',
  gdpr: 'gdpr',
};

/** Public forms mark a company's own questions and attributes by their ids. */
const ownQuestion = /^[QC]A_/;

export class FieldReader {
  constructor(
    private readonly options: AdapterOptions,
    private readonly coverage: Coverage,
    private readonly names: Names,
  ) {}

  readAll(values: unknown, path: Path, areQuestions = false): readonly Json[] {
    return this.coverage
      .readEach(values, fieldSchema, path)
      .map(({ item, path: at }) => this.#read(item, at, areQuestions));
  }

  #read(field: WorkableField, path: Path, isQuestion: boolean): Json {
    const { coverage } = this;
    coverage.keys(field, fieldKeys, path);
    const key = field.key ?? field.id ?? '';
    const words = askedWords((field.label ?? field.body)?.trim() ?? '');
    const label = words.label || humanise(key) || field.type || 'Question';
    const helper = [words.html, field.helper].filter((each) => each !== undefined).join('\n');
    if (!words.label) coverage.report(path, `a question without words; it is asked as "${label}".`);
    const options = this.#optionsOf(field, path);
    const known = own(kinds, field.type);
    const kind = known ?? (options.length > 0 ? 'choice' : 'text');
    if (kind === 'choice') coverage.hasOptions(options, path);
    if (!known)
      coverage.report(
        path,
        `the type "${field.type ?? ''}" is not known of Workable; it is asked as ${kind === 'text' ? 'a text' : 'a choice'}.`,
      );
    return {
      name: this.names.take(key, path),
      label,
      ...(field.required ? { required: true } : {}),
      ...(helper === '' ? {} : { description: richWords(helper) }),
      ...this.#keysOf(kind, field, { key, label, options, path }),
      'x-wire': {
        ...(isQuestion || ownQuestion.test(key) ? { question: key } : { key }),
        kind,
        ...(isOne(field) ? { isOne: true } : {}),
      },
    };
  }

  #keysOf(
    kind: Kind,
    field: WorkableField,
    { key, label, options, path }: { key: string; label: string; options: readonly GivenOption[]; path: Path },
  ): Json {
    const limit = lengthOf(field.maxLength ?? field.max_length);
    switch (kind) {
      case 'text': {
        const type = inferTextType(key, label);
        return { type, ...(type === 'text' ? limit : {}) };
      }
      case 'textarea':
        return { type: 'textarea', ...limit, ...inferWords(field.helper, label) };
      case 'choice': {
        return choiceKeys(options, !isOne(field));
      }
      case 'file':
        return {
          type: 'file',
          ...acceptOf(field, ownQuestion.test(key)),
          ...bytesOf(field.maxFileSize ?? field.max_file_size),
        };
      case 'group': {
        const reader = new FieldReader(this.options, this.coverage, new Names(this.coverage));
        return {
          type: 'repeat',
          ...(field.multiple === false ? { max: 1 } : {}),
          fields: reader.readAll(field.fields, [...path, 'fields']),
        };
      }
      case 'gdpr':
        return {
          type: 'consent',
          text: field.label?.trim()
            ? richWords(field.label.trim())
            : { text: this.options.words.processingConsent('') },
        };
      default:
        return { type: kind };
    }
  }

  #optionsOf(field: WorkableField, path: Path): readonly GivenOption[] {
    const key = firstGiven(field.choices) === undefined ? 'options' : 'choices';
    return this.coverage
      .readEach(withBareOptions(field[key], 'body'), option, [...path, key])
      .map(({ item }): GivenOption => ({ value: item.id ?? item.name, label: item.body ?? item.value ?? '' }));
  }
}

/** Also where its one option is drawn as a box to be ticked. */
function isOne({ singleOption, single_answer, type }: WorkableField): boolean {
  return singleOption ?? single_answer ?? type === 'dropdown';
}

function lengthOf(maxLength: number | undefined): Json {
  return maxLength !== undefined && Number.isInteger(maxLength) && maxLength > 0 ? { maxLength } : {};
}

/** Extensions with or without their dot, and MIME types. */
function acceptOf(
  { supportedFileTypes, supported_file_types, supportedMimeTypes }: WorkableField,
  isOwn: boolean,
): Json {
  const extensions = (supportedFileTypes ?? supported_file_types ?? []).map((each) =>
    each.startsWith('.') ? each : `.${each}`,
  );
  const accept = [...extensions, ...(supportedMimeTypes ?? [])];
  if (accept.length > 0) return { accept };
  return isOwn ? { accept: anyFile } : {};
}

function bytesOf(maxBytes: number | undefined): Json {
  return maxBytes !== undefined && Number.isInteger(maxBytes) && maxBytes > 0 ? { maxBytes } : {};
}
