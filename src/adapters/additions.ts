import * as z from 'zod/mini';
import type { AdapterOptions } from './adapter.js';
import { Coverage } from './coverage.js';
import { id, maybe, text } from './lenient.js';

const item = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
const items = maybe(z.array(item));
const additions = z.object({
  job: id,
  conditions: maybe(z.boolean()),
  suggest: text,
  education: maybe(z.object({ schools: items, degrees: items, disciplines: items })),
});

export interface WithAdditions {
  /** The JSON as the system served it. */
  readonly json: unknown;
  readonly options: Pick<AdapterOptions, 'job' | 'conditions' | 'suggest' | 'education'>;
  readonly coverage: readonly string[];
}

/** Takes out what a page has added to a system's JSON for its adapter, under the key `x-adapter`. */
export function takeAdditions(json: unknown): WithAdditions {
  if (typeof json !== 'object' || json === null || !('x-adapter' in json)) return { json, options: {}, coverage: [] };
  const { 'x-adapter': added, ...rest } = json;
  const coverage = new Coverage();
  const { suggest, ...others } = coverage.read(added, additions, ['x-adapter']) ?? {};
  const isTemplate = suggest?.includes('{query}') === true;
  if (suggest !== undefined && !isTemplate)
    coverage.report(['x-adapter', 'suggest'], 'expected an address with {query} where the text goes; it is left out.');
  const options = { ...others, ...(isTemplate ? { suggest } : {}) };
  if (typeof added === 'object' && added !== null)
    coverage.keys(added, Object.keys(additions.def.shape), ['x-adapter']);
  return { json: rest, options, coverage: coverage.lines };
}
