import type { Adapted, AdapterOptions } from '../adapter.js';
import { AdapterError } from '../adapter-error.js';
import { Coverage } from '../coverage.js';
import { pickJob } from '../pick-job.js';
import { followYes } from '../follow-yes.js';
import { firstGiven } from '../lenient.js';
import { Names } from '../names.js';
import { escapeHtml, toCurrency, toDate, toInterval, unescapeHtml, withoutTags } from '../text.js';
import { readDataRules } from './consents.js';
import type { Context, Json } from './context.js';
import { readHistory, readLocation } from './history.js';
import { readQuestions } from './questions.js';
import { job as jobSchema, jobKeys, named, payRange, type Job } from './schema.js';
import { readCompliance, readSurvey, surveyRules } from './surveys.js';

/**
 * Reads a job of Greenhouse's Job Board API, with `questions=true`, or a job post of its Harvest API; of a list, one.
 * https://developers.greenhouse.io/job-board.html
 * @throws {AdapterError} where there is no job in it
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const given = pickJob(json, ['jobs'], options.job);
  const read = jobSchema.safeParse(given);
  const job = read.data;
  if (!job)
    throw new AdapterError('This JSON is no job of Greenhouse: expected an object with "title" and "questions".');
  if (!job.title?.trim()) coverage.report(['title'], 'expected the title of the job.');
  coverage.keys(job, jobKeys, []);
  const context: Context = { options, coverage, names: new Names(coverage), company: job.company_name ?? '' };
  return { posting: { ...aboutJob(job, given, context), form: formOf(job, context) }, coverage: coverage.lines };
}

function formOf(job: Job, context: Context): Json {
  const { coverage, names, options } = context;
  if (job.questions === undefined || job.questions === null) {
    coverage.report(['questions'], 'the job comes without its questions; ask for it with `questions=true`.');
  }
  const { others, place } = splitPlace(job);
  const questions = readQuestions(others, ['questions'], context);
  const location = readLocation(place, context);
  const rules = readDataRules(job.data_compliance, context);
  const equality = readCompliance(job.compliance, context);
  const survey = readSurvey(job.demographic_questions, rules.surveyNeedsConsent, context);
  const disclaimer = disclaimerOf(job, context);
  const source = {
    name: names.take('mapped_url_token', []),
    type: 'hidden',
    from: 'query:gh_src',
    'x-wire': { name: 'mapped_url_token' },
  };
  const sections = [
    { fields: [...withLocation(options.conditions ? followYes(questions) : questions, location), source] },
    ...readHistory(job, context),
    ...equality,
    ...(survey ? [survey] : []),
    { fields: [...rules.fields, ...disclaimer] },
  ];
  return {
    sections: sections.filter(({ fields }) => (fields as unknown[]).length > 0),
    rules: surveyRules(survey, context),
  };
}

/** The questions about the applicant's place apart from the others, among which some jobs have them. */
function splitPlace(job: Job): { readonly others: unknown; readonly place: unknown } {
  const { questions, location_questions } = job;
  if (!Array.isArray(questions) || firstGiven(location_questions) !== undefined)
    return { others: questions, place: location_questions };
  const names = (each: unknown): string => JSON.stringify(asObject(each)['fields'] ?? '');
  const isOfPlace = (each: unknown): boolean => /"name":"(?:location|latitude|longitude)"/.test(names(each));
  const place = (questions as readonly unknown[]).filter(isOfPlace);
  // A question called "location" alone is a text.
  return place.some((each) => names(each).includes('"latitude"'))
    ? { others: (questions as readonly unknown[]).filter((each) => !isOfPlace(each)), place }
    : { others: questions, place: undefined };
}

/** Where Greenhouse's own form asks for it: after the name and how to reach the applicant. */
function withLocation(fields: readonly Json[], location: Json | undefined): readonly Json[] {
  if (!location) return fields;
  const contact = ['first_name', 'last_name', 'preferred_name', 'email', 'phone'];
  const after = fields.findLastIndex(({ name }) => contact.includes(String(name))) + 1;
  return [...fields.slice(0, after), location, ...fields.slice(after)];
}

function disclaimerOf(job: Job, { options }: Context): readonly Json[] {
  const link = job.ai_opt_out_request_url;
  if (job.include_ai_disclaimer === false || (job.ai_disclaimer === undefined && link === undefined)) return [];
  const html =
    unescapeHtml(job.ai_disclaimer ?? '') +
    (link === undefined ? '' : `<p><a href="${escapeHtml(link)}">${escapeHtml(options.words.aiOptOut)}</a></p>`);
  return [{ type: 'content', content: { html } }];
}

function aboutJob(job: Job, given: unknown, { coverage }: Context): Json {
  const departments = coverage.readEach(job.departments, named, ['departments']).map(({ item }) => item.name.trim());
  const places = (job.location?.name ?? '').split(';').map((place) => place.trim());
  const publishedAt = toDate(job.first_published);
  const closesAt = toDate(job.application_deadline);
  if (job.application_deadline !== undefined && !closesAt)
    coverage.report(['application_deadline'], 'expected a date.');
  const isProspect = 'internal_job_id' in asObject(given) && asObject(given)['internal_job_id'] === null;
  return {
    ...(job.id === undefined ? {} : { id: job.id }),
    ...(job.language === undefined ? {} : { locale: job.language }),
    title: job.title?.trim() ?? '',
    ...(isProspect ? { status: 'pool' } : {}),
    ...(job.company_name === undefined ? {} : { company: { name: job.company_name } }),
    ...(departments.length === 0 ? {} : { department: departments.join(', ') }),
    locations: places.filter(Boolean).map((name) => ({ name })),
    compensation: payOf(job, coverage),
    ...(publishedAt ? { publishedAt } : {}),
    ...(closesAt ? { closesAt } : {}),
    ...(job.content === undefined ? {} : { description: unescapeHtml(job.content) }),
    ...(job.absolute_url === undefined ? {} : { links: { self: job.absolute_url } }),
    'x-wire': { format: 'greenhouse', ...(job.id === undefined ? {} : { id: job.id }) },
  };
}

/** Sums are in cents and say not for how long: only their words may. */
function payOf(job: Job, coverage: Coverage): readonly Json[] {
  return coverage.readEach(job.pay_input_ranges, payRange, ['pay_input_ranges']).map(({ item }) => {
    const note = item.blurb === undefined ? '' : withoutTags(unescapeHtml(item.blurb));
    const currency = toCurrency(item.currency_type);
    const interval = toInterval(item.title, note);
    return {
      ...(item.title === undefined ? {} : { label: item.title.trim() }),
      ...(item.min_cents === undefined ? {} : { min: item.min_cents / 100 }),
      ...(item.max_cents === undefined ? {} : { max: item.max_cents / 100 }),
      ...(currency ? { currency } : {}),
      ...(interval ? { interval } : {}),
      ...(note ? { note } : {}),
    };
  });
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
