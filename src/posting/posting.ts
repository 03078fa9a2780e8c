import * as z from 'zod/mini';
import type { Field } from './field-kind.js';
import { maxFields, maxListed } from './limits.js';
import {
  condition,
  count,
  localizedText,
  open,
  optionalBoolean,
  optionalCondition,
  optionalLocalizedText,
  optionalLongText,
  optionalNumber,
  optionalRichText,
  optionalShortText,
  optionalString,
  richText,
} from './schema.js';

/** Fields are objects here; `parsePosting` has each read by its own kind. */
const field = z.custom<Field>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object',
);

const location = open({
  name: optionalLocalizedText,
  city: optionalShortText,
  region: optionalShortText,
  /** ISO 3166-1 alpha-2. */
  country: optionalShortText,
});

const compensation = open({
  label: optionalLocalizedText,
  min: optionalNumber,
  max: optionalNumber,
  /** ISO 4217. */
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'three letters, such as EUR'))),
  interval: z.optional(z.enum(['hour', 'day', 'week', 'month', 'year', 'once'])),
  note: optionalLocalizedText,
});

const descriptionPart = z.union([
  z.literal('compensation'),
  open({
    heading: optionalLocalizedText,
    html: optionalLongText,
    markdown: optionalLongText,
    text: optionalLongText,
  }),
]);

const section = open({
  id: optionalString,
  title: optionalLocalizedText,
  description: optionalRichText,
  showIf: optionalCondition,
  /** Questions about equality: voluntary, set apart, never kept in drafts. */
  equality: optionalBoolean,
  fields: z._default(z.array(field), []),
});

const ruleFields = z.array(z.string()).check(z.minLength(1));

const rule = z.union([
  open({ rule: z.enum(['at-least-one', 'equal']), fields: ruleFields, message: optionalLocalizedText }),
  open({ assert: condition, fields: ruleFields, message: localizedText }),
]);

const form = open({
  action: optionalString,
  title: optionalLocalizedText,
  description: optionalRichText,
  submitLabel: optionalLocalizedText,
  sections: z._default(z.array(section).check(z.maxLength(maxFields)), []),
  rules: z._default(
    z
      .array(rule)
      // Each may be an issue at its field.
      .check(
        z.refine((rules) => rules.flatMap(({ fields }) => fields).length <= maxFields, 'at most 2000 fields in all'),
      ),
    [],
  ),
}).check(
  // Where they stand in many another format.
  z.refine((given) => !('fields' in given), 'an object with "sections", each with its "fields"'),
);

const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const date = z
  .string()
  .check(
    z.regex(isoDate, { abort: true, error: 'a date, such as 2027-01-31' }),
    z.refine(isMoment, 'a date that exists, such as 2027-01-31'),
  );

/** `Date.parse` alone would take 30 February for 2 March. */
function isMoment(text: string): boolean {
  const day = text.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || Number.isNaN(Date.parse(text))) return false;
  return new Date(midnight).toISOString().startsWith(day);
}

export const postingSchema = open({
  id: z.optional(
    z.union([
      z.string(),
      z.pipe(
        count,
        z.transform((id) => String(id)),
      ),
    ]),
  ),
  /** BCP 47: the language of plain strings, and the one to fall back on. */
  locale: optionalString,
  title: localizedText,
  status: z._default(z.enum(['open', 'pool', 'closed']), 'open'),
  notice: optionalRichText,
  company: z.optional(open({ name: optionalLocalizedText, url: optionalString, logo: optionalString })),
  department: optionalLocalizedText,
  employmentType: optionalLocalizedText,
  workplace: optionalLocalizedText,
  locations: z._default(z.array(location).check(z.maxLength(maxListed)), []),
  compensation: z._default(z.array(compensation).check(z.maxLength(maxListed)), []),
  publishedAt: z.optional(date),
  /** A bare date ends when it ends everywhere. */
  closesAt: z.optional(date),
  description: z.optional(z.union([richText, z.array(descriptionPart).check(z.maxLength(maxListed))])),
  links: z._default(
    open({
      allJobs: optionalString,
      privacyPolicy: optionalString,
      help: optionalString,
      self: optionalString,
    }),
    {},
  ),
  form: z.optional(form),
});

/** A posting as `parsePosting` gives it: defaults filled in, each field read by its kind. */
export type Posting = z.output<typeof postingSchema>;
export type PostingLocation = Posting['locations'][number];
export type Compensation = Posting['compensation'][number];
export type DescriptionPart = z.output<typeof descriptionPart>;
export type Form = z.output<typeof form>;
export type Section = Form['sections'][number];
export type Rule = Form['rules'][number];

/** Sections of the posting's form; none where it has no form. */
export function sectionsOf({ form }: Posting): readonly Section[] {
  return form?.sections ?? [];
}

/** The fields of the form in their order; those inside a `repeat` belong to it. */
export function fieldsOf(posting: Posting): readonly Field[] {
  return sectionsOf(posting).flatMap(({ fields }) => fields);
}
