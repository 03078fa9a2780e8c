import type { RichFormat } from '../../posting/text.js';

/**
 * What the formatted texts of one posting may cost together, so that whatever a posting says never holds up the page:
 * ten times what the longest postings we know need. Measured in Chromium 156: 100 ms.
 */
export const mostMarkup = 300_000;

/** More of these left open than anybody forgets: the parser repeats all of them in every paragraph that follows. */
const mostUnclosed = 30;
const formatting = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b/gi;

/** What it takes to parse, clean and draw a text, in characters of plain words. */
export function markupCost(format: RichFormat, text: string): number {
  if (format === 'markdown') return text.length * 10;
  if (text.length > mostMarkup || unclosed(text) > mostUnclosed) return Infinity;
  return text.length + 20 * (text.split('<').length - 1);
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
