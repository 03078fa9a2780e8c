import * as z from 'zod/mini';
import { any, flag, id, maybe, numeric, text, words } from '../lenient.js';

const types = maybe(z.array(z.string()));

/** The application form of API v3, a job, or a job with one of its forms in it. */
export const job = z.looseObject({
  shortcode: text,
  id,
  title: text,
  description: text,
  full_description: text,
  requirements: text,
  benefits: text,
  department: maybe(z.union([z.string(), z.array(z.string())])),
  employment_type: text,
  workplace: text,
  location: maybe(z.looseObject({ city: text, region: text, country: text, countryCode: text, country_code: text })),
  published: text,
  published_on: text,
  url: text,
  form: any,
  form_fields: any,
  questions: any,
});
export type WorkableJob = z.output<typeof job>;

export const jobKeys: readonly string[] = [
  ...Object.keys(job.def.shape),
  ...[
    'full_title',
    'state',
    'code',
    'application_url',
    'shortlink',
    'created_at',
    'locations',
    'function',
    'industry',
    'experience',
    'education',
    'remote',
    'language',
    'type',
  ],
];

export const section = z.looseObject({ name: words, fields: any });

/** A field of the public form, or of API v3, which says the same with other words. */
export const field = z.looseObject({
  id,
  key: id,
  type: text,
  label: words,
  body: words,
  helper: text,
  required: flag,
  maxLength: numeric,
  max_length: numeric,
  supportedFileTypes: types,
  supportedMimeTypes: types,
  supported_file_types: types,
  maxFileSize: numeric,
  max_file_size: numeric,
  options: any,
  choices: any,
  singleOption: flag,
  single_answer: flag,
  multiple: flag,
  fields: any,
});
export type WorkableField = z.output<typeof field>;
export const fieldKeys: readonly string[] = Object.keys(field.def.shape);

/** The public form calls an option's id its name, and its words its value. */
export const option = z.looseObject({ name: id, value: words, id, body: words });
