import type { FormatName } from './adapter.js';
import { isOurs } from './is-ours.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The system that JSON comes from, by its shape; `undefined` where it is a posting of ours or nothing that is known.
 * What it takes for a system's JSON is read with care by that adapter.
 */
export function recognise(json: unknown): FormatName | undefined {
  if (isOurs(json)) return undefined;
  return tests.find(([, isIt]) => isIt(json))?.[0];
}

const tests: readonly (readonly [FormatName, (json: unknown) => boolean])[] = [
  ['schema-org', (json) => inGraph(json).some((node) => hasType(node['@type']))],
  ['ashby', (json) => isAshby(first(json))],
  ['recruitee', (json) => isRecruitee(first(offersIn(json)))],
  ['lever', (json) => isLever(first(json))],
  ['workable', (json) => isWorkable(json)],
  ['smartrecruiters', (json) => isSmartRecruiters(first(json))],
  ['greenhouse', (json) => isGreenhouse(first(jobsIn(json)))],
];

function isAshby(json: Json): boolean {
  const data = first(json['data']);
  const posting = first(json['results'] ?? data['jobPosting'] ?? json['jobPosting'] ?? json['posting'] ?? json);
  return (
    'jobPosting' in data ||
    'jobUrl' in first(json['jobs']) ||
    'jobUrl' in json ||
    'applicationFormDefinition' in posting ||
    isObject(posting['applicationForm'])
  );
}

function isRecruitee(json: Json): boolean {
  return Array.isArray(json['open_questions']) || 'options_cv' in json;
}

function isLever(json: Json): boolean {
  const data = isObject(json['data']) ? json['data'] : json;
  return (
    'customQuestions' in data ||
    'personalInformation' in data ||
    'hostedUrl' in data ||
    (isObject(data['categories']) && 'text' in data) ||
    isObject(first(data['cards'])['baseTemplate'])
  );
}

function isWorkable(json: unknown): boolean {
  const { form_fields, form } = first(json);
  const sections = Array.isArray(json) ? json : form;
  const field = first(first(sections)['fields']);
  return Array.isArray(form_fields) || (Array.isArray(sections) && 'id' in field && 'type' in field);
}

function isSmartRecruiters(json: Json): boolean {
  const question = first(json['questions']);
  return (
    'jobAd' in json ||
    'privacyPolicies' in json ||
    isObject(json['configuration']) ||
    ('id' in question && 'id' in first(question['fields']))
  );
}

function isGreenhouse(json: Json): boolean {
  const question = first(json['questions']);
  const isBoard = 'absolute_url' in json && isObject(json['location']);
  return isBoard || Array.isArray(question['fields']) || ('name' in question && 'type' in question);
}

function hasType(type: unknown): boolean {
  return Array.isArray(type) ? type.includes('JobPosting') : type === 'JobPosting';
}

function inGraph(json: unknown): readonly Json[] {
  const graph = isObject(json) ? json['@graph'] : undefined;
  return [
    json,
    ...(Array.isArray(graph) ? (graph as unknown[]) : []),
    ...(Array.isArray(json) ? (json as unknown[]) : []),
  ].filter(isObject);
}

function offersIn(json: unknown): unknown {
  return isObject(json) ? (json['offers'] ?? json['offer'] ?? json) : json;
}

function jobsIn(json: unknown): unknown {
  return isObject(json) && Array.isArray(json['jobs']) ? json['jobs'] : json;
}

/** The object itself, or the first of a list; empty where there is none. */
function first(json: unknown): Json {
  const found: unknown = Array.isArray(json) ? json[0] : json;
  return isObject(found) ? found : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
