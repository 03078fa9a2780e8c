import type { Failure, FailureReason } from '../form/submission.js';
import type { Idempotency } from './request-headers.js';

/** What is waited for before an application is sent again by itself. */
export type Pause =
  /** Until there is a connection; nothing has left. */
  { readonly until: 'online' } | { readonly until: 'time'; readonly ms: number };

export interface Attempted {
  /** What the last attempt came to, by itself. */
  readonly failure: Failure;
  /** How often it has been sent again by itself. */
  readonly repeats: number;
  /** See `isHonoured`. */
  readonly honoursKey: boolean;
}

const maxRepeats = 4;

/** Seconds. The applicant is told of a longer one, and it is not waited for. */
const longestRetryAfter = 300;

const firstBackoffMs = 2_000;

/** Of unknown fate: sent again only where the endpoint is known to store one application for each key. */
const harmlessWithKey: ReadonlySet<FailureReason> = new Set([
  'network',
  'timeout',
  'unreadable',
  'in-progress',
  'server-error',
]);

/** Whether the page's author has said that the endpoint stores one application for each key. */
export function isHonoured(idempotency: Idempotency): boolean {
  return idempotency === 'header' || idempotency === 'field';
}

/**
 * What to wait for before the same application goes out again, under the same key; `undefined` where it doesn't.
 *
 * `Retry-After` is never undercut. On top of it, or alone where there is none (other origins hide it unless they expose
 * it), comes a backoff with full jitter, so that applicants who were turned away together don't come back together:
 * anything between nothing and 2, 4, 8, 16 seconds.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param random from 0 to below 1
 */
export function pauseAfter({ failure, repeats, honoursKey }: Attempted, random = Math.random): Pause | undefined {
  const { reason, retryAfter = 0 } = failure;
  if (reason === 'offline') return { until: 'online' };
  if (reason !== 'busy' && !(honoursKey && harmlessWithKey.has(reason))) return undefined;
  if (repeats >= maxRepeats || retryAfter > longestRetryAfter) return undefined;
  return { until: 'time', ms: Math.round(retryAfter * 1000 + random() * firstBackoffMs * 2 ** repeats) };
}
