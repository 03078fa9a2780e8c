import type { FieldFinder } from './field-finder.js';

/** Where an endpoint says an error belongs: a name, a JSON Pointer, or a path of keys. */
export type Place = string | readonly unknown[];

/** What endpoints wrap answers in: ours in JSON, JSON:API, frameworks that name the body. */
const wrappers: ReadonlySet<string> = new Set(['answers', 'data', 'attributes', 'body']);

/** Of a path; a longer one leads to no answer. */
const maxDepth = 16;

/**
 * The field that a place in an answer's body means, or `""` where it is none of the form's. Names are tried as they were
 * sent first, since a field's name may have a dot or a bracket of its own. What leads further into an answer (an index of
 * a file, the text of a location) means the answer.
 */
export function fieldAt(place: Place, fieldNamed: FieldFinder): string {
  if (typeof place === 'string') {
    const field = fieldNamed(place) ?? fieldNamed(place.replace(/\[\]$/, ''));
    if (field !== undefined) return field;
  }
  const keys = (typeof place === 'string' ? keysOf(place) : place.map(String)).slice(0, maxDepth);
  for (let start = 0; start < keys.length; start++) {
    for (let end = keys.length; end > start; end--) {
      const [first = '', ...rest] = keys.slice(start, end);
      const field = fieldNamed(first + rest.map((key) => `[${key}]`).join(''));
      if (field !== undefined) return field;
    }
    if (!wrappers.has(keys[start] ?? '')) break;
  }
  return '';
}

/** Where in an answer a place leads to, from 0: to one of several files, say. */
export function indexAt(place: Place, fieldNamed: FieldFinder): number | undefined {
  if (typeof place === 'string' && fieldNamed(place) !== undefined) return undefined;
  const keys = typeof place === 'string' ? keysOf(place) : place.map(String);
  const last = keys.at(-1) ?? '';
  const answer = fieldAt(keys.slice(0, -1), fieldNamed);
  return /^\d{1,6}$/.test(last) && answer !== '' && answer === fieldAt(place, fieldNamed) ? Number(last) : undefined;
}

/** Keys of a JSON Pointer (RFC 6901, also as a URI fragment), or of a name with dots and brackets. */
function keysOf(name: string): readonly string[] {
  const pointer = name.startsWith('#') ? decoded(name.slice(1)) : name;
  if (pointer.startsWith('/')) {
    return pointer
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return pointer.split(/[.[\]]+/).filter(Boolean);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a per cent sign that encodes nothing is meant as it stands
  }
}
