import * as z from 'zod/mini';
import type { Adapted, AdapterOptions } from './adapter.js';
import { AdapterError } from './adapter-error.js';
import { Coverage } from './coverage.js';
import { any, id, maybe, numeric, text } from './lenient.js';
import { pickJob } from './pick-job.js';
import { toCurrency, toDate, toInterval, unescapeHtml } from './text.js';

type Json = Record<string, unknown>;

const typed = z.looseObject({ '@type': z.union([z.string(), z.array(z.string())]) });
const graph = z.looseObject({ '@graph': z.array(z.unknown()) });
/** A thing, or its name alone. */
const named = maybe(
  z.union([
    z.pipe(
      z.string(),
      z.transform((name): { name?: string | undefined } => ({ name })),
    ),
    z.looseObject({ name: text, sameAs: text, url: text, logo: any }),
  ]),
);
const words = maybe(z.union([z.string(), z.array(z.string())]));

const jobPosting = z.looseObject({
  title: text,
  name: text,
  description: text,
  datePosted: text,
  validThrough: text,
  employmentType: words,
  hiringOrganization: named,
  jobLocation: any,
  jobLocationType: text,
  applicantLocationRequirements: any,
  baseSalary: any,
  identifier: maybe(z.union([z.string(), z.number(), z.looseObject({ value: id })])),
  url: text,
  inLanguage: text,
  occupationalCategory: words,
});

const keys: readonly string[] = [
  ...Object.keys(jobPosting.def.shape),
  ...['@context', '@type', '@id', 'directApply', 'industry', 'responsibilities', 'image', 'mainEntityOfPage'],
];

const address = maybe(
  z.union([
    z.pipe(
      z.string(),
      z.transform((addressLocality): Json & { addressLocality: string } => ({ addressLocality })),
    ),
    z.looseObject({ addressLocality: text, addressRegion: text, addressCountry: named }),
  ]),
);
const place = z.looseObject({ name: text, address });

const salary = z.looseObject({
  currency: text,
  value: maybe(
    z.union([
      z.pipe(
        z.number(),
        z.transform((value): Json & { value: number } => ({ value })),
      ),
      z.looseObject({ value: numeric, minValue: numeric, maxValue: numeric, unitText: text }),
    ]),
  ),
});

/**
 * Reads the posting out of a page's structured data, schema.org's JobPosting, also from a list or an `@graph`. There is no
 * form in it. https://schema.org/JobPosting
 * @throws {AdapterError} where there is no JobPosting in it
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const found = jobPosting.safeParse(findPosting(json, options.job));
  if (!found.success) throw new AdapterError('This JSON has no schema.org JobPosting in it.');
  const given = found.data;
  coverage.keys(given, keys, []);
  const title = given.title ?? given.name;
  if (title === undefined) coverage.report(['title'], 'expected the title of the job.');
  const company = given.hiringOrganization as Json | undefined;
  const publishedAt = toDate(given.datePosted);
  const closesAt = toDate(given.validThrough);
  if (given.validThrough !== undefined && !closesAt) coverage.report(['validThrough'], 'expected a date.');
  const { identifier } = given;
  const posted = typeof identifier === 'object' ? identifier.value : identifier;
  const [employmentType] = [given.employmentType ?? []].flat();
  return {
    posting: {
      ...(posted === undefined ? {} : { id: String(posted) }),
      ...(given.inLanguage === undefined ? {} : { locale: given.inLanguage }),
      title: title?.trim() ?? '',
      ...(company?.['name'] === undefined ? {} : { company: companyOf(company) }),
      ...(employmentType === undefined ? {} : { employmentType }),
      ...(given.jobLocationType?.toUpperCase() === 'TELECOMMUTE' ? { workplace: 'remote' } : {}),
      locations: placesOf(given, coverage),
      compensation: payOf(given.baseSalary, coverage),
      ...(publishedAt ? { publishedAt } : {}),
      ...(closesAt ? { closesAt } : {}),
      ...(given.description === undefined ? {} : { description: { html: unescapeHtml(given.description) } }),
      ...(given.url === undefined ? {} : { links: { self: given.url } }),
      'x-wire': { format: 'schema-org' },
    },
    coverage: coverage.lines,
  };
}

function findPosting(json: unknown, wanted: string | undefined): unknown {
  const inGraph = graph.safeParse(json);
  const nodes: readonly unknown[] = inGraph.success
    ? inGraph.data['@graph']
    : Array.isArray(json)
      ? (json as unknown[])
      : [json];
  const postings = nodes.filter((node) => {
    const read = typed.safeParse(node);
    return read.success && [read.data['@type']].flat().includes('JobPosting');
  });
  return postings.length > 1 ? pickJob(postings, [], wanted) : postings[0];
}

function companyOf({ name, sameAs, url, logo }: Json): Json {
  const address = sameAs ?? url;
  const picture: unknown = typeof logo === 'object' && logo !== null && 'url' in logo ? logo.url : logo;
  return {
    name,
    ...(typeof address === 'string' ? { url: address } : {}),
    ...(typeof picture === 'string' ? { logo: picture } : {}),
  };
}

function placesOf(
  { jobLocation, applicantLocationRequirements }: z.output<typeof jobPosting>,
  coverage: Coverage,
): readonly Json[] {
  const each = (value: unknown): readonly unknown[] =>
    value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
  const places = coverage.readEach(each(jobLocation), place, ['jobLocation']).flatMap(({ item }): Json[] => {
    const {
      addressLocality: city,
      addressRegion: region,
      addressCountry,
    } = (item.address ?? {}) as {
      addressLocality?: string;
      addressRegion?: string;
      addressCountry?: { name?: string };
    };
    const country = addressCountry?.name;
    const name = item.name ?? [city, region, country].filter(Boolean).join(', ');
    if (!name) return [];
    const code = country?.toUpperCase() ?? '';
    return [
      {
        name,
        ...(city ? { city } : {}),
        ...(region ? { region } : {}),
        ...(/^[A-Z]{2}$/.test(code) ? { country: code } : {}),
      },
    ];
  });
  if (places.length > 0) return places;
  // For work from anywhere in a country, the country is where it is.
  return coverage
    .readEach(each(applicantLocationRequirements), z.looseObject({ name: text }), ['applicantLocationRequirements'])
    .flatMap(({ item }) => (item.name === undefined ? [] : [{ name: item.name }]));
}

function payOf(value: unknown, coverage: Coverage): readonly Json[] {
  if (value === undefined || value === null) return [];
  const read = coverage.read(value, salary, ['baseSalary']);
  if (!read?.value) return [];
  const {
    value: exact,
    minValue,
    maxValue,
    unitText,
  } = read.value as { value?: number; minValue?: number; maxValue?: number; unitText?: string };
  const [min, max] = [minValue ?? exact, maxValue ?? exact];
  const currency = toCurrency(read.currency);
  const interval = toInterval(unitText);
  return [
    {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(currency ? { currency } : {}),
      ...(interval ? { interval } : {}),
    },
  ];
}
