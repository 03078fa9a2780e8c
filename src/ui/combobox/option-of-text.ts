import { canonical } from '../../localization/translator.js';
import type { ChoiceOption } from '../../posting/kinds/choice.js';
import { fold } from './fold.js';
import type { OptionSearch } from './option-search.js';

interface TextContext {
  readonly options: readonly ChoiceOption[];
  /** Over the same options. */
  readonly search: OptionSearch;
  /** By the browser, which also knows a country by its code and by its name in the browser's own language. */
  readonly isFilledIn: boolean;
  readonly labelOf: (option: ChoiceOption) => string;
}

/** The option that a text is the whole words of; `undefined` where there is none, or more than one. */
export function optionOfText(
  text: string,
  { options, search, isFilledIn, labelOf }: TextContext,
): ChoiceOption | undefined {
  const same = search.findWhole(text).flatMap((place) => options[place] ?? []);
  if (same.length > 0) {
    const exact = same.filter((option) => labelOf(option) === text);
    return only(same) ?? only(exact);
  }
  if (!isFilledIn) return undefined;
  const wanted = text.trim().toLowerCase();
  const byValue = options.filter(({ value }) => value !== '' && value.toLowerCase() === wanted);
  return only(byValue) ?? only(options.filter(({ value }) => namesOfCountry(value).includes(fold(text))));
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** Of an ISO 3166-1 code, as browsers fill them in: in their own language or in English. */
function namesOfCountry(code: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(code)) return [];
  // A browser may name a language that is none, such as the locale "C" of its machine.
  const languages = [...navigator.languages, 'en'].flatMap((language) => canonical(language) ?? []);
  return languages.map((language) => fold(new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? ''));
}
