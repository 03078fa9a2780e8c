import { isTrustedOrigin, type Surroundings } from '../../transport/endpoint.js';
import type { JobApplication } from '../job-application.js';

/** Whose word counts for where a posting may lead: the page's, that of `src`, and those the page's author names. */
export function surroundingsOf({ src, trustedOrigins }: JobApplication): Surroundings {
  return {
    pageUrl: location.href,
    postingUrl: src === undefined ? undefined : absolute(src, document.baseURI),
    trustedOrigins: trustedOrigins?.split(/\s+/).filter(Boolean),
  };
}

/** Whether the posting may have something loaded from there. */
export function isTrustedUrl(url: string, baseUrl: string, element: JobApplication): boolean {
  const href = absolute(url, baseUrl);
  return href !== undefined && isTrustedOrigin(new URL(href), surroundingsOf(element));
}

/** `undefined` where it is no URL. */
export function absolute(url: string, base: string): string | undefined {
  try {
    return new URL(url, base).href;
  } catch {
    return undefined; // no URL, which only the parser can tell
  }
}
