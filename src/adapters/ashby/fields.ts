import type { AdapterOptions } from '../adapter.js';
import { anyFile } from '../any-file.js';
import { askedWords, withBareOptions } from '../asked-words.js';
import { choiceKeys, type GivenOption } from '../choice-field.js';
import type { Coverage } from '../coverage.js';
import { inferTextType, inferWords } from '../infer-text.js';
import type { Names } from '../names.js';
import { own } from '../own.js';
import { humanise, withoutTags } from '../text.js';
import { entry, entryKeys, option, type Entry } from './schema.js';

export type Json = Record<string, unknown>;
export type Path = readonly PropertyKey[];

interface Given {
  readonly label: string;
  readonly hint: string | undefined;
  readonly isMany: boolean;
  readonly options: readonly GivenOption[];
}

const kinds: Readonly<Record<string, (given: Given) => Json>> = {
  String: ({ label }) => ({ type: inferTextType('', label) }),
  LongText: ({ label, hint }) => ({ type: 'textarea', ...inferWords(hint, label) }),
  RichText: ({ label, hint }) => ({ type: 'textarea', ...inferWords(hint, label) }),
  Email: () => ({ type: 'email' }),
  Phone: () => ({ type: 'tel' }),
  Url: () => ({ type: 'url' }),
  SocialLink: () => ({ type: 'url' }),
  Date: () => ({ type: 'date' }),
  Number: () => ({ type: 'number', step: 1 }),
  Boolean: () => ({ type: 'boolean' }),
  ValueSelect: ({ options }) => choiceKeys(options, false),
  MultiValueSelect: ({ options }) => choiceKeys(options, true),
  File: ({ isMany }) => ({ type: 'file', ...(isMany ? { maxFiles: 10 } : {}) }),
  Location: () => ({ type: 'location' }),
  Score: () =>
    choiceKeys(
      [1, 2, 3, 4].map((value) => ({ value, label: String(value) })),
      false,
    ),
};

/** Types whose value has parts, each of which is asked by itself: the part's name, its type, which word names it. */
const composites: Readonly<
  Record<string, readonly (readonly [part: string, keys: Json, word: 'minimum' | 'maximum' | 'currency'])[]>
> = {
  NumberRange: [
    ['minValue', { type: 'number' }, 'minimum'],
    ['maxValue', { type: 'number' }, 'maximum'],
  ],
  Currency: [
    ['value', { type: 'number' }, 'minimum'],
    ['currencyCode', { type: 'text', maxLength: 3 }, 'currency'],
  ],
  CompensationRange: [
    ['minValue', { type: 'number' }, 'minimum'],
    ['maxValue', { type: 'number' }, 'maximum'],
    ['currencyCode', { type: 'text', maxLength: 3 }, 'currency'],
  ],
};

/** Reads the entries of a form, or of a survey, which has an id of its own. */
export class EntryReader {
  constructor(
    private readonly options: AdapterOptions,
    private readonly coverage: Coverage,
    private readonly names: Names,
  ) {}

  readAll(
    values: unknown,
    path: Path,
    { survey, isHidden }: { survey?: string | undefined; isHidden?: boolean | undefined } = {},
  ): readonly Json[] {
    return this.coverage
      .readEach(values, entry, path)
      .flatMap(({ item, path: at }) =>
        this.#read({ ...item, isHidden: isHidden === true || item.isHidden }, at, survey),
      );
  }

  #read(given: Entry, path: Path, survey: string | undefined): readonly Json[] {
    const { coverage } = this;
    const { field } = given;
    coverage.keys(given, entryKeys, path);
    coverage.keys(field, entryKeys, [...path, 'field']);
    const type = field.type ?? '';
    const wirePath = field.path ?? field.id ?? '';
    const hint = given.descriptionHtml === undefined ? given.descriptionPlain : withoutTags(given.descriptionHtml);
    // A consent has no title: its words stand in its description.
    const words = askedWords(field.title?.trim() ?? '');
    const title = words.label.trim() || hint;
    const label = title || field.humanReadablePath || humanise(wirePath.replace(/^_systemfield_/, ''));
    if (field.isDeactivated) {
      coverage.report(path, `"${label}" is deactivated and so not asked.`);
      return [];
    }
    if (!title) coverage.report(path, `a question without words; it is asked as "${label}".`);
    if (given.isHidden) {
      coverage.report(
        path,
        `"${label}" is hidden until other answers show it, by rules that Ashby keeps; it is asked, and never required.`,
      );
    }
    const common = {
      ...(given.isRequired && !given.isHidden ? { required: true } : {}),
      ...(field.isPrivate || isAboutEquality(wirePath) ? { sensitive: true } : {}),
    };
    const wire = { path: wirePath, type, isMany: field.isMany ?? false, ...(survey === undefined ? {} : { survey }) };
    if (type === 'Boolean' && /^_systemfield_data_consent/.test(wirePath)) {
      const text = given.descriptionHtml === undefined ? { text: label } : { html: given.descriptionHtml };
      const name = this.names.take(wirePath, path);
      return [{ name, type: 'consent', label: this.options.words.consent, text, ...common, 'x-wire': wire }];
    }
    const parts = own(composites, type);
    if (parts) {
      return parts.map(([part, keys, word], index) => ({
        name: this.names.take(`${wirePath}.${part}`, path),
        label: type === 'Currency' && index === 0 ? label : `${label} (${this.options.words[word]})`,
        ...common,
        ...(index === 0 ? description(given, words.html) : {}),
        ...keys,
        'x-wire': { ...wire, part },
      }));
    }
    const options = coverage
      .readEach(withBareOptions(field.selectableValues, 'label'), option, [...path, 'field', 'selectableValues'])
      .filter(({ item }) => !item.isArchived)
      .map(({ item, path: at }): GivenOption => {
        coverage.hasValue(item.value, item.label, at);
        return {
          value: typeof item.value === 'boolean' ? String(item.value) : (item.value ?? item.label),
          label: item.label ?? '',
        };
      });
    const known = own(kinds, type);
    if (/^(?:Multi)?ValueSelect$/.test(type)) coverage.hasOptions(options, path);
    if (!known) {
      coverage.report(
        path,
        `the type "${type}" is not known of Ashby; it is asked as ${options.length > 0 ? 'a choice' : 'a text'}.`,
      );
    }
    const read = known ?? (options.length > 0 ? kinds['ValueSelect'] : kinds['String']);
    return [
      {
        name: this.names.take(wirePath, path),
        label,
        ...common,
        ...(wirePath === '_systemfield_name' ? { autocomplete: 'name' } : {}),
        ...(label === hint ? {} : description(given, words.html)),
        ...read?.({
          label,
          hint,
          isMany: field.isMany ?? false,
          options,
        }),
        ...(type === 'File' && !wirePath.startsWith('_systemfield_') ? { accept: anyFile } : {}),
        ...(type === 'Location' && this.options.suggest !== undefined ? { suggest: this.options.suggest } : {}),
        'x-wire': wire,
      },
    ];
  }
}

function description({ descriptionHtml, descriptionPlain }: Entry, asked: string | undefined): Json {
  const html = [asked, descriptionHtml].filter((each) => each !== undefined).join('\n');
  if (html !== '') return { description: { html } };
  return descriptionPlain === undefined ? {} : { description: { text: descriptionPlain } };
}

/** Ashby asks some of it among other questions. */
export function isAboutEquality(path: unknown): boolean {
  return typeof path === 'string' && path.startsWith('_systemfield_eeoc_');
}
