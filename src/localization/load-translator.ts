import { canonical, createTranslator, sourceLanguage, type Templates, type Translator } from './translator.js';

export type LocaleLoaders = Readonly<Record<string, () => Promise<{ readonly templates: Templates }>>>;

/** Written out, so that a bundler makes one chunk of each. */
const builtIn: LocaleLoaders = {
  de: () => import('./locales/de.js'),
};

/**
 * The words for a reader, in the language nearest to the one asked for: the tag, the tag shortened part by part, else
 * English. A language that cannot be loaded is English too, and is asked for again by the next call; `language` tells.
 * Never rejects.
 * @param locale BCP 47
 */
export async function loadTranslator(locale: string, loaders: LocaleLoaders = builtIn): Promise<Translator> {
  const language = nearestLanguage(locale, Object.keys(loaders));
  if (language === undefined) return createTranslator({ locale });
  try {
    const { templates } = await loaders[language]!();
    return createTranslator({ locale, language, templates });
  } catch {
    return createTranslator({ locale }); // offline, say: better the form in English than none
  }
}

/** `de` for `de-AT`; `undefined` for English, and for a language that there are no words of. */
function nearestLanguage(locale: string, languages: readonly string[]): string | undefined {
  const parts = (canonical(locale) ?? sourceLanguage).split('-');
  return parts
    .map((_, index) =>
      parts
        .slice(0, parts.length - index)
        .join('-')
        .toLowerCase(),
    )
    .map((tag) => languages.find((language) => language.toLowerCase() === tag))
    .find((language) => language !== undefined);
}
