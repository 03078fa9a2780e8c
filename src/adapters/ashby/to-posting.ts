import * as z from 'zod/mini';
import type { Adapted, AdapterOptions } from '../adapter.js';
import { AdapterError } from '../adapter-error.js';
import { Coverage } from '../coverage.js';
import { followYes } from '../follow-yes.js';
import { any, firstGiven } from '../lenient.js';
import { Names } from '../names.js';
import { pickJob } from '../pick-job.js';
import { toDate } from '../text.js';
import { EntryReader, isAboutEquality, type Json, type Path } from './fields.js';
import { payOf } from './pay.js';
import {
  form as formSchema,
  place,
  posting as postingSchema,
  postingKeys,
  section as sectionSchema,
  type AshbyPosting,
} from './schema.js';

const hosted = z.looseObject({ jobPosting: any });
const answer = z.looseObject({ results: any, data: z.optional(hosted), jobPosting: any, posting: any });

/**
 * Reads what `jobPosting.info` answers (https://developers.ashbyhq.com/docs/creating-a-custom-careers-page), what the
 * hosted page is given, or a job of the public board.
 * @throws {AdapterError} where there is no posting in it, as where it has been taken down
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const read = postingSchema.safeParse(pickJob(unwrap(json), ['jobs'], options.job));
  if (!read.success)
    throw new AdapterError('This JSON is no posting of Ashby: expected an object with "title" or a form.');
  const posting = read.data;
  coverage.keys(posting, postingKeys, []);
  return {
    posting: { ...aboutJob(posting, coverage), form: formOf(posting, options, coverage) },
    coverage: coverage.lines,
  };
}

/** Ashby answers with the status 200 and `null` for a posting that is gone. */
function unwrap(json: unknown): unknown {
  const read = answer.safeParse(json);
  if (!read.success) return json;
  const { results, data, jobPosting, posting } = read.data;
  const wrapped = data ? data.jobPosting : 'jobPosting' in read.data ? jobPosting : (results ?? posting);
  if (wrapped === null) {
    throw new AdapterError('Ashby has no such posting any more: "jobPosting" is null.', 'not-found');
  }
  return wrapped ?? json;
}

function formOf(posting: AshbyPosting, options: AdapterOptions, coverage: Coverage): Json {
  const reader = new EntryReader(options, coverage, new Names(coverage));
  const key =
    firstGiven(posting.applicationFormDefinition) === undefined ? 'applicationForm' : 'applicationFormDefinition';
  const given = fromJson(posting[key]);
  if (given === undefined || given === null)
    coverage.report([key], 'the posting comes without its form; ask `jobPosting.info` for it.');
  const form = given === undefined || given === null ? undefined : coverage.read(given, formSchema, [key]);
  const surveyKey = firstGiven(posting.surveyForms) === undefined ? 'surveyFormDefinitions' : 'surveyForms';
  const surveys = coverage.readEach(posting[surveyKey], formSchema, [surveyKey]).flatMap(({ item: given, path }) => {
    const inner = given.formDefinition ? coverage.read(fromJson(given.formDefinition), formSchema, path) : undefined;
    const item = { ...inner, ...given, ...formOfSurvey(inner ?? given) };
    const listed = posting.surveyFormDefinitionIds?.[Number(path.at(-1))];
    const id = item.sourceFormDefinitionId ?? (typeof listed === 'string' ? listed : item.id);
    if (id === undefined)
      coverage.report(path, 'a survey without the id of its definition, which Ashby wants with its answers.');
    return sectionsOf(item, path, id ?? String(path.at(-1))).map((section, index) => ({
      title: (index === 0 ? item.title : undefined) ?? options.words.equality,
      ...(index === 0 && item.descriptionHtml !== undefined ? { description: { html: item.descriptionHtml } } : {}),
      ...section,
      equality: true,
    }));
  });
  return {
    ...(posting.applicationLimitCalloutHtml === undefined
      ? {}
      : { description: { html: posting.applicationLimitCalloutHtml } }),
    sections: [...(form ? sectionsOf(form, [key]) : []), ...surveys].filter(({ fields }) => fields.length > 0),
  };

  function sectionsOf(
    of: z.output<typeof formSchema>,
    path: Path,
    survey?: string,
  ): readonly (Json & { fields: readonly Json[] })[] {
    if (firstGiven(of.sections) === undefined) {
      const own = firstGiven(of.fieldEntries) === undefined ? 'fields' : 'fieldEntries';
      return [{ fields: reader.readAll(of[own], [...path, own], { survey }) }];
    }
    return coverage.readEach(of.sections, sectionSchema, [...path, 'sections']).map(({ item, path: at }) => {
      const own = firstGiven(item.fieldEntries) === undefined ? 'fields' : 'fieldEntries';
      const fields = reader.readAll(item[own], [...at, own], { survey, isHidden: item.isHidden });
      return {
        ...(item.title === undefined ? {} : { title: item.title.trim() }),
        ...(item.descriptionHtml === undefined ? {} : { description: { html: item.descriptionHtml } }),
        ...(fields.length > 0 && fields.every(({ name }) => isAboutEquality(name)) ? { equality: true } : {}),
        fields: options.conditions ? followYes(fields) : fields,
      };
    });
  }
}

type Form = z.output<typeof formSchema>;

function formOfSurvey({ sections, fields, fieldEntries }: Form): Pick<Form, 'sections' | 'fields' | 'fieldEntries'> {
  return { sections, fields, fieldEntries };
}

/** Forms are met as JSON text, too. */
function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value; // no JSON: the schema says what was expected
  }
}

function aboutJob(posting: AshbyPosting, coverage: Coverage): Json {
  if (posting.title === undefined) coverage.report(['title'], 'expected the title of the job.');
  const company = posting.linkedData?.hiringOrganization?.name;
  const department = posting.departmentName ?? posting.department ?? posting.teamName ?? posting.team;
  const workplace =
    posting.workplaceType?.replace(/^on[- ]?site$/i, 'on-site').toLowerCase() ??
    (posting.isRemote ? 'remote' : undefined);
  const publishedAt = toDate(posting.publishedAt ?? posting.publishedDate);
  const closesAt = toDate(posting.applicationDeadline);
  if (posting.applicationDeadline !== undefined && !closesAt)
    coverage.report(['applicationDeadline'], 'expected a date.');
  const self = posting.externalLink ?? posting.jobUrl;
  const places = [
    { name: posting.locationName ?? posting.location, address: posting.address },
    ...coverage
      .readEach(posting.secondaryLocations, place, ['secondaryLocations'])
      .map(({ item }) => ({ name: item.locationName ?? item.location, address: item.address })),
  ];
  return {
    ...(posting.id === undefined ? {} : { id: posting.id }),
    title: posting.title?.trim() ?? '',
    ...(company === undefined ? {} : { company: { name: company } }),
    ...(department === undefined ? {} : { department }),
    // `FullTime`
    ...(posting.employmentType === undefined
      ? {}
      : { employmentType: posting.employmentType.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2').toLowerCase() }),
    ...(workplace === undefined ? {} : { workplace }),
    locations: places.flatMap(({ name, address }) => {
      const { addressLocality, addressRegion, addressCountry } = address?.postalAddress ?? {};
      if (name === undefined && addressLocality === undefined) return [];
      return [
        {
          name: name ?? addressLocality,
          ...(addressLocality === undefined ? {} : { city: addressLocality }),
          ...(addressRegion === undefined ? {} : { region: addressRegion }),
          ...(addressCountry !== undefined && /^[A-Z]{2}$/.test(addressCountry) ? { country: addressCountry } : {}),
        },
      ];
    }),
    compensation: payOf(posting.compensation, coverage),
    ...(publishedAt ? { publishedAt } : {}),
    ...(closesAt ? { closesAt } : {}),
    ...(posting.descriptionHtml === undefined
      ? posting.descriptionPlain === undefined
        ? {}
        : { description: { text: posting.descriptionPlain } }
      : { description: { html: posting.descriptionHtml } }),
    ...(self === undefined ? {} : { links: { self } }),
    'x-wire': { format: 'ashby', ...(posting.id === undefined ? {} : { id: posting.id }) },
  };
}
