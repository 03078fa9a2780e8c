import type { RichFormat } from '../../posting/text.js';
import { turns } from '../../posting/turns.js';

/**
 * What the formatted texts of one posting may cost together, so that whatever a posting says never holds up the page:
 * ten times what the longest postings we know need. Measured in Chromium 156: 100 ms.
 */
export const mostMarkup = 300_000;

/** More of these left open than anybody forgets: the parser repeats all of them in every paragraph that follows. */
const mostUnclosed = 30;
const formatting = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b/gi;

/** Each attribute is held against all before it. */
const manyAttributes = /<[a-z](?:[^<>\s]*\s+){500}/i;
/** Quotations and lists that begin in one line, one in another. */
const nested = /(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){50}/;
const blocks = />|(?<!\S)(?:[-+*]|\d+[.)])\s/g;
/** What may mean something in Markdown: emphasis and links are looked for back from each. */
const marks = /[^\p{L}\p{N}\s.,;:'’()/-]/gu;

/** What it takes to parse, clean and draw a text, in characters of plain words. */
export function markupCost(format: RichFormat, text: string): number {
  if (text.length > mostMarkup) return Infinity;
  const inText = 30 * count(turns, text);
  if (format === 'markdown') {
    if (nested.test(text)) return Infinity;
    return inText + 8 * text.length + 50 * count(marks, text) + 100 * count(blocks, text);
  }
  if (manyAttributes.test(text) || unclosed(text) > mostUnclosed) return Infinity;
  return inText + text.length + 25 * count(/[<&]/g, text) + 60 * count(/[a-z\d]&#/gi, text);
}

function count(what: RegExp, text: string): number {
  return text.match(what)?.length ?? 0;
}

function unclosed(html: string): number {
  let open = 0;
  let most = 0;
  for (const [, slash] of html.matchAll(formatting)) {
    open = Math.max(0, open + (slash ? -1 : 1));
    most = Math.max(most, open);
  }
  return most;
}

/** What is left for the formatted texts of one posting. */
export class MarkupBudget {
  readonly #allowed = new Set<string>();
  #spent = 0;

  /** Spent once for each text, in however many languages and places it is drawn. */
  allows(format: RichFormat, text: string): boolean {
    const key = `${format} ${text}`;
    if (this.#allowed.has(key)) return true;
    const cost = markupCost(format, text);
    if (this.#spent + cost > mostMarkup) return false;
    this.#spent += cost;
    this.#allowed.add(key);
    return true;
  }
}
