import type { TabAttempts } from '../../drafts/tab-attempts.js';
import { answerParts, toApplication, type Application } from '../../form/application.js';
import type { FormStore } from '../../form/form-store.js';
import { idle, outcomeOf, type Confirmation, type Failure, type Outcome, type Receipt } from '../../form/submission.js';
import type { Answers } from '../../posting/answers.js';
import type { Issue } from '../../posting/issue.js';
import { readResponse, type PageReplyRules, type SubmitRequest } from '../../transport/submit.js';
import { JobApplicationFailedEvent, JobApplicationSentEvent, JobApplicationSubmitEvent } from '../events.js';
import type { CaptchaGate } from '../captcha/captcha-gate.js';
import type { CaptchaToken } from '../captcha/captcha-provider.js';
import { AttemptKeys } from './attempt-keys.js';
import { PageWatch } from './page-watch.js';
import { Sending } from './sending.js';

/** What `submit()` of the element resolves with. */
export type SubmitResult =
  | { readonly status: 'sent'; readonly receipt: Receipt; readonly failure?: undefined }
  | { readonly status: 'failed' | 'unconfirmed'; readonly receipt?: undefined; readonly failure: Failure }
  | {
      readonly status: 'invalid' | 'cancelled' | 'busy';
      readonly receipt?: undefined;
      readonly failure?: undefined;
    };

/** How and where to send, as the element's attributes say at the moment of sending. */
export type SubmitSettings = Omit<SubmitRequest, 'plan' | 'application'>;

export interface SubmissionHost {
  readonly store: FormStore;
  /** The element, on which events are dispatched. */
  readonly target: HTMLElement;
  /** `performance.now()` when the form was drawn. */
  readonly drawnAt: number;
  honeypot(): string;
  /** BCP 47: the language that the form is drawn in. */
  locale(): string;
  /** @throws {ConfigError} where it is not known where to send */
  settings(): SubmitSettings;
  /** How an answer to the page's own request is read. */
  replyRules(): PageReplyRules;
  usesKeys(): boolean;
  /** What is remembered of attempts after a reload; `undefined` where nothing is. */
  attempts(): TabAttempts | undefined;
  /** The check that the page has asked for. */
  readonly captcha: CaptchaGate | undefined;
  receiptOf(application: Application, confirmation: Confirmation): Receipt;
  /** Shows issues that the endpoint found, and tells the page. */
  tellInvalid(issues: readonly Issue[]): void;
  /** Says that it will be sent again: when a pause begins, and in every second of it. */
  tellWaiting(failure: Failure, secondsLeft: number | undefined, secondsPassed: number): void;
  /** Shows what came of it and moves the focus there. */
  lead(to: 'failure' | 'receipt'): void;
}

/** Sends applications whose answers have been judged, one at a time. */
export class SubmissionController {
  readonly #host: SubmissionHost;
  readonly #keys: AttemptKeys;
  #sending: Sending | undefined;
  #watch: PageWatch | undefined;

  constructor(host: SubmissionHost) {
    this.#host = host;
    this.#keys = new AttemptKeys(() => host.attempts());
  }

  /**
   * Asks the page, sends, and tells what came of it. Never rejects.
   * @param answers as they were judged, whatever stands in the form meanwhile
   */
  async submit(answers: Answers): Promise<SubmitResult> {
    const { store, target } = this.#host;
    const before = store.state.submission;
    // Before anything is awaited: a second press finds it under way.
    store.setSubmission({ status: 'sending', progress: undefined });
    const { captcha } = this.#host;
    const passed = captcha && (await captcha.token());
    if (passed && passed.status !== 'passed') {
      store.setSubmission(before);
      return this.#stopAtCaptcha(passed);
    }
    const application = await this.#application(answers, passed && { name: passed.name, token: passed.token });
    const event = new JobApplicationSubmitEvent(application);
    target.dispatchEvent(event);
    if (event.defaultPrevented && !event.response) {
      this.#keys.settle('not-stored');
      store.setSubmission(before);
      return { status: 'cancelled' };
    }
    // It may have gone while its code was loaded.
    this.#watch = target.isConnected ? new PageWatch(() => this.#sending?.lose()) : undefined;
    let outcome: Outcome;
    try {
      outcome = await this.#send(application, event.response);
    } catch (error) {
      // Nothing has left: the page's author has to mend its settings.
      console.error(error);
      outcome = outcomeOf({ fate: 'not-stored', reason: 'page' });
    }
    this.#sending = undefined;
    this.#watch?.end();
    return this.#settle(outcome, application);
  }

  /** Sends now what waits to be sent again. */
  tryNow(): void {
    this.#sending?.tryNow();
  }

  /** Gives up what is under way: a request may have arrived then, and nothing is sent again. */
  stop(): void {
    this.#sending?.stop();
    // The page's own request cannot be stopped; without the element, nothing here is left to ask for.
    this.#watch?.end();
  }

  /** Nothing has been sent, and what is known of earlier attempts stands. */
  #stopAtCaptcha({ status }: Exclude<CaptchaToken, { status: 'passed' }>): SubmitResult {
    const { store, tellInvalid } = this.#host;
    if (status === 'unavailable') {
      const isInDoubt = store.state.submission.status === 'unconfirmed';
      return this.#tellFailure(outcomeOf({ fate: isInDoubt ? 'unknown' : 'not-stored', reason: 'captcha' }));
    }
    const issue: Issue = { field: '', code: 'captcha', params: {} };
    store.addServerIssues([issue]);
    tellInvalid([issue]);
    return { status: 'invalid' };
  }

  async #application(answers: Answers, captcha: Application['captcha']): Promise<Application> {
    const { store, drawnAt } = this.#host;
    const application = toApplication(store.plan, answers, {
      locale: this.#host.locale(),
      now: new Date(),
      hints: { elapsedMs: Math.round(performance.now() - drawnAt), honeypot: this.#host.honeypot() },
      captcha,
    });
    // Kept without keys, too: whether the same payload may have arrived before is known by them.
    const { key, previousKey } = await this.#keys.keysFor(answers, answerParts(store.plan, application.answers));
    return this.#host.usesKeys() ? { ...application, idempotencyKey: key, previousKey } : application;
  }

  async #send(application: Application, response: Promise<Response> | undefined): Promise<Outcome> {
    const { plan } = this.#host.store;
    if (response) {
      const outcome = await readResponse(response, { ...this.#host.replyRules(), plan, application });
      this.#host.captcha?.renew();
      return outcome;
    }
    this.#sending = new Sending({ ...this.#host.settings(), plan, application }, this.#host);
    return this.#sending.run();
  }

  #settle(outcome: Outcome, application: Application): SubmitResult {
    const { store, target } = this.#host;
    switch (outcome.status) {
      case 'sent': {
        this.#keys.settle('stored');
        const receipt = this.#host.receiptOf(application, outcome.confirmation);
        store.setSubmission({ status: 'sent', receipt });
        this.#host.lead('receipt');
        target.dispatchEvent(new JobApplicationSentEvent(receipt));
        return { status: 'sent', receipt };
      }
      case 'invalid':
        this.#keys.settle('not-stored');
        store.setSubmission(idle);
        store.addServerIssues(outcome.issues);
        this.#host.tellInvalid(outcome.issues);
        return { status: 'invalid' };
      case 'failed':
      case 'unconfirmed': {
        const isInDoubt = this.#keys.settle(outcome.failure.fate) === 'unknown';
        return this.#tellFailure(isInDoubt ? outcomeOf({ ...outcome.failure, fate: 'unknown' }) : outcome);
      }
    }
  }

  #tellFailure(outcome: Extract<Outcome, { failure: Failure }>): SubmitResult {
    const { store, target, lead } = this.#host;
    const { failure } = outcome;
    store.setSubmission(outcome);
    lead('failure');
    const { message: _ownWords, ...told } = failure;
    target.dispatchEvent(new JobApplicationFailedEvent(told));
    return { status: outcome.status, failure };
  }
}
