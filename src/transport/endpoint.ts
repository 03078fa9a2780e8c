/** Whose word counts for where a posting may lead. */
export interface Surroundings {
  /** Address of the page: its origin is always trusted. */
  readonly pageUrl: string;
  /** Address that `src` names, where the posting came from one: its origin is trusted, too. */
  readonly postingUrl?: string | undefined;
  /** Origins that the page's author trusts besides. */
  readonly trustedOrigins?: readonly string[] | undefined;
}

/** Whether a posting may lead to this address by itself: for its form's action, a company's logo, an upload. */
export function isTrustedOrigin(url: URL, { pageUrl, postingUrl, trustedOrigins = [] }: Surroundings): boolean {
  if (!isHttp(url)) return false;
  return [pageUrl, postingUrl, ...trustedOrigins].some((each) => originOf(each) === url.origin);
}

export function isHttp({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

export function originOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : toUrl(text)?.origin;
}

export function toUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined; // no URL: the caller says what was expected
  }
}
