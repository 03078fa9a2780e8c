import { html, type TemplateResult } from 'lit';
import { findText, type LocalizedText } from '../../posting/text.js';
import { directionOf } from '../rich-text/text-direction.js';
import type { PostingContext } from './posting-context.js';

type Reader = Pick<PostingContext, 'posting' | 'translator' | 'lang'>;

/** The author's words for the reader, marked where their language is not that of our own words around them. */
export function authorWords(
  text: LocalizedText | undefined,
  { posting, translator, lang }: Reader,
): TemplateResult | string {
  const found = findText(text, lang, posting.locale);
  if (found.lang === undefined || found.lang === translator.language) return found.text;
  return html`<span lang=${found.lang} dir=${directionOf(found.lang)}>${found.text}</span>`;
}

/** Words of which we know some, such as `full-time`: `nameOf` gives ours, or the text as it stands. */
export function authorToken(
  text: LocalizedText | undefined,
  nameOf: (text: string, translator: Reader['translator']) => string,
  reader: Reader,
): TemplateResult | string {
  const { text: token } = findText(text, reader.lang, reader.posting.locale);
  const name = nameOf(token, reader.translator);
  return name === token ? authorWords(text, reader) : name;
}
