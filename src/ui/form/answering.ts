import type { FormStore } from '../../form/form-store.js';
import { toReceipt } from '../../form/receipt.js';
import type { Failure, Receipt, Submission } from '../../form/submission.js';
import { describeIssue } from '../../localization/describe-issue.js';
import { fileTerms } from '../../localization/file-terms.js';
import { waitingTerms } from '../../localization/waiting-terms.js';
import type { TextContext } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import { captchaOf } from '../controllers/captcha-of.js';
import { SubmissionController, type SubmitResult } from '../controllers/submission-controller.js';
import { replyRulesOf, settingsOf } from '../controllers/submit-settings.js';
import type { FormContext } from '../fields/field-view.js';
import { openCaptchaGate, type CaptchaGate } from '../captcha/captcha-gate.js';
import { receiptView } from '../receipt-view.js';
import { saveAnswers, saveReceipt } from '../save-copy.js';
import { errorSummary } from './error-summary.js';
import { failureView } from './failure-view.js';
import { progressView } from './progress-view.js';
import type { SessionHost } from './session-host.js';
import { waitingView } from './waiting-view.js';

interface AnsweringParts {
  readonly store: FormStore;
  readonly host: SessionHost;
  /** `performance.now()` when the form was drawn. */
  readonly drawnAt: number;
  /** The form as it is drawn now: its language changes. */
  form(): FormContext;
  honeypot(): string;
  /** Shows issues that the endpoint found, and tells the page. */
  tellInvalid(issues: readonly Issue[]): void;
  focusFailure(): void;
  tryAgain(): void;
}

/**
 * What is needed once an application has begun: the sentences of issues, sending, and what came of it. A chunk of its
 * own, loaded when the applicant comes to the form, so that it is there before it is needed and does not delay the form.
 */
export class Answering {
  readonly describeIssue = describeIssue;
  readonly errorSummary = errorSummary;
  readonly progressView = progressView;
  readonly #parts: AnsweringParts;
  readonly #captcha: CaptchaGate | undefined;
  readonly #submission: SubmissionController;

  constructor(parts: AnsweringParts) {
    const { store, host, drawnAt } = parts;
    this.#parts = parts;
    this.#captcha = this.#openCaptcha();
    this.#submission = new SubmissionController({
      store,
      target: host.target,
      drawnAt,
      honeypot: () => parts.honeypot(),
      locale: () => parts.form().translator.locale,
      settings: () => settingsOf(host.target, host.read()),
      replyRules: () => replyRulesOf(host.target, host.read()),
      usesKeys: () => host.usesKeys(),
      captcha: this.#captcha,
      receiptOf: (application, confirmation) =>
        toReceipt(store.plan, application, confirmation, {
          ...this.#textContext(),
          sentAt: new Date().toISOString(),
        }),
      tellInvalid: (issues) => parts.tellInvalid(issues),
      tellWaiting: (...wait) => this.#tellWaiting(...wait),
      lead: (to) => (to === 'failure' ? parts.focusFailure() : host.leadToReceipt()),
    });
  }

  /** Sends answers that have been judged. */
  submit(): Promise<SubmitResult> {
    return this.#submission.submit();
  }

  /** Gives up an application that is on its way. */
  stop(): void {
    this.#submission.stop();
  }

  /** The form is gone for good. */
  disconnect(): void {
    this.stop();
    this.#captcha?.remove();
  }

  waitingView(waiting: Extract<Submission, { status: 'waiting' }>): unknown {
    return waitingView({
      waiting,
      translator: this.#parts.form().translator,
      tryNow: () => this.#submission.tryNow(),
      stop: () => this.#submission.stop(),
    });
  }

  failureView(failure: Failure): unknown {
    const { store, host, form, tryAgain } = this.#parts;
    return failureView({
      failure,
      translator: form().translator,
      headingLevel: form().headingLevel,
      helpHref: host.href(store.plan.posting.links.help),
      tryAgain,
      saveCopy: () => saveAnswers(store.plan, store.state, this.#textContext()),
    });
  }

  receiptView(receipt: Receipt, headingLevel: number): unknown {
    const { translator } = this.#parts.form();
    return receiptView({
      receipt,
      translator,
      headingLevel,
      sizeOf: fileTerms(translator).size,
      saveCopy: () => saveReceipt(receipt, translator),
    });
  }

  /** Aloud when a pause begins and once a minute; it can be seen at every second. */
  #tellWaiting(failure: Failure, secondsLeft: number | undefined, isNew: boolean): void {
    const { announce, translator } = this.#parts.form();
    const { reason, again } = waitingTerms(failure, translator);
    if (isNew || secondsLeft === undefined) announce(`${reason} ${again(secondsLeft)}`);
    else if (secondsLeft % 60 === 0) announce(again(secondsLeft));
  }

  /** The check that the page has asked for is drawn as the applicant comes to the form. */
  #openCaptcha(): CaptchaGate | undefined {
    const { host, store, form } = this.#parts;
    const settings = captchaOf(host.target);
    return (
      settings &&
      openCaptchaGate(async () => {
        const { Captcha } = await import('../captcha/captcha.js');
        const { terms, translator } = form();
        return new Captcha(settings.loadProvider(translator.locale), {
          host: host.target,
          label: terms.captcha,
          key: settings.key,
          onSolved: () => store.forgetServerIssues('captcha'),
        });
      })
    );
  }

  #textContext(): TextContext & Pick<FormContext, 'translator' | 'labelOf'> {
    const { kinds, translator, text, terms, labelOf } = this.#parts.form();
    return { kinds, translator, locale: translator.locale, text, yes: terms.yes, no: terms.no, labelOf };
  }
}
