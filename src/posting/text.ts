/** One text in one or several languages: a string, or an object from BCP 47 tag to string. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** Formatted text: an HTML string, or an object that names its format. HTML is cleaned before it is drawn. */
export type RichText =
  string | { readonly html: LocalizedText } | { readonly markdown: LocalizedText } | { readonly text: LocalizedText };

export type RichFormat = 'html' | 'markdown' | 'text';

/** A text together with the language it was found in, where that is known. */
export interface FoundText {
  readonly text: string;
  readonly lang: string | undefined;
}

/**
 * Picks the text for a reader: the tag asked for, the tag shortened part by part, the posting's own locale, then the
 * first there is. Tags are compared without regard to case (BCP 47, RFC 5646 §2.1.1).
 */
export function findText(text: LocalizedText | undefined, lang: string, fallback?: string): FoundText {
  if (text === undefined) return { text: '', lang: undefined };
  if (typeof text === 'string') return { text, lang: fallback };
  const tags = Object.keys(text);
  const found =
    [...shortenings(lang), ...(fallback === undefined ? [] : shortenings(fallback))]
      .map((wanted) => tags.find((tag) => tag.toLowerCase() === wanted))
      .find((tag) => tag !== undefined) ?? tags[0];
  return found === undefined ? { text: '', lang: undefined } : { text: text[found] ?? '', lang: found };
}

/** `findText` for callers that need only the words. */
export function localize(text: LocalizedText | undefined, lang: string, fallback?: string): string {
  return findText(text, lang, fallback).text;
}

/** Splits rich text into its format and its words. */
export function richParts(rich: RichText): { readonly format: RichFormat; readonly text: LocalizedText } {
  if (typeof rich === 'string') return { format: 'html', text: rich };
  if ('html' in rich) return { format: 'html', text: rich.html };
  return 'markdown' in rich ? { format: 'markdown', text: rich.markdown } : { format: 'text', text: rich.text };
}

function shortenings(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
