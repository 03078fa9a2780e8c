import * as z from 'zod/mini';
import { any, flag, id, list, maybe, numeric, text, words } from '../lenient.js';

/** A job of the Job Board API, of any year: all but the title may be missing. */
export const job = z.looseObject({
  id,
  title: words,
  company_name: text,
  content: text,
  absolute_url: text,
  language: text,
  first_published: text,
  application_deadline: text,
  location: maybe(z.looseObject({ name: text })),
  departments: list,
  pay_input_ranges: list,
  questions: any,
  location_questions: any,
  compliance: any,
  demographic_questions: any,
  data_compliance: any,
  education: text,
  employment: text,
  ai_disclaimer: text,
  include_ai_disclaimer: flag,
  ai_opt_out_request_url: text,
});
export type Job = z.output<typeof job>;

export const jobKeys: readonly string[] = [
  ...Object.keys(job.def.shape),
  // About the job inside the company; nothing for an applicant to read.
  ...[
    'internal_job_id',
    'metadata',
    'updated_at',
    'requisition_id',
    'offices',
    'job_id',
    'internal',
    'external',
    'active',
  ],
  ...['live', 'first_published_at', 'internal_content', 'created_at', 'demographic_question_set_id'],
];

export const named = z.looseObject({ name: z.string() });

export const payRange = z.looseObject({
  min_cents: numeric,
  max_cents: numeric,
  currency_type: text,
  title: text,
  blurb: text,
});

export const question = z.looseObject({
  label: words,
  description: text,
  required: flag,
  private: flag,
  fields: any,
  // Harvest job posts have no `fields`: a question is its own one.
  name: text,
  type: text,
  values: any,
});
export type Question = z.output<typeof question>;
export const questionKeys: readonly string[] = Object.keys(question.def.shape);

/** A number as its text, and nothing else: without it an answer has no place. */
const name = z.union([
  z.string().check(z.minLength(1)),
  z.pipe(
    z.number(),
    z.transform((value) => String(value)),
  ),
]);

export const wireField = z.looseObject({ name, type: text, required: flag, values: any, options: any });
export type WireField = z.output<typeof wireField>;
export const wireFieldKeys: readonly string[] = Object.keys(wireField.def.shape);

export const option = z.looseObject({
  label: words,
  value: maybe(z.union([z.string(), z.number(), z.boolean()])),
});

export const compliance = z.looseObject({ type: text, description: text, questions: any, fields: any });

export const survey = z.looseObject({ header: text, description: text, questions: any });

/** As much of it as tells whether it is shaped as a survey's or as any other. */
export const someQuestion = z.looseObject({ fields: any });

export const surveyQuestion = z.looseObject({
  id: z.union([z.number(), z.string()]),
  label: words,
  description: text,
  required: flag,
  type: text,
  answer_options: any,
});
export const surveyQuestionKeys: readonly string[] = Object.keys(surveyQuestion.def.shape);

export const surveyOption = z.looseObject({
  id: maybe(z.union([z.number(), z.string()])),
  label: words,
  free_form: flag,
  decline_to_answer: flag,
});

export const dataRule = z.looseObject({
  type: text,
  requires_consent: flag,
  requires_processing_consent: flag,
  requires_retention_consent: flag,
  retention_period: numeric,
  demographic_data_consent_applies: flag,
});
