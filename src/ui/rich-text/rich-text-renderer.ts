import { html, nothing, type TemplateResult } from 'lit';
import { postingTerms } from '../../localization/posting-terms.js';
import type { Translator } from '../../localization/translator.js';
import { findText, richParts, type RichFormat, type RichText } from '../../posting/text.js';
import { adoptStyles } from '../styles/adopt-styles.js';
import type * as markdown from './markdown.js';
import type * as markup from './markup.js';
import { plainText } from './plain-text.js';
import { richContent, type Placing } from './rich-content.js';
import { directionOf } from './text-direction.js';

export interface RichTextLoaders {
  cleaning(): Promise<typeof markup>;
  markdown(): Promise<typeof markdown>;
}

export interface RichTextSource {
  /** Absolute: the posting's own URL, else the page's. */
  readonly baseUrl: string;
  /** Whether an image may be loaded from an absolute URL. */
  readonly isTrustedUrl: (url: string) => boolean;
  /** Takes the styles that markup needs. */
  readonly root: Node | null;
  readonly loaders?: RichTextLoaders;
}

export interface RichTextReader {
  readonly translator: Translator;
  /** BCP 47: what the reader wants. */
  readonly lang: string;
  /** BCP 47: the posting's own language. */
  readonly fallbackLang: string | undefined;
  /** For the highest heading of the text, 1 to 6. */
  readonly headingLevel: number;
}

const chunks: RichTextLoaders = {
  cleaning: () => import('./markup.js'),
  markdown: () => import('./markdown.js'),
};

/** Draws the formatted texts of one posting. What cleans them is heavy, so it is loaded only for texts that need it. */
export class RichTextRenderer {
  readonly #source: RichTextSource;
  readonly #loaders: RichTextLoaders;
  readonly #cleaned = new Map<string, DocumentFragment>();
  /** Texts without markup, and those that are drawn as words alone. */
  readonly #paragraphs = new Map<string, DocumentFragment>();
  #cleaning: typeof markup | undefined;
  #markdown: typeof markdown | undefined;
  #places = 0;
  /** Texts for which too little is left of it are drawn as words alone. */
  #budget: markup.MarkupBudget | undefined;

  readonly #placing: Placing = (copy, element) => this.#cleaning?.linkWithin(copy, element, ++this.#places);

  constructor(source: RichTextSource) {
    this.#source = source;
    this.#loaders = source.loaders ?? chunks;
  }

  /**
   * To be awaited before these texts are first drawn. Never rejects: while something cannot be loaded, the texts that need
   * it are drawn as plain text, and the next call asks for it again.
   */
  async prepare(riches: Iterable<RichText>, signal?: AbortSignal): Promise<void> {
    const needs = new Set([...riches].flatMap(needsOf));
    const [cleaner, converter] = await Promise.all([
      needs.has('cleaning') && !this.#cleaning ? orNothing(this.#loaders.cleaning()) : undefined,
      needs.has('markdown') && !this.#markdown ? orNothing(this.#loaders.markdown()) : undefined,
    ]);
    if (signal?.aborted) return;
    if (cleaner) adoptStyles(this.#source.root, cleaner.markupStyles);
    this.#cleaning ??= cleaner;
    this.#budget ??= cleaner && new cleaner.MarkupBudget();
    this.#markdown ??= converter;
  }

  /** Nothing where there are no words. Drawing the same text again leaves what stands on the page as it is. */
  render(rich: RichText | undefined, reader: RichTextReader): TemplateResult | typeof nothing {
    if (rich === undefined) return nothing;
    const { format, text } = richParts(rich);
    const found = findText(text, reader.lang, reader.fallbackLang);
    if (found.text.trim() === '') return nothing;
    const cleaned = this.#clean(format, found.text, reader);
    const content = cleaned ?? this.#plain(format, found.text);
    // Filled first: under `dir="auto"`, Chromium looks at all there is again with every node that is added.
    return html`<div
      class="rich"
      ${richContent(content, cleaned && this.#placing)}
      lang=${found.lang ?? nothing}
      dir=${directionOf(found.lang)}
    ></div>`;
  }

  #plain(format: RichFormat, text: string): DocumentFragment {
    const words = format === 'html' ? plainText(text) : text.trim();
    const known = this.#paragraphs.get(words) ?? paragraphs(words);
    this.#paragraphs.set(words, known);
    return known;
  }

  /** `undefined` for a text that is drawn as words alone. */
  #clean(format: RichFormat, text: string, reader: RichTextReader): DocumentFragment | undefined {
    if (!hasMarkup(format, text) || !this.#cleaning) return undefined;
    if (format === 'markdown' && !this.#markdown) return undefined;
    const { language } = reader.translator;
    const key = [format, reader.headingLevel, language, text].join(' ');
    const known = this.#cleaned.get(key);
    if (known) return known;
    if (!this.#budget?.allows(format, text)) return undefined;
    const dirty = format === 'markdown' && this.#markdown ? this.#markdown.markdownToHtml(text) : text;
    const cleaned = this.#cleaning.cleanHtml(dirty, {
      ...this.#source,
      headingLevel: reader.headingLevel,
      newTabNote: { text: postingTerms(reader.translator).opensInNewTab, lang: language },
    });
    this.#cleaned.set(key, cleaned);
    return cleaned;
  }
}

/** Built by hand: a template would have a comment before and after each of them. */
function paragraphs(words: string): DocumentFragment {
  const isLong = words.length > mostInOne || words.split('\n', mostLines + 1).length > mostLines;
  const texts = isLong ? (words.match(block) ?? []) : words.split(/\n\s*\n/);
  const content = document.createDocumentFragment();
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.className = isLong ? 'lines lines--many' : 'lines';
    paragraph.textContent = text;
    content.append(paragraph);
  }
  return content;
}

/** Beyond these, they stand in blocks that are laid out only when they are looked at. */
const mostLines = 2_000;
const mostInOne = 20_000;
/** As much as a browser lays out in no time, whatever it is, up to the end of a line or of a word where there is one. */
const block = /[^]{0,5000}\n|[^]{0,5000}\s|[^]{1,5000}/gu;

function needsOf(rich: RichText): ('cleaning' | 'markdown')[] {
  const { format, text } = richParts(rich);
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  if (!texts.some((words) => hasMarkup(format, words))) return [];
  return format === 'markdown' ? ['cleaning', 'markdown'] : ['cleaning'];
}

function hasMarkup(format: RichFormat, text: string): boolean {
  return format === 'markdown' || (format === 'html' && /[<&]/.test(text));
}

/** A part of this program that does not arrive costs the text its looks, not the applicant the posting. */
async function orNothing<T>(loading: Promise<T>): Promise<T | undefined> {
  try {
    return await loading;
  } catch {
    return undefined; // offline, or refused by the page's CSP, which the browser itself reports
  }
}
