import type { Issue } from '../posting/issue.js';

/** What became of what was sent: stored, not stored, or nobody here can know. */
export type Fate = 'stored' | 'not-stored' | 'unknown';

export type FailureReason =
  /** No connection, before anything was sent. */
  | 'offline'
  /** The request broke off: it may have arrived. */
  | 'network'
  /** No byte moved, or no answer came, for too long. */
  | 'timeout'
  /** The page's own security policy, or its https, forbids the request. */
  | 'blocked'
  /** A web page, a login form or a redirect came in place of an answer. */
  | 'web-page'
  /** The answer could not be read. */
  | 'unreadable'
  /** The endpoint says "not now": 425, 429, 503 with a time to wait. */
  | 'busy'
  /** The same application is still being handled there. */
  | 'in-progress'
  /** 408 or 5xx. */
  | 'server-error'
  /** Any other "no"; `message` may have the endpoint's words. */
  | 'refused'
  /** 401, 403 or 407 without anything more exact. */
  | 'forbidden'
  | 'not-found'
  | 'too-large'
  | 'unsupported-type'
  /** The endpoint holds the applicant for a program. */
  | 'bot'
  /** The service that tells people from programs could not be had; nothing was sent. */
  | 'captcha'
  /** A file on the applicant's device could no longer be read: moved, changed or taken away since it was chosen. */
  | 'unreadable-file'
  /** Stopped by the applicant, or because the element left the page, before the answer came. */
  | 'stopped'
  /** The page's own code, asked by `respondWith`, failed. */
  | 'page';

/** Why an application was not confirmed. Never carries an answer. */
export interface Failure {
  readonly fate: Exclude<Fate, 'stored'>;
  readonly reason: FailureReason;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** Seconds the endpoint asks to wait. */
  readonly retryAfter?: number | undefined;
  /** The endpoint's own words, plain text. */
  readonly message?: string | undefined;
}

/** What the endpoint said of an application that it has. */
export interface Confirmation {
  readonly id?: string | undefined;
  readonly message?: string | undefined;
  /** http or https. */
  readonly href?: string | undefined;
}

/** What one attempt came to; returned, never thrown. */
export type Outcome =
  | { readonly status: 'sent'; readonly confirmation: Confirmation }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'unconfirmed'; readonly failure: Failure };

/** What the applicant gets to keep. Without sensitive and equality answers. */
export interface Receipt extends Confirmation {
  /** ISO 8601, UTC. */
  readonly sentAt: string;
  readonly posting: { readonly id: string | undefined; readonly title: string };
  readonly answers: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/**
 * Where the sending stands.
 *
 * ```
 * idle ─submit─► sending ─2xx─► sent
 *  ▲              ▲ │  ├─ field errors ─► idle (issues revealed)
 *  │              │ │  ├─ not stored ───► failed ──────┐
 *  │              │ │  └─ unknown ──────► unconfirmed ─┤
 *  │   due, Try now │ for now                  ▲       │
 *  │              │ ▼                          │       │
 *  │             waiting ─── Stop ─► failed ───┴──┐    │
 *  └───────────────────────── reset ◄───── submit ┴────┴─► sending
 * ```
 */
export type Submission =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly progress: Progress | undefined }
  | {
      readonly status: 'waiting';
      /** Why it is not there yet; its fate is that of all attempts so far. */
      readonly failure: Failure;
      /** Until it is sent again; `undefined` until there is a connection. */
      readonly secondsLeft: number | undefined;
    }
  | { readonly status: 'sent'; readonly receipt: Receipt }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'unconfirmed'; readonly failure: Failure };

export interface Progress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

export const idle: Submission = { status: 'idle' };

/** Whether an application is on its way, so that a second one must not set out beside it. */
export function isUnderWay({ status }: Submission): boolean {
  return status === 'sending' || status === 'waiting';
}

/** For a failure that is known without an answer. */
export function outcomeOf(failure: Failure): Extract<Outcome, { failure: Failure }> {
  return { status: failure.fate === 'unknown' ? 'unconfirmed' : 'failed', failure };
}
