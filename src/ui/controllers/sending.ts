import { outcomeOf, type Failure, type Outcome } from '../../form/submission.js';
import type { FormStore } from '../../form/form-store.js';
import { isHonoured, pauseAfter, type Pause } from '../../transport/retry.js';
import { submit, type SubmitRequest } from '../../transport/submit.js';
import { JobApplicationProgressEvent } from '../events.js';
import { findChanged } from '../files/find-changed.js';
import type { CaptchaGate } from '../captcha/captcha-gate.js';
import { Countdown, type PauseEnd } from './countdown.js';

interface SendingHost {
  readonly store: FormStore;
  /** The element, on which events are dispatched. */
  readonly target: EventTarget;
  /** The check that the page has asked for: each attempt needs a token of its own. */
  readonly captcha: CaptchaGate | undefined;
  /** Called when a pause begins, and in every second of it. */
  tellWaiting(failure: Failure, secondsLeft: number | undefined, secondsPassed: number): void;
}

/**
 * One application on its way: one attempt after the other, each with the same payload and the same key, whatever is
 * typed meanwhile.
 */
export class Sending {
  #request: SubmitRequest;
  readonly #host: SendingHost;
  readonly #abort = new AbortController();
  #attempt = new AbortController();
  #countdown: Countdown | undefined;

  constructor(request: SubmitRequest, host: SendingHost) {
    this.#request = request;
    this.#host = host;
  }

  /**
   * Never rejects for what network, endpoint or files do. Where an attempt may have arrived, a later "no" does not make
   * it undone, so the fate of the whole is then unknown.
   */
  async run(): Promise<Outcome> {
    const honoursKey = isHonoured(this.#request.idempotency);
    let isInDoubt = false;
    for (let repeats = 0; ;) {
      const outcome = await this.#send();
      if (!('failure' in outcome)) return outcome;
      isInDoubt ||= outcome.failure.fate === 'unknown';
      const failure: Failure = isInDoubt ? { ...outcome.failure, fate: 'unknown' } : outcome.failure;
      const pause = pauseAfter({ failure: outcome.failure, repeats, honoursKey });
      if (!pause) return outcomeOf(failure);
      if ((await this.#wait(pause, failure)) === 'stopped') return outcomeOf({ ...failure, reason: 'stopped' });
      // Offline, nothing was sent.
      if (pause.until === 'time') repeats += 1;
      // Only the applicant can pass most checks again.
      if (!(await this.#renewCaptcha())) return outcomeOf(failure);
    }
  }

  /** Ends the pause, if there is one. */
  tryNow(): void {
    this.#countdown?.hurry();
  }

  /** Gives it up; a request that is under way may have arrived. */
  stop(): void {
    this.#abort.abort();
    this.#attempt.abort();
    this.#countdown?.end('stopped');
  }

  /** Takes the request that is under way for lost, as a connection that broke off. */
  lose(): void {
    this.#attempt.abort();
  }

  async #send(): Promise<Outcome> {
    const { store, target } = this.#host;
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    store.setSubmission({ status: 'sending', progress: undefined });
    const changed = await findChanged(this.#request.application.answers);
    if (changed.length > 0) return { status: 'invalid', issues: changed };
    const outcome = await submit(this.#request, {
      signal,
      onProgress: (progress) => {
        store.setSubmission({ status: 'sending', progress });
        target.dispatchEvent(new JobApplicationProgressEvent(progress.sentBytes, progress.totalBytes));
      },
    });
    this.#host.captcha?.renew();
    const isLost = 'failure' in outcome && outcome.failure.reason === 'stopped' && !this.#abort.signal.aborted;
    return isLost ? outcomeOf({ ...outcome.failure, reason: 'network' }) : outcome;
  }

  /** @returns whether there is a token for another attempt, where one is needed */
  async #renewCaptcha(): Promise<boolean> {
    const passed = await this.#host.captcha?.token();
    if (!passed) return true;
    if (passed.status !== 'passed') return false;
    const { name, token } = passed;
    this.#request = { ...this.#request, application: { ...this.#request.application, captcha: { name, token } } };
    return true;
  }

  async #wait(pause: Pause, failure: Failure): Promise<PauseEnd> {
    const { store } = this.#host;
    let whole: number | undefined;
    this.#countdown = new Countdown(pause, (secondsLeft) => {
      store.setSubmission({ status: 'waiting', failure, secondsLeft });
      whole ??= secondsLeft;
      this.#host.tellWaiting(failure, secondsLeft, (whole ?? 0) - (secondsLeft ?? 0));
    });
    const end = await this.#countdown.over;
    this.#countdown = undefined;
    return end;
  }
}
