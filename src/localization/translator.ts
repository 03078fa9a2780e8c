/** What `str` makes of a template: its words and its values apart, so that a translation can order them anew. */
export interface StrResult {
  readonly strTag: true;
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

/**
 * The tag for messages with values. The same as `str` of `@lit/localize`, whose module would bring a runtime with
 * listeners on `window` along. The mark in its type is how `lit-localize extract` knows it.
 */
export const str: ((strings: TemplateStringsArray, ...values: unknown[]) => StrResult) & {
  _LIT_LOCALIZE_STR_?: never;
} = (strings, ...values) => ({ strTag: true, strings, values });

/**
 * Narrower than the type of the same name in `@lit/localize`: text alone, and always with an id, because an id made of
 * the words would change with them. The mark is how `lit-localize extract` knows a message.
 */
export type MsgFn = ((words: string | StrResult, options: { readonly id: string }) => string) & {
  _LIT_LOCALIZE_MSG_?: never;
};

/** Translated messages by id, as `lit-localize build` writes them: a value is the place of a value in the source. */
export type Templates = Readonly<Record<string, string | StrResult>>;

/** The words of one language for one reader. Each element and each request has its own. */
export interface Translator {
  /** BCP 47, canonical: what was asked for, for numbers and dates. Its words may be of another language. */
  readonly locale: string;
  /** BCP 47: the language of the words. */
  readonly language: string;
  readonly msg: MsgFn;
  /** Picks by the plural rules of the language of the words. */
  readonly plural: (count: number, forms: PluralForms) => string;
}

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

export const sourceLanguage = 'en';

export interface TranslatorOptions {
  /** BCP 47. One that cannot be read counts as the language. */
  readonly locale: string;
  /** The language of `templates`. */
  readonly language?: string;
  /** A message that is missing here is given in English. */
  readonly templates?: Templates;
}

export function createTranslator({ locale, language = sourceLanguage, templates = {} }: TranslatorOptions): Translator {
  let rules: Intl.PluralRules | undefined;
  return {
    locale: canonical(locale) ?? language,
    language,
    msg: (words, { id }) => {
      const values = typeof words === 'string' ? [] : words.values;
      const translated = Object.hasOwn(templates, id) ? templates[id] : undefined;
      if (translated !== undefined) return join(translated, (place) => values[Number(place)]);
      return join(words, (value) => value);
    },
    plural: (count, forms) => {
      rules ??= new Intl.PluralRules(language);
      return forms[rules.select(count)] ?? forms.other;
    },
  };
}

/** `undefined` where it is no BCP 47 tag; `Intl` would throw at it. */
export function canonical(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined; // a RangeError, the only way to learn that a tag is none
  }
}

function join(words: string | StrResult, valueOf: (value: unknown) => unknown): string {
  if (typeof words === 'string') return words;
  return words.strings.reduce((text, part, index) => `${text}${String(valueOf(words.values[index - 1]))}${part}`);
}
