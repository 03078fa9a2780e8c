import type { JobApplicationError } from '../posting/errors.js';
import type { Application } from '../form/application.js';
import type { Failure, Receipt } from '../form/submission.js';
import type { Issue } from '../posting/issue.js';
import type { Posting } from '../posting/posting.js';
import type { JobApplicationStepEvent } from './steps/step-event.js';

/** All of them bubble and cross shadow roots. */
const travelling = { bubbles: true, composed: true } as const;

/** The posting has been read and is drawn. */
export class JobApplicationLoadEvent extends Event {
  static readonly type = 'job-application-load';

  constructor(
    readonly posting: Posting,
    /** What an adapter did not understand of another system's JSON; empty for a posting of our own format. */
    readonly coverage: readonly string[],
  ) {
    super(JobApplicationLoadEvent.type, travelling);
  }
}

/** The posting could not be loaded or read. */
export class JobApplicationErrorEvent extends Event {
  static readonly type = 'job-application-error';

  constructor(readonly error: JobApplicationError) {
    super(JobApplicationErrorEvent.type, travelling);
  }
}

/** Answers were found wanting, here or by the endpoint. Carries no answers and none of the endpoint's words. */
export class JobApplicationInvalidEvent extends Event {
  static readonly type = 'job-application-invalid';

  constructor(readonly issues: readonly Issue[]) {
    super(JobApplicationInvalidEvent.type, travelling);
  }
}

/**
 * An application is about to be sent. Cancelable: `preventDefault()` keeps it here. `respondWith()` sends it otherwise.
 * Carries answers.
 */
export class JobApplicationSubmitEvent extends Event {
  static readonly type = 'job-application-submit';
  #response: Promise<Response> | undefined;

  constructor(readonly application: Application) {
    super(JobApplicationSubmitEvent.type, { ...travelling, cancelable: true });
  }

  /** What the page answered with, if anything. */
  get response(): Promise<Response> | undefined {
    return this.#response;
  }

  /**
   * Replaces the built-in request. To be called while the event is dispatched, once. The response is read as one of the
   * endpoint's; a rejection leaves the application's fate unknown, and it is not tried again.
   */
  respondWith(response: Promise<Response> | Response): void {
    if (this.eventPhase === Event.NONE)
      throw new TypeError('respondWith() must be called while the event is dispatched.');
    if (this.#response) throw new TypeError('respondWith() was called before.');
    this.#response = Promise.resolve(response);
  }
}

/** Bytes have left; only where the browser tells, and not for a request to another origin without `headers`. */
export class JobApplicationProgressEvent extends Event {
  static readonly type = 'job-application-progress';

  constructor(
    readonly sentBytes: number,
    readonly totalBytes: number,
  ) {
    super(JobApplicationProgressEvent.type, travelling);
  }
}

/** The endpoint has confirmed the application. Carries answers. */
export class JobApplicationSentEvent extends Event {
  static readonly type = 'job-application-sent';

  constructor(readonly receipt: Receipt) {
    super(JobApplicationSentEvent.type, travelling);
  }
}

/** The application was not confirmed: `failure.fate` tells whether it may have arrived all the same. */
export class JobApplicationFailedEvent extends Event {
  static readonly type = 'job-application-failed';

  constructor(readonly failure: Omit<Failure, 'message'>) {
    super(JobApplicationFailedEvent.type, travelling);
  }
}

export type DraftAction = 'saved' | 'restored' | 'cleared' | 'refused';

/** Why a draft was cleared, or was not kept or not deleted: the browser forbids it, or there is no room. */
export type DraftReason = 'sent' | 'discarded' | 'blocked' | 'full';

/** What is typed was kept, given back or deleted, or cannot be. Not fired for what the page does by itself. */
export class JobApplicationDraftEvent extends Event {
  static readonly type = 'job-application-draft';

  constructor(
    readonly action: DraftAction,
    readonly reason?: DraftReason,
  ) {
    super(JobApplicationDraftEvent.type, travelling);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'job-application-load': JobApplicationLoadEvent;
    'job-application-error': JobApplicationErrorEvent;
    'job-application-invalid': JobApplicationInvalidEvent;
    'job-application-submit': JobApplicationSubmitEvent;
    'job-application-progress': JobApplicationProgressEvent;
    'job-application-sent': JobApplicationSentEvent;
    'job-application-failed': JobApplicationFailedEvent;
    'job-application-step': JobApplicationStepEvent;
    'job-application-draft': JobApplicationDraftEvent;
  }
}
