/** Tags that format words. Where one of them stands in a label, the label is HTML; other `<` are words. */
const inline = /<\/?(?:a|b|em|font|i|span|strong|u)(?:\s[^<>]*)?>/gi;
const block = /<\/?(?:br|div|h[1-6]|hr|li|ol|p|ul)(?:\s[^<>]*)?\/?>/gi;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

export interface AskedWords {
  /** The words alone, as a label takes them. */
  readonly label: string;
  /** The HTML that they came in, where it has more to it than words: a link, a list, a picture. */
  readonly html?: string;
}

/**
 * The words of a question or an option. Most systems give plain text; some let companies write HTML there, or have it
 * escaped. What is neither comes back as it is.
 */
export function askedWords(given: string): AskedWords {
  const isHtml = given.search(inline) >= 0 || given.search(block) >= 0;
  const bare = isHtml ? given.replace(block, ' ').replace(inline, '').replace(/\s+/g, ' ').trim() : given;
  const label = bare.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w+));/gi, (entity, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex as string, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    return Object.hasOwn(entities, name) ? (entities[name] ?? entity) : entity;
  });
  return { label, ...(isHtml && /<(?:a|img|li)[\s>]/i.test(given) ? { html: given } : {}) };
}

/** Text that may be HTML, as rich text. */
export function richWords(given: string): { readonly html: string } | { readonly text: string } {
  return given.search(inline) >= 0 || given.search(block) >= 0 ? { html: given } : { text: given };
}

/** A list of options in which some are no more than their words, each as an object with these words under `key`. */
export function withBareOptions(values: unknown, key: string): unknown {
  if (!Array.isArray(values)) return values;
  return (values as readonly unknown[]).map((value) =>
    typeof value === 'string' || typeof value === 'number' ? { [key]: value } : value,
  );
}
