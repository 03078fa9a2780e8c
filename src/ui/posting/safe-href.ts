const protocols = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * The one way for a URL of a posting into the page: absolute, of a kind that is safe to follow; `undefined` for any other
 * (`javascript:`, `data:`, …), and for one with a user name, which makes `https://example.org@elsewhere.example` look like
 * what it is not. Judged by the browser's own parser, which sees through the control characters and spaces that a pattern
 * would miss.
 * @param baseUrl absolute: the posting's own URL, else the page's
 */
export function safeHref(url: string | undefined, baseUrl: string): string | undefined {
  if (url === undefined || url.trim() === '') return undefined;
  try {
    const { protocol, username, password, href } = new URL(url, baseUrl);
    return protocols.includes(protocol) && username + password === '' ? href : undefined;
  } catch {
    return undefined; // not a URL, which only the parser can tell
  }
}
