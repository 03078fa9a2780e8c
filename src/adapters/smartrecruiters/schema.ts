import * as z from 'zod/mini';
import { any, flag, id, list, maybe, numeric, text, words } from '../lenient.js';

const labelled = maybe(z.looseObject({ id: text, label: text }));

/** A posting of the public API, the configuration of its application, or both in one. */
export const posting = z.looseObject({
  id,
  uuid: text,
  name: text,
  company: maybe(z.looseObject({ name: text })),
  location: maybe(
    z.looseObject({ city: text, region: text, country: text, remote: flag, hybrid: flag, fullLocation: text }),
  ),
  department: labelled,
  function: labelled,
  typeOfEmployment: labelled,
  jobAd: maybe(z.looseObject({ sections: maybe(z.record(z.string(), z.unknown())) })),
  releasedDate: text,
  postingUrl: text,
  active: flag,
  language: maybe(z.looseObject({ code: text })),
  compensation: maybe(z.looseObject({ min: numeric, max: numeric, currency: text, period: text })),
  configuration: any,
  questions: any,
  settings: any,
  privacyPolicies: any,
});
export type SmartPosting = z.output<typeof posting>;

export const postingKeys: readonly string[] = [
  ...Object.keys(posting.def.shape),
  ...[
    'jobId',
    'jobAdId',
    'defaultJobAd',
    'refNumber',
    'customField',
    'creator',
    'applyUrl',
    'referralUrl',
    'visibility',
  ],
  ...['industry', 'experienceLevel', 'ref'],
];

export const adSection = z.looseObject({ title: text, text });

export const configuration = z.looseObject({
  questions: any,
  settings: maybe(z.looseObject({ avatarUploadAvailable: flag })),
  privacyPolicies: list,
});

/** What an answer is found by; a number as its text. */
const key = z.union([
  z.string().check(z.minLength(1)),
  z.pipe(
    z.number(),
    z.transform((value) => String(value)),
  ),
]);

export const question = z.looseObject({
  id: key,
  label: words,
  repeatable: flag,
  fields: any,
});
export type SmartQuestion = z.output<typeof question>;

export const field = z.looseObject({
  id: key,
  label: words,
  type: text,
  required: flag,
  complianceType: text,
  values: any,
  options: any,
});
export type SmartField = z.output<typeof field>;

export const questionKeys: readonly string[] = Object.keys(question.def.shape);
export const fieldKeys: readonly string[] = Object.keys(field.def.shape);

export const value = z.looseObject({ id, label: words });

export const policy = z.looseObject({ url: text, orgName: text });
