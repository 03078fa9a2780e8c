import type { Adapted, AdapterOptions } from '../adapter.js';
import { AdapterError } from '../adapter-error.js';
import { Coverage } from '../coverage.js';
import { followYes } from '../follow-yes.js';
import { Names } from '../names.js';
import { toDate } from '../text.js';
import { FieldReader, type Json } from './fields.js';
import { job as jobSchema, jobKeys, section, type WorkableJob } from './schema.js';

/**
 * Reads Workable's public form (`/api/v1/jobs/SHORTCODE/form`, a list of sections), the form of its API v3
 * (`/spi/v3/jobs/SHORTCODE/application_form`), or a job that has either of them in it, under `form`. The forms say
 * nothing of the job itself.
 * @throws {AdapterError} where it is none of these
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const read = jobSchema.safeParse(Array.isArray(json) ? { form: json as unknown[] } : json);
  if (!read.success)
    throw new AdapterError('This JSON is no form of Workable: expected a list of sections, or "form_fields".');
  const job = read.data;
  coverage.keys(job, jobKeys, []);
  return {
    posting: { ...aboutJob(job, coverage), form: formOf(job, Array.isArray(json), options, coverage) },
    coverage: coverage.lines,
  };
}

function formOf(job: WorkableJob, isAlone: boolean, options: AdapterOptions, coverage: Coverage): Json {
  const names = new Names(coverage);
  const reader = new FieldReader(options, coverage, names);
  const withConditions = (fields: readonly Json[]): readonly Json[] =>
    options.conditions ? followYes(fields) : fields;
  const sections = [
    ...(job.form_fields === undefined
      ? []
      : [
          {
            fields: [
              ...candidate(job.form_fields, names, options),
              ...reader.readAll(job.form_fields, ['form_fields']),
            ],
          },
        ]),
    ...coverage.readEach(job.form, section, isAlone ? [] : ['form']).map(({ item, path }) => ({
      ...(item.name?.trim() ? { title: item.name.trim() } : {}),
      fields: withConditions(reader.readAll(item.fields, [...path, 'fields'])),
    })),
    { fields: withConditions(reader.readAll(job.questions, ['questions'], true)) },
  ];
  return { sections: sections.filter(({ fields }) => fields.length > 0) };
}

/** What API v3 wants of every candidate and does not list among the fields. */
function candidate(given: unknown, names: Names, { words }: AdapterOptions): readonly Json[] {
  const isListed = (key: string): boolean =>
    Array.isArray(given) &&
    given.some((each: unknown) => typeof each === 'object' && each !== null && 'key' in each && each.key === key);
  const usual = (key: string, type: string, label: string): Json => ({
    name: names.take(key, ['form_fields']),
    type,
    label,
    required: true,
    'x-wire': { key, kind: type },
  });
  const all: readonly (readonly [key: string, read: () => Json])[] = [
    [
      'firstname',
      () => ({ ...usual('firstname', 'text', words.firstName), maxLength: 127, autocomplete: 'given-name' }),
    ],
    ['lastname', () => ({ ...usual('lastname', 'text', words.lastName), maxLength: 127, autocomplete: 'family-name' })],
    ['email', () => usual('email', 'email', words.email)],
  ];
  return all.filter(([key]) => !isListed(key)).map(([, read]) => read());
}

function aboutJob(job: WorkableJob, coverage: Coverage): Json {
  if (job.title === undefined)
    coverage.report(['title'], 'the form comes without its job: give its title and description beside it.');
  const { city, region, country } = job.location ?? {};
  const code = (job.location?.countryCode ?? job.location?.country_code ?? '').toUpperCase();
  const name = [city, region, country].filter(Boolean).join(', ');
  const html = [job.full_description ?? job.description, job.requirements, job.benefits].filter(
    (each) => each !== undefined,
  );
  const publishedAt = toDate(job.published ?? job.published_on);
  const id = job.shortcode ?? job.id;
  return {
    ...(id === undefined ? {} : { id }),
    title: job.title?.trim() ?? '',
    ...(job.department === undefined ? {} : { department: [job.department].flat().join(', ') }),
    ...(job.employment_type === undefined ? {} : { employmentType: job.employment_type }),
    ...(job.workplace === undefined ? {} : { workplace: job.workplace.replace('_', '-') }),
    locations:
      name === ''
        ? []
        : [
            {
              name,
              ...(city ? { city } : {}),
              ...(region ? { region } : {}),
              ...(/^[A-Z]{2}$/.test(code) ? { country: code } : {}),
            },
          ],
    ...(publishedAt ? { publishedAt } : {}),
    ...(html.length === 0 ? {} : { description: { html: html.join('\n') } }),
    ...(job.url === undefined ? {} : { links: { self: job.url } }),
    'x-wire': { format: 'workable' },
  };
}
