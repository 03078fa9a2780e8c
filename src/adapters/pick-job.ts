import { AdapterError } from './adapter-error.js';
import type { Coverage } from './coverage.js';

const idKeys: readonly string[] = ['id', 'slug', 'shortcode', 'guid', 'uuid'];

/**
 * One job of a list, which stands alone or under one of the keys: the one that is meant, else the first, which is then
 * reported. JSON that is no list comes back as it is.
 * @throws {AdapterError} where the one that is meant is missing: nobody should apply for another
 */
export function pickJob(
  json: unknown,
  keys: readonly string[],
  wanted: string | undefined,
  coverage: Coverage,
): unknown {
  const list = listIn(json, keys);
  if (!list) return json;
  const found = wanted === undefined ? undefined : list.find((job) => isCalled(job, wanted));
  if (wanted !== undefined && found === undefined) {
    throw new AdapterError(`None of the ${list.length} jobs in this list is called "${wanted}".`);
  }
  if (found === undefined && list.length > 1) {
    coverage.report([], `a list of ${list.length} jobs, of which the first is shown; say which is meant.`);
  }
  return found ?? list[0];
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

function isCalled(job: unknown, wanted: string): boolean {
  if (typeof job !== 'object' || job === null) return false;
  return idKeys.some((key) => {
    const id = (job as Record<string, unknown>)[key];
    return (typeof id === 'string' || typeof id === 'number') && String(id) === wanted;
  });
}
