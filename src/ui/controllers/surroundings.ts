import { isTrustedOrigin, resolveAction, type Surroundings } from '../../transport/endpoint.js';
import type { PageReplyRules } from '../../transport/submit.js';
import type { JobApplication } from '../job-application.js';
import type { ReadPosting } from './posting-reader.js';
import type { SubmitSettings } from './submission-controller.js';
import { wireFormatOf } from './wire-format.js';

/** What is known of the posting, once it is there. */
type Read = Pick<ReadPosting, 'posting' | 'system'> | undefined;

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
export function settingsOf(element: JobApplication, read: Read): SubmitSettings {
  const { action, method, enctype, payload, credentials, headers, idempotency, successHtml } = element;
  const { url } = resolveAction({
    ...surroundingsOf(element),
    action,
    postingAction: read?.posting.form?.action,
    baseUrl: document.baseURI,
  });
  const wireFormat = wireFormatOf(payload, read?.system);
  return { url, method, enctype, credentials, headers: headers ?? {}, idempotency, successHtml, wireFormat };
}

/** For an answer that the page itself gives: it may have sent the application anywhere. */
export function replyRulesOf({ action, payload, successHtml }: JobApplication, read: Read): PageReplyRules {
  const href = action === undefined ? undefined : absolute(action, document.baseURI);
  const url = href === undefined ? undefined : new URL(href);
  return { url, successHtml, wireFormat: wireFormatOf(payload, read?.system) };
}

function absolute(url: string, base: string): string | undefined {
  try {
    return new URL(url, base).href;
  } catch {
    return undefined; // no URL, which only the parser can tell
  }
}
