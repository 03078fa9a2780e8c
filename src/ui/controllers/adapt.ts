import type { FormatName } from '../../adapters/adapter.js';
import { loadAdapter } from '../../adapters/load-adapter.js';
import { recognise } from '../../adapters/recognise.js';
import { loadTranslator } from '../../localization/load-translator.js';

/** What the JSON is: `auto` recognises it by its shape. */
export type Format = 'auto' | 'posting' | FormatName;

/**
 * JSON of ours, out of that of any system, and what was not understood of it. Ours is given back as it is.
 * @param lang BCP 47: the language of the words that a system leaves to the page
 * @throws {AdapterError} where the JSON is not what `format` says
 */
export async function adapt(
  json: unknown,
  format: Format,
  lang: string,
): Promise<{ readonly posting: unknown; readonly coverage: readonly string[] }> {
  const name = format === 'auto' ? recognise(json) : format === 'posting' ? undefined : format;
  if (name === undefined) return { posting: json, coverage: [] };
  const [{ toPosting }, { adapterWords }, translator] = await Promise.all([
    loadAdapter(name),
    import('../../localization/adapter-words.js'),
    loadTranslator(lang),
  ]);
  return toPosting(json, { words: adapterWords(translator) });
}
