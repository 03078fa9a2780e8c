import { adoptStyles } from '../styles/adopt-styles.js';
import type { TabAttempts } from '../../drafts/tab-attempts.js';
import type { FormStore } from '../../form/form-store.js';
import { isChangedSince, type Application } from '../../form/application.js';
import { scopeOf } from '../../form/form-plan.js';
import { toReceipt } from '../../form/receipt.js';
import type { Confirmation, Failure, Receipt, Submission } from '../../form/submission.js';
import { describeAppeared } from '../../localization/describe-appeared.js';
import { describeIssue } from '../../localization/describe-issue.js';
import { fieldLabel } from '../../localization/field-label.js';
import { captchaLabel } from '../../localization/captcha-terms.js';
import { fileTerms } from '../../localization/file-terms.js';
import type { Translator } from '../../localization/translator.js';
import { waitingTerms } from '../../localization/waiting-terms.js';
import type { Answers } from '../../posting/answers.js';
import type { Field, TextContext } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import { fieldsOf } from '../../posting/posting.js';
import { captchaOf } from '../controllers/captcha-of.js';
import { SubmissionController, type SubmitResult } from '../controllers/submission-controller.js';
import { replyRulesOf, settingsOf } from '../controllers/submit-settings.js';
import type { FormContext } from '../fields/field-view.js';
import { openCaptchaGate, type CaptchaGate } from '../captcha/captcha-gate.js';
import { receiptView } from '../receipt-view.js';
import { saveAnswers, saveReceipt } from '../save-copy.js';
import { sentFiles, type SentFiles } from '../sent-files.js';
import { answeringStyles } from './answering.styles.js';
import { errorSummary } from './error-summary.js';
import { failureView } from './failure-view.js';
import { fileNameOf } from './file-name-of.js';
import { leadToReceipt } from './lead-to-receipt.js';
import { regainFocus } from './regain-focus.js';
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
  /** What is remembered of attempts after a reload; `undefined` where nothing is. */
  attempts(): TabAttempts | undefined;
  tryAgain(): void;
}

/**
 * What is needed once an application has begun: the sentences of issues, sending, and what came of it. A chunk of its
 * own, loaded when the applicant comes to the form, so that it is there before it is needed and does not delay the form.
 */
export class Answering {
  readonly errorSummary = errorSummary;
  readonly progressView = progressView;
  readonly regainFocus = regainFocus;
  readonly #parts: AnsweringParts;
  readonly #captcha: CaptchaGate | undefined;
  readonly #submission: SubmissionController;
  readonly #fields: readonly Field[];
  /** What has been confirmed, whatever stands in the form by then. */
  #sent: { readonly answers: Answers; readonly isChangedSince: boolean } | undefined;
  /** An issue stands at its field and in the summary, and is never changed in place. */
  #sentences: { readonly translator?: Translator; readonly of: WeakMap<Issue, string> } = { of: new WeakMap() };

  constructor(parts: AnsweringParts) {
    const { store, host, drawnAt } = parts;
    this.#parts = parts;
    adoptStyles(host.target.shadowRoot, answeringStyles);
    this.#fields = fieldsOf(store.plan.posting);
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
      attempts: () => parts.attempts(),
      captcha: this.#captcha,
      receiptOf: (...confirmed) => this.#receiptOf(...confirmed),
      tellInvalid: (issues) => parts.tellInvalid(issues),
      tellWaiting: (...wait) => this.#tellWaiting(...wait),
      lead: (to) => (to === 'failure' ? parts.focusFailure() : void leadToReceipt(host.target)),
    });
  }

  describe(issue: Issue, { translator, text }: Pick<FormContext, 'translator' | 'text'>): string {
    if (translator !== this.#sentences.translator) this.#sentences = { translator, of: new WeakMap() };
    const { answers } = this.#parts.store.state;
    const fileName = (index: number): string | undefined => fileNameOf(issue, index, answers);
    const labelOf = (name: string): string => fieldLabel(this.#fields, name, { translator, text });
    const sentence = this.#sentences.of.get(issue) ?? describeIssue(issue, { translator, text, labelOf, fileName });
    this.#sentences.of.set(issue, sentence);
    return sentence;
  }

  /** Says which questions have appeared with an answer: who does not see the page learns of them no other way. */
  tellAppeared(names: readonly string[]): void {
    const { translator, announce } = this.#parts.form();
    announce(describeAppeared(names.map(this.#labelOf).filter(Boolean), translator));
  }

  /** @param answers judged already */
  submit(answers: Answers): Promise<SubmitResult> {
    return this.#submission.submit(answers);
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
      isChangedSince: this.#sent?.isChangedSince ?? false,
      filesOf: (name) => this.#filesOf(name),
      saveCopy: () => saveReceipt(receipt, translator),
    });
  }

  #receiptOf(application: Application, confirmation: Confirmation): Receipt {
    const { plan, state } = this.#parts.store;
    this.#sent = {
      answers: application.answers,
      isChangedSince: isChangedSince(plan, application, state.answers),
    };
    return toReceipt(plan, application, confirmation, {
      ...this.#textContext(),
      sentAt: new Date().toISOString(),
    });
  }

  #filesOf(wireName: string): SentFiles {
    const { plan } = this.#parts.store;
    const field = plan.owners.get(wireName);
    if (!field || !this.#sent) return { files: [], alone: false };
    const { answers } = this.#sent;
    return sentFiles(field, answers, scopeOf(plan, answers));
  }

  /** Aloud when a pause begins and at each whole minute that is not soon after; it can be seen at every second. */
  #tellWaiting(failure: Failure, secondsLeft: number | undefined, secondsPassed: number): void {
    const { announce, translator } = this.#parts.form();
    const { reason, again } = waitingTerms(failure, translator);
    if (secondsPassed === 0) announce(`${reason} ${again(secondsLeft)}`);
    else if (secondsPassed > 30 && secondsLeft !== undefined && secondsLeft % 60 === 0) announce(again(secondsLeft));
  }

  /** The check that the page has asked for is drawn as the applicant comes to the form. */
  #openCaptcha(): CaptchaGate | undefined {
    const { host, store, form } = this.#parts;
    const settings = captchaOf(host.target);
    return (
      settings &&
      openCaptchaGate(async () => {
        const { Captcha } = await import('../captcha/captcha.js');
        const { translator } = form();
        return new Captcha(settings.loadProvider(translator.locale), {
          host: host.target,
          label: captchaLabel(translator),
          key: settings.key,
          onSolved: () => store.forgetServerIssues('captcha'),
        });
      })
    );
  }

  #textContext(): TextContext & Pick<FormContext, 'translator'> & { labelOf: (wireName: string) => string } {
    const { kinds, translator, text, terms } = this.#parts.form();
    const { yes, no } = terms;
    return { kinds, translator, locale: translator.locale, text, yes, no, labelOf: this.#labelOf };
  }

  /** Label of a field by wire name, in the reader's language. */
  readonly #labelOf = (wireName: string): string => fieldLabel(this.#fields, wireName, this.#parts.form());
}
