/** A text, or one in each language. */
export type Words = string | Readonly<Record<string, string>>;

type Translations = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined;

/**
 * A text in each language that an offer has it in, or the text itself where there is only that; `undefined` where there
 * is none.
 */
export function translated(translations: Translations, key: string, fallback: string | undefined): Words | undefined {
  const found = Object.entries(translations ?? {}).flatMap(([lang, words]): [string, string][] => {
    const text = words?.[key];
    return typeof text === 'string' && text.trim() !== '' && lang !== '__proto__' ? [[lang, text.trim()]] : [];
  });
  if (found.length > 1) return Object.fromEntries(found);
  return found[0]?.[1] ?? (fallback?.trim() || undefined);
}

/** The languages that an offer is written in. */
export function languagesOf(translations: Translations): readonly string[] {
  return Object.keys(translations ?? {});
}

export function inEach(words: Words, change: (text: string) => string): Words {
  return typeof words === 'string'
    ? change(words)
    : Object.fromEntries(Object.entries(words).map(([lang, text]) => [lang, change(text)]));
}

/** The text in the first language; empty where there is none. */
export function firstOf(words: Words | undefined): string {
  return typeof words === 'string' ? words : (Object.values(words ?? {})[0] ?? '');
}
