import { takeAdditions } from './adapters/additions.js';
import type { Adapted, AdapterOptions, FormatName } from './adapters/adapter.js';
import { loadAdapter } from './adapters/load-adapter.js';
import { recognise } from './adapters/recognise.js';
import { adapterWords } from './localization/adapter-words.js';
import { loadTranslator } from './localization/load-translator.js';

export interface AdaptPostingOptions extends Partial<Omit<AdapterOptions, 'words'>> {
  /** What the JSON is, as the element's attribute `format`; by default it is recognised by its shape. */
  readonly format?: 'auto' | 'posting' | FormatName | undefined;
  /** BCP 47: the language of the words that a system leaves to the page. English, if absent. */
  readonly locale?: string | undefined;
}

export interface AdaptedPosting {
  /** JSON of ours, still to be read by `parsePosting`. */
  readonly posting: unknown;
  /** The system that it comes from; `undefined` where it is ours and comes back as it is. */
  readonly system: FormatName | undefined;
  /** What was not understood of it, a line each. */
  readonly coverage: Adapted['coverage'];
}

/**
 * The posting in the JSON of any system, as the element reads it.
 * @throws {AdapterError} where the JSON is not what `format` says, or is a list of jobs and it is not said which is meant
 */
export async function adaptPosting(json: unknown, options: AdaptPostingOptions = {}): Promise<AdaptedPosting> {
  const { format = 'auto', locale = 'en', ...given } = options;
  const system = format === 'auto' ? recognise(json) : format === 'posting' ? undefined : format;
  if (system === undefined) return { posting: json, system, coverage: [] };
  const [{ toPosting }, translator] = await Promise.all([loadAdapter(system), loadTranslator(locale)]);
  const added = takeAdditions(json);
  const { posting, coverage } = toPosting(added.json, { ...added.options, ...given, words: adapterWords(translator) });
  return { posting, system, coverage: [...added.coverage, ...coverage] };
}
