import type { AdapterOptions } from '../adapter.js';
import { anyFile } from '../any-file.js';
import { askedWords, richWords, withBareOptions } from '../asked-words.js';
import { choiceKeys, type GivenOption } from '../choice-field.js';
import type { Coverage } from '../coverage.js';
import { followYes } from '../follow-yes.js';
import { inferTextType, inferWords } from '../infer-text.js';
import { Names } from '../names.js';
import { own } from '../own.js';
import { option, place, question, questionKeys, type Offer, type OpenQuestion } from './schema.js';
import { firstOf, inEach, translated, type Words } from './translated.js';

type Json = Record<string, unknown>;
type Path = readonly PropertyKey[];

interface Given {
  /** In the first language, to be judged by. */
  readonly words: string;
  readonly options: readonly GivenOption[];
  readonly limit: Json;
}

const kinds: Readonly<Record<string, (given: Given) => Json>> = {
  string({ words, limit }) {
    const type = inferTextType('', words);
    return { type, ...(type === 'text' ? limit : {}) };
  },
  text: ({ words, limit }) => ({ type: 'textarea', ...limit, ...inferWords(words) }),
  boolean: () => ({ type: 'boolean' }),
  single_choice: ({ options }) => choiceKeys(options, false),
  multi_choice: ({ options }) => choiceKeys(options, true),
  date: () => ({ type: 'date' }),
  number: () => ({ type: 'number' }),
  salary: () => ({ type: 'text', inputMode: 'decimal' }),
  file: () => ({ type: 'file', accept: anyFile }),
  video: () => ({ type: 'file', accept: ['video/*', '.mp4', '.mov', '.webm'], maxBytes: 100_000_000 }),
};

/** The built-in fields, each required, optional or off, and the offer's own questions in the order of their positions. */
export function formOf(offer: Offer, options: AdapterOptions, coverage: Coverage): Json {
  const names = new Names(coverage);
  const { words } = options;
  const builtIn = (
    name: string,
    type: string,
    label: string,
    setting: string | undefined,
    rest: Json = {},
  ): readonly Json[] =>
    setting !== 'required' && setting !== 'optional'
      ? []
      : [
          {
            name: names.take(name, []),
            type,
            label,
            ...(setting === 'required' ? { required: true } : {}),
            ...rest,
            'x-wire': { candidate: name },
          },
        ];
  const usual = [
    ...builtIn('name', 'text', words.name, 'required', { autocomplete: 'name' }),
    ...builtIn('email', 'email', words.email, 'required'),
    ...builtIn('phone', 'tel', words.phone, offer.options_phone),
    ...builtIn('photo', 'file', words.photo, offer.options_photo, {
      accept: ['.jpg', '.jpeg', '.png', 'image/jpeg', 'image/png'],
    }),
    ...builtIn('cv', 'file', words.resume, offer.options_cv),
    ...builtIn('cover_letter', 'textarea', words.coverLetter, offer.options_cover_letter),
    ...preferredPlace(),
  ];
  const questions = coverage
    .readEach(offer.open_questions, question, ['open_questions'])
    .sort(byPosition)
    .map(({ item, path }) => readQuestion(item, path));
  return {
    sections: [{ fields: usual }, { fields: options.conditions ? followYes(questions) : questions }].filter(
      ({ fields }) => fields.length > 0,
    ),
  };

  function readQuestion(given: OpenQuestion, path: Path): Json {
    coverage.keys(given, questionKeys, path);
    const name = names.take(`question_${given.id}`, path);
    const body = translated(given.translations, 'body', given.body) ?? name;
    if (body === name) coverage.report(path, `a question without words; it is asked as "${name}".`);
    if (given.kind === 'infobox') return { type: 'content', content: rich(body) };
    const label = inEach(body, (each) => askedWords(each).label);
    const description = inEach(body, (each) => askedWords(each).html ?? '');
    const common = {
      name,
      ...(given.required ? { required: true } : {}),
      'x-wire': { question: given.id, kind: given.kind ?? '' },
    };
    if (given.kind === 'legal') return { ...common, type: 'consent', label: words.consent, text: rich(body) };
    const choices = coverage
      .readEach(withBareOptions(given.open_question_options, 'body'), option, [...path, 'open_question_options'])
      .sort(byPosition)
      // An answer is an option's words in the offer's own language.
      .map(({ item }): GivenOption => ({
        value: item.body ?? (firstOf(translated(item.translations, 'body', undefined)) || item.id),
        label: translated(item.translations, 'body', item.body) ?? '',
      }));
    const known = own(kinds, given.kind);
    if (/_choice$/.test(given.kind ?? '')) coverage.hasOptions(choices, path);
    if (!known)
      coverage.report(
        path,
        `the kind "${given.kind ?? ''}" is not known of Recruitee; it is asked as ${choices.length > 0 ? 'a choice' : 'a text'}.`,
      );
    const read = known ?? (choices.length > 0 ? kinds['single_choice'] : kinds['string']);
    const length = given.options?.length;
    const limit = length !== undefined && Number.isInteger(length) && length > 0 ? { maxLength: length } : {};
    return {
      ...common,
      label: firstOf(label) === '' ? name : label,
      ...(firstOf(description) === '' ? {} : { description: { html: description } }),
      ...read?.({ words: firstOf(label), options: choices, limit }),
    };
  }

  function preferredPlace(): readonly Json[] {
    const places = coverage.readEach(offer.locations, place, ['locations']).filter(({ item }) => item.id !== undefined);
    if (offer.location_question_visible === false || offer.locations_question === undefined || places.length < 2)
      return [];
    const given = places.map(({ item }): GivenOption => ({
      value: item.id,
      label: translated(item.translations, 'name', item.name) ?? item.city ?? '',
    }));
    return [
      {
        name: names.take('location_ids', ['locations_question']),
        label: translated(offer.translations, 'locations_question', offer.locations_question),
        ...(offer.locations_question_required ? { required: true } : {}),
        ...choiceKeys(given, offer.locations_question_type === 'multiple_choice'),
        'x-wire': { candidate: 'location_ids', isList: true },
      },
    ];
  }
}

/** What has no position comes last. */
function byPosition(left: Positioned, right: Positioned): number {
  return (left.item.position ?? Infinity) === (right.item.position ?? Infinity)
    ? 0
    : (left.item.position ?? Infinity) - (right.item.position ?? Infinity);
}

interface Positioned {
  readonly item: { readonly position?: number | undefined };
}

/** What stands in a body as rich text: HTML where it is any. */
function rich(body: Words): Json {
  return 'html' in richWords(firstOf(body)) ? { html: body } : { text: body };
}
