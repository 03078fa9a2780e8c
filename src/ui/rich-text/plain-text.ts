const entities = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    bull: '•',
    pound: '£',
    euro: '€',
  }),
);

const blocks = /^\/?(?:address|article|blockquote|d[dlt]|div|figure|h\d|hr|li|ol|p|pre|section|table|tr|ul)$/;

/**
 * The words of an HTML text, paragraphs parted by a blank line: for a text that has no markup, and for when what cleans
 * HTML could not be loaded. Nothing is parsed into a DOM. Of broken HTML it may show too much; each step is one pass,
 * whatever the text.
 */
export function plainText(html: string): string {
  // Most texts that have none: each of the looks below costs something.
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  return html
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template|textarea|title|svg|math)\b[^]*?(?:<\/\1\b[^>]*>?|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<([a-z/!?][^\s>]*)[^>]*(?:>|$)/gi, (_, name: string) => breakFor(name.toLowerCase()))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, decode)
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function breakFor(tag: string): string {
  const name = tag.replace(/\/$/, '');
  if (name === 'br') return '\n';
  return blocks.test(name) ? '\n\n' : '';
}

function decode(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities.get(name.toLowerCase()) ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
