import { toJson } from '../../posting/to-json.js';
import type { AdapterOptions } from '../adapter.js';
import type { Coverage } from '../coverage.js';
import { followYes } from '../follow-yes.js';
import { Names } from '../names.js';
import { own } from '../own.js';
import { richWords } from '../asked-words.js';
import { firstGiven, listOf } from '../lenient.js';
import { humanise } from '../text.js';
import { FieldReader, type Json, type Path } from './fields.js';
import { usualFields } from './usual-fields.js';
import { card as cardSchema, disclosure, eeoField, field as fieldSchema, record, type LeverPosting } from './schema.js';

/** API v1's names of what the hosted form and API v0 call otherwise. */
const hostedNames: Readonly<Record<string, string>> = {
  fullName: 'name',
  currentCompany: 'org',
  currentLocation: 'location',
  additionalInformation: 'comments',
};

/** The sections of the form: as API v1 or a hosted page give it, else what API v0 takes without serving a form. */
export function formOf(posting: LeverPosting, options: AdapterOptions, coverage: Coverage): Json {
  const names = new Names(coverage);
  const reader = new FieldReader(coverage, names);
  const { words } = options;
  const company = posting.company ?? '';

  const personal =
    posting.personalInformation === undefined || posting.personalInformation === null
      ? usualFields(posting, options, names, coverage)
      : readNamed(posting.personalInformation, ['personalInformation'], (name) => own(hostedNames, name) ?? name);
  const links = readNamed(posting.urls, ['urls'], (name) => `urls[${name}]`, 'url');
  const cards = [
    ...coverage.readEach(posting.customQuestions, record, ['customQuestions']),
    ...coverage.readEach(listByKey(posting.cards, 'id'), record, ['cards']),
  ].flatMap(({ item, path }, index) => readCard(item, path, index));

  return {
    sections: [
      { fields: [...personal, ...links] },
      ...cards,
      ...equality(),
      ...surveys(),
      { fields: consents() },
    ].filter(({ fields }) => (fields as readonly unknown[]).length > 0),
  };

  function readNamed(values: unknown, path: Path, hosted: (name: string) => string, key = 'personal'): readonly Json[] {
    return coverage.readEach(values, fieldSchema, path).map(({ item, path: at }) => {
      const name = item.name ?? item.text ?? '';
      // A link's label is the name of a service.
      const given = key === 'url' ? { ...item, text: item.text ?? item.name, name: 'website' } : item;
      return reader.read(given, hosted(name), { [key]: name }, at);
    });
  }

  function readCard(given: Json, path: Path, index: number): readonly Json[] {
    // Of a hosted page it is a hidden input, whose value is the card's own JSON.
    const original = 'baseTemplate' in given ? fromJson(given['baseTemplate']) : given;
    const card = coverage.read(original, cardSchema, path);
    if (!card) return [];
    const id = card.id ?? String(index);
    const fields = coverage.readEach(card.fields, fieldSchema, [...path, 'fields']).map(({ item, path: at }) => {
      // The place that the field has in its card, whatever of the others can be read.
      const place = Number(at.at(-1));
      return reader.read(item, `cards[${id}][field${place}]`, { card: id, place, id: item.id ?? '' }, at);
    });
    if (fields.length === 0) coverage.report(path, 'a card without a question.');
    const description = card.instructions ?? card.description;
    return [
      {
        ...(card.text === undefined ? {} : { title: card.text.trim() }),
        ...(description === undefined ? {} : { description: richWords(description) }),
        fields: options.conditions ? followYes(fields) : fields,
        // A hosted form sends the card's own JSON back with its answers.
        'x-wire': { card: id, template: toJson(original) },
      },
    ];
  }

  function equality(): readonly Json[] {
    const fields = coverage
      .readEach(listByKey(posting.eeoQuestions, 'key'), eeoField, ['eeoQuestions'])
      .map(({ item, path: at }) => {
        const key = item.key ?? item.name ?? item.id ?? String(at.at(-1));
        const path = Array.isArray(posting.eeoQuestions) ? at : ['eeoQuestions', key];
        return reader.read({ ...item, text: item.text ?? humanise(key) }, `eeo[${key}]`, { eeo: key }, path);
      });
    return [{ title: words.equality, equality: true, fields }];
  }

  function surveys(): readonly Json[] {
    const given = posting.diversitySurvey;
    if (given === undefined || given === null) return [];
    return coverage
      .readEach(Array.isArray(given) ? given : [given], cardSchema, ['diversitySurvey'])
      .map(({ item, path }) => {
        const id = item.id ?? '';
        const fields = coverage
          .readEach(firstGiven(item.fields, item.questions), fieldSchema, [...path, 'fields'])
          .map((each) => {
            const place = Number(each.path.at(-1));
            return reader.read(
              each.item,
              `surveysResponses[${id}][responses][field${place}]`,
              { survey: id, place, id: each.item.id ?? '' },
              each.path,
            );
          });
        const description = item.instructions ?? item.description;
        return {
          title: item.text ?? words.equality,
          equality: true,
          ...(description === undefined ? {} : { description: richWords(description) }),
          fields,
          'x-wire': { survey: id },
        };
      });
  }

  function consents(): readonly Json[] {
    const given = posting.consentDisclosures;
    if (given === undefined || given === null) return [];
    return coverage
      .readEach(isObject(given) && !('type' in given) ? listByKey(given, 'type') : listOf(given), disclosure, [
        'consentDisclosures',
      ])
      .map(({ item, path }) => {
        const type = item.type === 'marketing' ? 'marketing' : 'store';
        if (item.type !== type)
          coverage.report(path, `the type "${item.type ?? ''}" of consent is not known; it is asked as "${type}".`);
        const text =
          item.text ??
          (type === 'marketing' ? words.marketingConsent(company) : words.retentionConsent(company, undefined));
        return {
          name: names.take(`consent[${type}]`, path),
          type: 'consent',
          label: words.consent,
          text: { text },
          ...((item.required ?? type === 'store') ? { required: true } : {}),
          'x-wire': {
            consent: type,
            ...(item.compliancePolicyId === undefined ? {} : { policy: item.compliancePolicyId }),
          },
        };
      });
  }
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value; // no JSON: the schema says what was expected
  }
}

/** A list; or what stands under the keys of an object, each with its key. What is `null` there is not asked. */
function listByKey(given: unknown, key: string): unknown {
  if (!isObject(given)) return given;
  return Object.entries(given).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [isObject(value) ? { [key]: name, ...value } : value],
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
