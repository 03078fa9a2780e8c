import { resolveAction } from '../../transport/action.js';
import type { PageReplyRules } from '../../transport/submit.js';
import type { JobApplication } from '../job-application.js';
import type { ReadPosting } from './posting-reader.js';
import type { SubmitSettings } from './submission-controller.js';
import { absolute, surroundingsOf } from './surroundings.js';
import { wireFormatOf } from './wire-format.js';

/** What is known of the posting, once it is there. */
type Read = Pick<ReadPosting, 'posting' | 'system'> | undefined;

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
