import type { FormatName } from '../../adapters/adapter.js';
import { loadAdapter } from '../../adapters/load-adapter.js';
import { recognise } from '../../adapters/recognise.js';
import { loadTranslator } from '../../localization/load-translator.js';

/** What the JSON is: `auto` recognises it by its shape. */
export type Format = 'auto' | 'posting' | FormatName;

export interface AdaptRequest {
  readonly format: Format;
  /** BCP 47: the language of the words that a system leaves to the page. */
  readonly lang: string;
  /** Which one of a list is meant, where that is said. */
  readonly job: string | undefined;
}

export interface AdaptedJson {
  /** JSON of ours. */
  readonly posting: unknown;
  /** The system that it comes from; `undefined` where it is ours. */
  readonly system: FormatName | undefined;
  /** What was not understood of it. */
  readonly coverage: readonly string[];
}

/**
 * JSON of ours, out of that of any system. Ours is given back as it is.
 * @throws {AdapterError} where the JSON is not what `format` says, or it is not said which job is meant
 */
export async function adapt(json: unknown, { format, lang, job }: AdaptRequest): Promise<AdaptedJson> {
  const system = format === 'auto' ? recognise(json) : format === 'posting' ? undefined : format;
  if (system === undefined) return { posting: json, system, coverage: [] };
  const [{ toPosting }, { takeAdditions }, { adapterWords }, translator] = await Promise.all([
    loadAdapter(system),
    import('../../adapters/additions.js'),
    import('../../localization/adapter-words.js'),
    loadTranslator(lang),
  ]);
  const given = takeAdditions(json);
  const { posting, coverage } = toPosting(given.json, {
    words: adapterWords(translator),
    ...given.options,
    ...(job === undefined ? {} : { job }),
  });
  return { posting, system, coverage: [...given.coverage, ...coverage] };
}
