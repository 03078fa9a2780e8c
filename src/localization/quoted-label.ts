import { formatList } from './format.js';
import { str, type Translator } from './translator.js';

/** Graphemes; a label may be a whole paragraph, a sentence about it should not. */
const longest = 80;

/** Graphemes. To leave out fewer would save less than the ellipsis costs. */
const fewestLeftOut = 15;

/** Characters of which each is one grapheme. For all others the browser is asked, which the first time takes 12 ms and more. */
const ascii = /^[ -~]*$/;

/** A label or a file's name inside a sentence. */
export function quoted(label: string, { locale, msg }: Translator): string {
  return msg(str`“${shorten(label, locale)}”`, { id: 'quoted' });
}

export function quotedList(
  labels: readonly string[],
  type: 'conjunction' | 'disjunction',
  translator: Translator,
): string {
  return formatList(
    labels.map((label) => quoted(label, translator)),
    type,
    translator,
  );
}

/** Cuts at the last word that ends in time, or in the middle of a word where none does. */
export function shorten(label: string, locale: string): string {
  const mostWhole = longest + fewestLeftOut;
  if (label.length <= mostWhole) return label;
  const graphemes = ascii.test(label) ? undefined : [...new Intl.Segmenter(locale).segment(label)];
  if (graphemes && graphemes.length <= mostWhole) return label;
  const next = graphemes?.[longest]?.index ?? longest;
  const end = label.lastIndexOf(' ', next);
  return `${label.slice(0, end > next / 2 ? end : next).replace(/[\s\p{P}]+$/u, '')}…`;
}

/** "Why us?" is answered, "First name" is filled in. */
export function isQuestion(label: string): boolean {
  return /[?？؟]/.test(label);
}
