import * as z from 'zod/mini';
import type { Adapted, AdapterOptions } from '../adapter.js';
import { AdapterError } from '../adapter-error.js';
import { Coverage } from '../coverage.js';
import { pickJob } from '../pick-job.js';
import { toCurrency, toDate, toInterval } from '../text.js';
import { formOf } from './form.js';
import { offer as offerSchema, offerKeys, place, type Offer } from './schema.js';
import { languagesOf, translated } from './translated.js';

type Json = Record<string, unknown>;

const single = z.looseObject({ offer: z.record(z.string(), z.unknown()) });

/**
 * Reads an offer of Recruitee's careers site API (`/api/offers/`), with its translations; of a list, one.
 * https://docs.recruitee.com/reference/intro-to-careers-site-api
 * @throws {AdapterError} where there is no offer in it
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const one = single.safeParse(json);
  const read = offerSchema.safeParse(pickJob(one.success ? one.data.offer : json, ['offers'], options.job));
  if (!read.success)
    throw new AdapterError('This JSON is no offer of Recruitee: expected an object with "title" and "open_questions".');
  const offer = read.data;
  coverage.keys(offer, offerKeys.concat(switchedOff(offer)), []);
  return {
    posting: { ...aboutJob(offer, coverage), form: formOf(offer, options, coverage) },
    coverage: coverage.lines,
  };
}

/** Built-in fields of later versions, as long as they are not asked for. */
function switchedOff(offer: Offer): readonly string[] {
  return Object.entries(offer)
    .filter(([key, value]) => key.startsWith('options_') && value === 'off')
    .map(([key]) => key);
}

function aboutJob(offer: Offer, coverage: Coverage): Json {
  const title = translated(offer.translations, 'title', offer.title);
  if (title === undefined) coverage.report(['title'], 'expected the title of the job.');
  const [locale] = languagesOf(offer.translations);
  const parts = (['description', 'requirements'] as const)
    .map((key) => translated(offer.translations, key, offer[key]))
    .filter((html) => html !== undefined);
  const publishedAt = toDate(offer.published_at);
  const closesAt = toDate(offer.close_at);
  if (offer.close_at !== undefined && !closesAt) coverage.report(['close_at'], 'expected a date.');
  const workplace = offer.hybrid ? 'hybrid' : offer.remote ? 'remote' : offer.on_site ? 'on-site' : undefined;
  const isClosed = offer.status !== undefined && ['closed', 'archived'].includes(offer.status);
  const id = offer.slug ?? offer.id;
  return {
    ...(id === undefined ? {} : { id }),
    ...(locale === undefined ? {} : { locale }),
    title: title ?? '',
    ...(isClosed ? { status: 'closed' } : {}),
    ...(offer.company_name === undefined ? {} : { company: { name: offer.company_name } }),
    ...(offer.department === undefined ? {} : { department: offer.department }),
    ...(offer.employment_type_code === undefined ? {} : { employmentType: employmentOf(offer.employment_type_code) }),
    ...(workplace === undefined ? {} : { workplace }),
    locations: placesOf(offer, coverage),
    compensation: payOf(offer),
    ...(publishedAt ? { publishedAt } : {}),
    ...(closesAt ? { closesAt } : {}),
    description: parts.map((html) => ({ html })),
    ...(offer.careers_url === undefined ? {} : { links: { self: offer.careers_url } }),
    'x-wire': { format: 'recruitee' },
  };
}

/** `fulltime_permanent` */
function employmentOf(code: string): string {
  return code.replace(/_.*/, '').replace(/^(full|part)time$/, '$1-time');
}

function placesOf(offer: Offer, coverage: Coverage): readonly Json[] {
  const places = coverage.readEach(offer.locations, place, ['locations']).map(({ item }) => {
    const name = translated(item.translations, 'name', item.name) ?? item.city;
    return {
      ...(name === undefined ? {} : { name }),
      ...(item.city === undefined ? {} : { city: item.city }),
      ...(item.state === undefined ? {} : { region: item.state }),
      ...(item.country_code !== undefined && /^[A-Z]{2}$/.test(item.country_code)
        ? { country: item.country_code }
        : {}),
    };
  });
  if (places.length > 0) return places;
  return offer.location === undefined ? [] : [{ name: offer.location }];
}

function payOf({ salary }: Offer): readonly Json[] {
  if (!salary || (salary.min === undefined && salary.max === undefined)) return [];
  const currency = toCurrency(salary.currency);
  const interval = toInterval(salary.period);
  return [
    {
      ...(salary.min === undefined ? {} : { min: salary.min }),
      ...(salary.max === undefined ? {} : { max: salary.max }),
      ...(currency ? { currency } : {}),
      ...(interval ? { interval } : {}),
    },
  ];
}
