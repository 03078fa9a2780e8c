import type { Failure, FailureReason } from '../form/submission.js';
import { readBody } from './read-body.js';

/** What an endpoint answered, as far as the browser lets it be read. */
export interface Reply {
  /** 0 where the browser hides it. */
  readonly status: number;
  /** Where the answer came from in the end; empty where the page made it itself. */
  readonly url: string;
  readonly isRedirected: boolean;
  /** MIME type in lower case, without parameters; empty where there is none. */
  readonly contentType: string;
  /** Seconds the endpoint asks to wait. */
  readonly retryAfter: number | undefined;
  /** `undefined` where it broke off, or was too large to be an answer. */
  readonly text: string | undefined;
}

/** What one request came to. */
export type Attempt =
  { readonly status: 'answered'; readonly reply: Reply } | { readonly status: 'unanswered'; readonly failure: Failure };

/** Bytes. An answer to an application is a few lines. */
export const maxReplyBytes = 1_000_000;

export function unanswered(reason: FailureReason, fate: Failure['fate'] = 'unknown'): Attempt {
  return { status: 'unanswered', failure: { fate, reason } };
}

export interface ReplyHead {
  readonly status: number;
  readonly url: string;
  readonly isRedirected: boolean;
  readonly headers: Headers;
}

export function toReply({ status, url, isRedirected, headers }: ReplyHead, text: string | undefined): Reply {
  return {
    status,
    url,
    isRedirected,
    contentType: headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '',
    retryAfter: secondsUntil(headers.get('Retry-After'), headers.get('Date')),
    text,
  };
}

/** Never rejects: a body that can't be read is a fact about the reply. */
export async function replyOf(response: Response): Promise<Reply> {
  const { status, url, redirected, headers } = response;
  // Broken off or too large: either way there is no answer to read.
  const text = await readBody(response, maxReplyBytes).catch(() => undefined);
  return toReply({ status, url, isRedirected: redirected, headers }, text);
}

/** Beyond a year it is no time that anybody could mean. */
const longestWait = 31_536_000;

/**
 * `Retry-After` (RFC 9110, 10.2.3): seconds, or a date, which counts from the server's own clock where that is told.
 * Across origins browsers show neither header unless the endpoint exposes it.
 */
function secondsUntil(retryAfter: string | null, date: string | null): number | undefined {
  if (retryAfter === null || retryAfter.trim() === '') return undefined;
  if (/^\s*\d+\s*$/.test(retryAfter)) return Math.min(Number(retryAfter), longestWait);
  const now = Date.parse(date ?? '') || Date.now();
  const seconds = Math.ceil((Date.parse(retryAfter) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), longestWait);
}
