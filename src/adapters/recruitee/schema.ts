import * as z from 'zod/mini';
import { any, flag, id, list, maybe, numeric, text, words } from '../lenient.js';

const translations = maybe(z.record(z.string(), maybe(z.record(z.string(), z.unknown()))));

export const offer = z.looseObject({
  id,
  slug: text,
  title: text,
  company_name: text,
  description: text,
  requirements: text,
  department: text,
  employment_type_code: text,
  translations,
  locations: list,
  location: text,
  city: text,
  country_code: text,
  locations_question: text,
  locations_question_type: text,
  locations_question_required: flag,
  location_question_visible: flag,
  remote: flag,
  hybrid: flag,
  on_site: flag,
  salary: maybe(z.looseObject({ min: numeric, max: numeric, period: text, currency: text })),
  published_at: text,
  close_at: text,
  careers_url: text,
  status: text,
  options_cv: text,
  options_cover_letter: text,
  options_phone: text,
  options_photo: text,
  open_questions: any,
});
export type Offer = z.output<typeof offer>;

export const offerKeys: readonly string[] = [
  ...Object.keys(offer.def.shape),
  // Of the offer's own page, its sorting and its sharing.
  ...[
    'position',
    'guid',
    'tags',
    'mailbox_email',
    'careers_apply_url',
    'created_at',
    'updated_at',
    'cover_image',
    'highlight',
    'kind',
  ],
  ...['sharing_title', 'sharing_description', 'sharing_image', 'category_code', 'experience_code', 'education_code'],
  ...[
    'min_hours',
    'max_hours',
    'min_hours_per_week',
    'max_hours_per_week',
    'state_name',
    'state_code',
    'country',
    'postal_code',
    'street',
  ],
];

export const place = z.looseObject({ id, name: text, city: text, state: text, country_code: text, translations });

export const question = z.looseObject({
  id: z.union([z.number(), z.string()]),
  position: numeric,
  required: flag,
  kind: text,
  body: words,
  options: maybe(z.looseObject({ length: numeric })),
  translations,
  open_question_options: any,
});
export type OpenQuestion = z.output<typeof question>;
export const questionKeys: readonly string[] = Object.keys(question.def.shape);

export const option = z.looseObject({ id, position: numeric, body: words, translations });
