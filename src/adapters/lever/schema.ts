import * as z from 'zod/mini';
import { any, flag, id, list, maybe, numeric, text, words } from '../lenient.js';

/** A posting of the public API (v0), the apply form of API v1, or what a hosted page holds: the parts may be combined. */
export const posting = z.looseObject({
  id,
  text,
  title: text,
  company: text,
  categories: maybe(
    z.looseObject({ location: text, commitment: text, team: text, department: text, allLocations: list }),
  ),
  country: text,
  opening: text,
  description: text,
  descriptionBody: text,
  lists: list,
  additional: text,
  workplaceType: text,
  salaryRange: maybe(z.looseObject({ currency: text, interval: text, min: numeric, max: numeric })),
  salaryDescription: text,
  createdAt: numeric,
  hostedUrl: text,
  personalInformation: any,
  urls: any,
  customQuestions: any,
  cards: any,
  eeoQuestions: any,
  diversitySurvey: any,
  consentDisclosures: any,
});
export type LeverPosting = z.output<typeof posting>;

export const postingKeys: readonly string[] = [
  ...Object.keys(posting.def.shape),
  ...[
    'openingPlain',
    'descriptionPlain',
    'descriptionBodyPlain',
    'additionalPlain',
    'salaryDescriptionPlain',
    'applyUrl',
  ],
  ...['updatedAt', 'state', 'tags', 'owner', 'hiringManager', 'distributionChannels', 'reqCode', 'requisitionCodes'],
];

export const listPart = z.looseObject({ text: words, content: words });

export const option = z.looseObject({ text: words, optionId: words, description: text });

export const field = z.looseObject({
  type: text,
  text: words,
  name: text,
  id,
  required: flag,
  description: text,
  options: any,
});
/** Of a question about equality, which stands under its key. */
export const eeoField = z.looseObject({ ...field.def.shape, key: text });
export type LeverField = z.output<typeof field>;
export const fieldKeys: readonly string[] = [
  ...Object.keys(eeoField.def.shape),
  // The words in an empty select, and what the form begins with, which nobody has answered.
  ...['prompt', 'value'],
];

export const card = z.looseObject({ id, text, instructions: text, description: text, fields: any, questions: any });
export const record = z.record(z.string(), z.unknown());

export const disclosure = z.looseObject({
  type: text,
  text,
  compliancePolicyId: id,
  required: flag,
});
