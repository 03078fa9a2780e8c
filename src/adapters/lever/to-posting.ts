import * as z from 'zod/mini';
import type { Adapted, AdapterOptions } from '../adapter.js';
import { AdapterError } from '../adapter-error.js';
import { Coverage } from '../coverage.js';
import { pickJob } from '../pick-job.js';
import { toCurrency, toInterval } from '../text.js';
import type { Json } from './fields.js';
import { formOf } from './form.js';
import { listPart, posting as postingSchema, postingKeys, type LeverPosting } from './schema.js';

const wrapped = z.looseObject({ data: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]) });

/**
 * Reads a posting of Lever's public API (v0), the apply form of its API v1 (`GET /v1/postings/ID/apply`), or the cards of
 * a hosted form; of a list, one. https://github.com/lever/postings-api
 * @throws {AdapterError} where there is no posting in it
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const unwrapped = wrapped.safeParse(json);
  const given = pickJob(unwrapped.success ? unwrapped.data.data : json, ['postings'], options.job);
  const read = postingSchema.safeParse(given);
  if (!read.success) throw new AdapterError('This JSON is no posting of Lever: expected an object with "text".');
  const posting = read.data;
  coverage.keys(posting, postingKeys, []);
  return {
    posting: { ...aboutJob(posting, coverage), form: formOf(posting, options, coverage) },
    coverage: coverage.lines,
  };
}

function aboutJob(posting: LeverPosting, coverage: Coverage): Json {
  const title = posting.text ?? posting.title;
  if (title === undefined) coverage.report(['text'], 'expected the title of the job.');
  const { categories, salaryRange, createdAt } = posting;
  const department = [categories?.department, categories?.team].filter((each) => each !== undefined);
  const all = (categories?.allLocations ?? []).filter((place) => typeof place === 'string');
  const places = all.length > 0 ? all : [categories?.location].filter((place) => place !== undefined);
  // The country is that of the first place.
  const country =
    posting.country !== undefined && /^[A-Z]{2}$/.test(posting.country) ? { country: posting.country } : {};
  const workplace = posting.workplaceType?.toLowerCase().replace(/^onsite$/, 'on-site');
  const currency = toCurrency(salaryRange?.currency);
  const interval = toInterval(salaryRange?.interval);
  return {
    ...(posting.id === undefined ? {} : { id: posting.id }),
    title: title?.trim() ?? '',
    ...(posting.company === undefined ? {} : { company: { name: posting.company } }),
    ...(department.length === 0 ? {} : { department: [...new Set(department)].join(', ') }),
    ...(categories?.commitment === undefined ? {} : { employmentType: categories.commitment }),
    ...(workplace === undefined || workplace === 'unspecified' ? {} : { workplace }),
    locations: places.map((name, index) => ({ name, ...(index === 0 ? country : {}) })),
    compensation: salaryRange
      ? [
          {
            ...(salaryRange.min === undefined ? {} : { min: salaryRange.min }),
            ...(salaryRange.max === undefined ? {} : { max: salaryRange.max }),
            ...(currency ? { currency } : {}),
            ...(interval ? { interval } : {}),
          },
        ]
      : [],
    ...(createdAt !== undefined && createdAt > 0 && createdAt < 8.64e15
      ? { publishedAt: new Date(createdAt).toISOString() }
      : {}),
    description: descriptionOf(posting, coverage),
    ...(posting.hostedUrl === undefined ? {} : { links: { self: posting.hostedUrl } }),
    'x-wire': { format: 'lever', isV1: posting.personalInformation !== undefined },
  };
}

function descriptionOf(posting: LeverPosting, coverage: Coverage): readonly unknown[] {
  const opening = posting.description ?? [posting.opening, posting.descriptionBody].filter(Boolean).join('\n');
  return [
    ...(opening ? [{ html: opening }] : []),
    ...coverage.readEach(posting.lists, listPart, ['lists']).map(({ item }) => ({
      ...(item.text?.trim() ? { heading: item.text.trim() } : {}),
      // The items of a list without the list.
      html: /^\s*<li\b/i.test(item.content ?? '') ? `<ul>${item.content}</ul>` : (item.content ?? ''),
    })),
    ...(posting.salaryRange ? ['compensation'] : []),
    ...(posting.salaryDescription === undefined ? [] : [{ html: posting.salaryDescription }]),
    ...(posting.additional === undefined ? [] : [{ html: posting.additional }]),
  ];
}
