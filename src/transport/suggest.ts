import * as z from 'zod/mini';
import { readBody } from './read-body.js';

/** A place that an endpoint knows. Degrees, WGS 84. */
export interface Suggestion {
  readonly text: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Not `z.lte`: every page would pay for it. */
const degrees = (most: number) => z.number().check(z.refine((value) => Math.abs(value) <= most));

const suggestion = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  latitude: degrees(90),
  longitude: degrees(180),
});

const timeoutMs = 8000;
const mostBytes = 100_000;
const mostSuggestions = 20;

/** The address to ask: `{query}` in the template is where the text goes, encoded. */
export function suggestUrl(template: string, query: string): string {
  return template.replaceAll('{query}', encodeURIComponent(query));
}

/**
 * Asks for places that fit a text. Without credentials, since what somebody types is nobody's to tie to an account.
 * Gives none where the endpoint fails or answers something else: the text stands for itself. An entry that cannot be
 * read is passed over.
 */
export async function fetchSuggestions(url: URL, signal: AbortSignal): Promise<readonly Suggestion[]> {
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) return [];
    const list: unknown = JSON.parse(await readBody(response, mostBytes));
    return (Array.isArray(list) ? (list as unknown[]) : [])
      .flatMap((each) => suggestion.safeParse(each).data ?? [])
      .slice(0, mostSuggestions);
  } catch {
    return []; // given up, offline, or no JSON: suggestions are a help, and nothing depends on them
  }
}
