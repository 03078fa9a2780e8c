import type { Issue } from '../posting/issue.js';
import type { FieldFinder } from './field-finder.js';
import { fieldAt, indexAt, type Place } from './field-name.js';
import { isObject, plainText, type JsonObject } from './plain-text.js';

/** Of a tree of errors; none of a form is deeper. */
const maxDepth = 16;
/** Said at once; an endpoint that finds more than this has not read the form. */
const maxIssues = 200;

/**
 * The field errors in an endpoint's answer, in whichever of these forms they come: problem details (RFC 9457), a map by
 * name, a list, zod's flattened errors, tree or issues, JSON:API, `error_fields`, `validation_errors`. None where there
 * are none. An error that belongs to no field is the form's.
 */
export function readIssues(body: unknown, fieldNamed: FieldFinder): readonly Issue[] {
  const issues = new Map<string, Issue>();
  for (const { place, message } of errorsIn(body)) {
    const field = fieldAt(place, fieldNamed);
    const text = plainText(message);
    if (field === '' && text === undefined) continue;
    const index = indexAt(place, fieldNamed);
    const issue: Issue = {
      field,
      code: 'server',
      params: index === undefined ? {} : { index },
      ...(text === undefined ? {} : { message: text }),
    };
    issues.set(JSON.stringify([field, index, text]), issue);
    if (issues.size === maxIssues) break;
  }
  return [...issues.values()];

  /** The first key that holds errors has them all: others repeat them as a summary. */
  function errorsIn(value: unknown): readonly FoundError[] {
    if (Array.isArray(value)) return value.flatMap(readEntry);
    if (!isObject(value)) return [];
    const forms = [
      () => readFlattened(value),
      () => readTree(value),
      ...['errors', 'error_fields', 'validation_errors', 'issues'].map((key) => () => readContainer(value[key])),
      () => errorsIn(value['error']),
    ];
    for (const read of forms) {
      const errors = read();
      if (errors.length > 0) return errors;
    }
    return [];
  }

  function readContainer(value: unknown): readonly FoundError[] {
    if (!isObject(value)) return errorsIn(value);
    const inside = [readFlattened(value), readTree(value)].find(({ length }) => length > 0);
    return inside ?? readMap(value);
  }

  /** An entry says where in one of several keys; the one that leads to a field is meant. */
  function readEntry(entry: unknown): readonly FoundError[] {
    if (typeof entry === 'string') return [{ place: '', message: entry }];
    if (!isObject(entry)) return [];
    const source = isObject(entry['source']) ? entry['source'] : {};
    const places = [
      entry['pointer'],
      entry['field'],
      entry['path'],
      entry['name'],
      source['pointer'],
      source['parameter'],
    ];
    const place = places.filter(isPlace).find((each) => fieldAt(each, fieldNamed) !== '') ?? '';
    return [{ place, message: entry['message'] ?? entry['detail'] ?? entry['title'] }];
  }
}

interface FoundError {
  readonly place: Place;
  readonly message: unknown;
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'string' || Array.isArray(value);
}

/** `{ email: "…" }`, `{ email: ["…", "…"] }` */
function readMap(map: JsonObject): readonly FoundError[] {
  return Object.entries(map).flatMap(([place, value]) => messagesOf(value).map((message) => ({ place, message })));
}

/** `{ formErrors: ["…"], fieldErrors: { email: ["…"] } }` */
function readFlattened({ formErrors, fieldErrors }: JsonObject): readonly FoundError[] {
  return [
    ...messagesOf(formErrors).map((message) => ({ place: '', message })),
    ...(isObject(fieldErrors) ? readMap(fieldErrors) : []),
  ];
}

/**
 * `{ errors: ["…"], properties: { email: { errors: ["…"] }, education: { items: [{ … }] } } }`. Without `properties` or
 * `items` it is a leaf, which nothing but its place tells from a list.
 */
function readTree(tree: JsonObject, path: readonly string[] = []): readonly FoundError[] {
  const { errors, properties, items } = tree;
  const children = [
    ...(isObject(properties) ? Object.entries(properties) : []),
    ...(Array.isArray(items) ? items.map((item, index) => [String(index), item as unknown] as const) : []),
  ].filter((child): child is [string, JsonObject] => isObject(child[1]));
  if (path.length === 0 && children.length === 0) return [];
  return [
    ...messagesOf(errors).map((message) => ({ place: path, message })),
    ...(path.length < maxDepth ? children.flatMap(([key, child]) => readTree(child, [...path, key])) : []),
  ];
}

function messagesOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}
