import type * as z from 'zod/mini';
import type { FieldKind, SendContext } from '../field-kind.js';
import { fieldShape, open, optionalCount, optionalRichText, optionalString } from '../schema.js';
import { localize, richParts } from '../text.js';
import { readBoolean } from './boolean.js';

const schema = open({
  ...fieldShape,
  /** What is agreed to; beside or in place of the label. */
  text: optionalRichText,
  version: optionalString,
  /** Days for which the data may be kept; told to the endpoint's author, not judged. */
  retentionDays: optionalCount,
});

export type ConsentField = z.infer<typeof schema>;

/** A permission and its proof: which text, in which version, and when it was last changed (ISO 8601, UTC). */
export interface ConsentAnswer {
  readonly given: boolean;
  readonly version?: string | undefined;
  readonly text: string;
  readonly at: string;
}

/** Permission to use data: one checkbox, never ticked beforehand. */
export const consentKind: FieldKind<ConsentField, ConsentAnswer> = {
  schema,
  ask: () => 'confirm',
  isQuestion: true,
  isVisible: true,
  isPersonal: true,
  needsLabel: (field) => field.text === undefined,
  initial: () => ({ given: false, text: '', at: '' }),
  isBlank: (answer) => !answer.given,
  read(value) {
    if (typeof value !== 'object' || value === null) {
      const given = readBoolean(value);
      return given === undefined ? undefined : { given, text: '', at: '' };
    }
    const given = readBoolean('given' in value ? value.given : undefined);
    if (given === undefined) return undefined;
    const text = (key: string): string | undefined => {
      const found = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      return typeof found === 'string' ? found : undefined;
    };
    return { given, version: text('version'), text: text('text') ?? '', at: text('at') ?? '' };
  },
  judge: (answer, field) => (field.required && !answer.given ? [{ code: 'consent-missing', params: {} }] : []),
  judgesBlank: true,
  toParts: (answer, field, wire) => [{ name: wire(field.name), value: String(answer.given) }],
  sendsBlank: true,
  fromParts: (parts, field, wire) => parts.values(wire(field.name))[0],
  // One left as it was has no proof yet: it is refused with the application, by sending that.
  toSent: (answer, field, context) => (answer.at === '' ? consentAnswer(field, answer.given, context) : answer),
  toRecords: (answer, { name }, { locale, wire }) =>
    answer
      ? [{ name: wire(name), given: answer.given, version: answer.version, text: answer.text, at: answer.at, locale }]
      : [],
  toOperand: (answer) => answer.given,
  toText: (answer, _field, { yes, no }) => (answer.given ? yes : no),
};

/** The answer with its proof, for the text as it stands in the applicant's language. */
export function consentAnswer(
  field: ConsentField,
  given: boolean,
  { at, locale, fallbackLocale }: Pick<SendContext, 'at' | 'locale' | 'fallbackLocale'>,
): ConsentAnswer {
  const words = field.text === undefined ? field.label : richParts(field.text).text;
  return { given, version: field.version, text: localize(words, locale, fallbackLocale), at };
}
