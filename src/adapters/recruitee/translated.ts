type Translations = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined;

/**
 * A text in each language that an offer has it in, or the text itself where there is only that; `undefined` where there
 * is none.
 */
export function translated(
  translations: Translations,
  key: string,
  fallback: string | undefined,
): string | Record<string, string> | undefined {
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
