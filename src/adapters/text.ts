const escapes: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
};

/**
 * HTML that a system has escaped as text, escaped once, comes back as HTML; anything else stays as it is, since HTML with
 * tags of its own was not escaped. The result is still to be cleaned.
 */
export function unescapeHtml(html: string): string {
  if (/<[a-z!/]/i.test(html)) return html;
  return html.replace(/&(?:lt|gt|amp|quot|apos|#39|#x27);/g, (entity) => escapes[entity] ?? entity);
}

/** Text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** The words of HTML on one line, for places that take plain text. */
export function withoutTags(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name for machines as a label: `DisabilityStatus` and `disability_status` become "Disability status". */
export function humanise(name: string): string {
  const words = name
    .replace(/\[\]$/, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date as a posting takes it, or `undefined`; `2026-08-05 09:41:37 UTC` is read, too. */
export function toDate(value: string | undefined): string | undefined {
  const iso = value?.trim().replace(/^(\S+) (\S+) UTC$/, '$1T$2Z');
  return iso !== undefined && moment.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}

/** An ISO 4217 code, or `undefined`. */
export function toCurrency(value: string | undefined): string | undefined {
  const code = value?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
}

const intervals: readonly (readonly [RegExp, string])[] = [
  [/^(?:1 )?hours?$|hourly|(?:\bper|\ban|\/)[ -]?hour/i, 'hour'],
  [/^(?:1 )?days?$|daily|day rate|(?:\bper|\/)[ -]?day/i, 'day'],
  [/^(?:1 )?weeks?$|weekly|(?:\bper|\/)[ -]?week/i, 'week'],
  [/^(?:1 )?months?$|monthly|(?:\bper|\/)[ -]?month/i, 'month'],
  [/^(?:1 )?years?$|yearly|annual|per annum|(?:\bper|\/)[ -]?year/i, 'year'],
  [/^once$|one[- ]?time/i, 'once'],
];

/** How often a sum is paid, by a system's word for it or by what is said beside it; the first text that tells, tells. */
export function toInterval(...texts: readonly (string | undefined)[]): string | undefined {
  for (const words of texts) {
    const found = words === undefined ? undefined : intervals.find(([pattern]) => pattern.test(words.trim()));
    if (found) return found[1];
  }
  return undefined;
}
