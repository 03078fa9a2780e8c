import type { Posting } from '../../posting/posting.js';
import { isTrustedOrigin, resolveAction, type Surroundings } from '../../transport/endpoint.js';
import type { JobApplication } from '../job-application.js';
import type { PageReplyRules, SubmitSettings } from './submission-controller.js';

/** Whose word counts for where a posting may lead: the page's, that of `src`, and those the page's author names. */
function surroundingsOf({ src, trustedOrigins }: JobApplication): Surroundings {
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

/**
 * How and where an application is sent, as the attributes say now.
 * @throws {ConfigError} where nothing says where, or what says so may not
 */
export function settingsOf(element: JobApplication, posting: Posting | undefined): SubmitSettings {
  const { action, method, enctype, credentials, headers, idempotency, successHtml } = element;
  const { url } = resolveAction({
    ...surroundingsOf(element),
    action,
    postingAction: posting?.form?.action,
    baseUrl: document.baseURI,
  });
  return { url, method, enctype, credentials, headers: headers ?? {}, idempotency, successHtml };
}

/** For an answer that the page itself gives: it may have sent the application anywhere. */
export function replyRulesOf({ action, successHtml }: JobApplication): PageReplyRules {
  const href = action === undefined ? undefined : absolute(action, document.baseURI);
  return { url: href === undefined ? undefined : new URL(href), successHtml };
}

function absolute(url: string, base: string): string | undefined {
  try {
    return new URL(url, base).href;
  } catch {
    return undefined; // no URL, which only the parser can tell
  }
}
