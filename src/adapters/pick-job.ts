import { AdapterError } from './adapter-error.js';

const idKeys: readonly string[] = ['id', 'slug', 'shortcode', 'guid', 'uuid', 'identifier', '@id'];

/** Jobs that are named in a message, of a list that may have hundreds. */
const maxNamed = 20;

/**
 * One job of a list, which stands alone or under one of the keys: the one that is meant, or the only one there is. JSON
 * that is no list comes back as it is.
 * @throws {AdapterError} where the one that is meant is missing, or it is not said which: nobody should apply for another
 */
export function pickJob(json: unknown, keys: readonly string[], wanted: string | undefined): unknown {
  const list = listIn(json, keys);
  if (!list) return json;
  const found = wanted === undefined ? undefined : list.find((job) => idsOf(job).includes(wanted));
  if (found !== undefined) return found;
  if (wanted !== undefined) {
    throw new AdapterError(
      `None of the ${list.length} jobs in this list is called "${wanted}". ${namesOf(list)}`,
      'not-found',
    );
  }
  if (list.length > 1) {
    throw new AdapterError(
      `This is a list of ${list.length} jobs. Say which is meant: put its id behind "#" in "src". ${namesOf(list)}`,
    );
  }
  return list[0];
}

function listIn(json: unknown, keys: readonly string[]): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json as readonly unknown[];
  if (typeof json !== 'object' || json === null) return undefined;
  for (const key of keys) {
    const found = (json as Record<string, unknown>)[key];
    if (Array.isArray(found)) return found as readonly unknown[];
  }
  return undefined;
}

function idsOf(job: unknown): readonly string[] {
  if (typeof job !== 'object' || job === null) return [];
  return idKeys.flatMap((key) => {
    const found = (job as Record<string, unknown>)[key];
    // schema.org's `identifier` may be a thing with a value.
    const id: unknown = typeof found === 'object' && found !== null && 'value' in found ? found.value : found;
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
  });
}

function namesOf(list: readonly unknown[]): string {
  const ids = list.flatMap((job) => idsOf(job)[0] ?? []);
  const more = ids.length > maxNamed ? ` and ${ids.length - maxNamed} more` : '';
  return `There are: ${ids.slice(0, maxNamed).join(', ')}${more}.`;
}
