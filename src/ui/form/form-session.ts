import { html, nothing, render } from 'lit';
import type { Application } from '../../form/application.js';
import { FormStore, type FormState } from '../../form/form-store.js';
import type { Confirmation, Failure, Receipt } from '../../form/submission.js';
import { fileTerms } from '../../localization/file-terms.js';
import { postingTerms } from '../../localization/posting-terms.js';
import type { Translator } from '../../localization/translator.js';
import { sentAnswers, type Answers } from '../../posting/answers.js';
import type { TextContext } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import { sectionsOf, type Posting } from '../../posting/posting.js';
import type { RichText } from '../../posting/text.js';
import type {
  PageReplyRules,
  SubmissionController,
  SubmitResult,
  SubmitSettings,
} from '../controllers/submission-controller.js';
import { fieldTypesWith, type FieldType } from '../fields/field-types.js';
import type { FormContext, ViewMap } from '../fields/field-view.js';
import { hiddenAnswers } from '../fields/hidden-answers.js';
import { newTabLink } from '../posting/new-tab-link.js';
import { Announcer } from './announcer.js';
import type * as answering from './answering.js';
import { createFormContext } from './form-context.js';
import { FormView } from './form-view.js';
import { keepAnswers } from './keep-answers.js';
import { submitView } from './submit-view.js';

/** What a session needs of the element that it serves. */
export interface SessionHost {
  /** Where events are dispatched. */
  readonly target: EventTarget;
  readonly fieldTypes: Readonly<Record<string, FieldType>>;
  /** Level of the form's own heading. */
  headingLevel(): number;
  /** @throws {ConfigError} where it is not known where to send */
  settings(): SubmitSettings;
  /** How an answer to the page's own request is read. */
  replyRules(): PageReplyRules;
  usesKeys(): boolean;
  judgesOnBlur(): boolean;
  /** @param headingLevel of the text's highest heading, 1 to 6 */
  rich(text: RichText, headingLevel: number): unknown;
  /** What the posting says before all else. */
  notice(): unknown;
  /** A posting's link, absolute, or `undefined` where it may not be followed. */
  href(url: string | undefined): string | undefined;
  /** Called with every change of the form's state. */
  onChange(): void;
  leadToReceipt(): void;
}

type Answering = typeof answering;

/** One posting's form from the first look to the receipt: its answers, its view and its sending. */
export class FormSession {
  readonly store: FormStore;
  readonly announcer = new Announcer();
  readonly #host: SessionHost;
  readonly #views: ViewMap;
  readonly #drawnAt = performance.now();
  readonly #unsubscribe: () => void;
  #translator: Translator;
  #form: FormContext;
  #view: FormView;
  #answering: Answering | undefined;
  /** The applicant has tried to send; before that, what is wrong stands at its field alone. */
  #hasTold = false;
  #submission: SubmissionController | undefined;

  /** @param before a session whose answers are kept where this posting has a place for them */
  constructor(posting: Posting, translator: Translator, host: SessionHost, before?: FormSession) {
    this.#host = host;
    this.#translator = translator;
    const types = fieldTypesWith(host.fieldTypes);
    const { kinds } = types;
    this.#views = types.views;
    this.store = new FormStore(posting, kinds, {
      answers: { ...hiddenAnswers(posting, kinds, translator.locale), ...keepAnswers(before?.store, posting, kinds) },
    });
    this.#form = this.#createContext();
    this.#view = this.#createView();
    this.#unsubscribe = this.store.subscribe(() => host.onChange());
    void this.#loadAnswering();
  }

  /** The answers as they would be sent now. */
  get answers(): Answers {
    const { plan, state } = this.store;
    const { scope } = state;
    return sentAnswers(
      plan.fields.map(({ field }) => field),
      state.answers,
      scope,
      {
        ...scope,
        at: new Date().toISOString(),
        locale: this.#translator.locale,
        fallbackLocale: plan.posting.locale,
      },
    );
  }

  get element(): HTMLElement {
    return this.#view.element;
  }

  /** Draws the form anew in another language or with other headings; the answers stay. */
  redraw(translator: Translator): void {
    this.#translator = translator;
    this.#view.disconnect();
    this.#form = this.#createContext();
    this.#view = this.#createView();
  }

  /** Judges all answers at once, and shows and tells what is wrong. */
  validate(): readonly Issue[] {
    const issues = this.store.reveal();
    if (issues.length > 0) void this.#tellInvalid(issues);
    return issues;
  }

  /** Judges, and sends where nothing is wrong. Set off twice, the second is `busy`. */
  async submit(): Promise<SubmitResult> {
    const { submission } = this.store.state;
    if (submission.status === 'sending') return { status: 'busy' };
    if (submission.status === 'sent') return { status: 'sent', receipt: submission.receipt };
    if (this.validate().length > 0) return { status: 'invalid' };
    if (this.#submission) return this.#submission.submit();
    // Pressed sooner than its code was there; a second press finds it under way.
    this.store.setSubmission({ status: 'sending', progress: undefined });
    const controller = await this.#loadAnswering();
    this.store.setSubmission(submission);
    if (controller) return controller.submit();
    return { status: 'failed', failure: this.#tellOffline() };
  }

  /** Without the chunk that judges and sends, that is all there is to say. */
  #tellOffline(): Failure {
    const failure: Failure = { fate: 'not-stored', reason: 'offline' };
    this.store.setSubmission({ status: 'failed', failure });
    this.announcer.say(this.#form.terms.offline);
    this.#view.focusFailure();
    return failure;
  }

  focusTitle(): void {
    this.#view.focusTitle();
  }

  disconnect(): void {
    this.#unsubscribe();
    this.#view.disconnect();
    this.#submission?.stop();
  }

  /** What the applicant sees once it is sent. */
  receiptView(receipt: Receipt): unknown {
    return this.#answering?.receiptView({
      receipt,
      translator: this.#translator,
      headingLevel: this.#titleLevel,
      sizeOf: fileTerms(this.#translator).size,
      saveCopy: () => this.#answering?.saveReceipt(receipt, this.#translator),
    });
  }

  async #loadAnswering(): Promise<SubmissionController | undefined> {
    if (this.#submission) return this.#submission;
    let answering: Answering;
    try {
      answering = await import('./answering.js');
    } catch {
      return undefined; // offline, say: asked for again with the next attempt, which tells the applicant
    }
    // Another call may have been quicker.
    if (this.#submission) return this.#submission;
    this.#answering = answering;
    this.#submission = new answering.SubmissionController({
      store: this.store,
      target: this.#host.target,
      drawnAt: this.#drawnAt,
      honeypot: () => this.#view.honeypot.value,
      locale: () => this.#translator.locale,
      settings: () => this.#host.settings(),
      replyRules: () => this.#host.replyRules(),
      usesKeys: () => this.#host.usesKeys(),
      receiptOf: (application, confirmation) => this.#receiptOf(application, confirmation),
      tellInvalid: (issues) => void this.#tellInvalid(issues),
      lead: (to) => (to === 'failure' ? this.#view.focusFailure() : this.#host.leadToReceipt()),
    });
    this.#view.drawIssues();
    return this.#submission;
  }

  /** The page learns of it without the endpoint's own words, which may repeat an answer. */
  async #tellInvalid(issues: readonly Issue[]): Promise<void> {
    this.#hasTold = true;
    await this.#loadAnswering();
    if (!this.#answering) {
      this.#tellOffline();
      return;
    }
    this.#view.focusSummary();
    const told = issues.map(({ field, code, params }) => ({ field, code, params }) as Issue);
    this.#host.target.dispatchEvent(new this.#answering.JobApplicationInvalidEvent(told));
  }

  #createContext(): FormContext {
    const { posting, kinds } = this.store.plan;
    return createFormContext({
      posting,
      kinds,
      views: this.#views,
      translator: this.#translator,
      headingLevel: Math.min(this.#host.headingLevel() + 1, 6),
      rich: (text) => this.#host.rich(text, this.#richLevel()),
      describeIssue: (issue, context) => this.#answering?.describeIssue(issue, context) ?? '',
      answers: () => this.store.state.answers,
      announce: (sentence) => this.announcer.say(sentence),
    });
  }

  get #titleLevel(): number {
    return Math.min(this.#host.headingLevel(), 6);
  }

  /** Headings in texts come below those of sections; where a section has none, in their place. */
  #richLevel(): number {
    const isTitled = sectionsOf(this.store.plan.posting).every(({ title }) => title !== undefined);
    return Math.min(this.#host.headingLevel() + (isTitled ? 2 : 1), 6);
  }

  #createView(): FormView {
    return new FormView({
      store: this.store,
      form: this.#form,
      titleLevel: this.#titleLevel,
      notice: this.#host.notice(),
      drawFoot: (place, state) => render(this.#foot(state), place),
      drawSummary: () => (this.#hasTold ? this.#answering?.errorSummary : undefined),
      onSubmit: () => void this.submit(),
      judgesOnBlur: () => this.#host.judgesOnBlur(),
    });
  }

  #foot({ submission }: FormState): unknown {
    const { posting } = this.store.plan;
    const { text, terms } = this.#form;
    const privacy = this.#host.href(posting.links.privacyPolicy);
    return submitView({
      submission,
      terms,
      label: text(posting.form?.submitLabel) || terms.submit,
      failure: 'failure' in submission ? this.#failure(submission.failure) : nothing,
      beside:
        privacy === undefined
          ? nothing
          : newTabLink(privacy, postingTerms(this.#translator).privacyPolicy, this.#translator),
    });
  }

  #failure(failure: Failure): unknown {
    // Without the chunk that explains failures there is one left to explain.
    if (!this.#answering) return html`<p part="status" class="failure" tabindex="-1">${this.#form.terms.offline}</p>`;
    return this.#answering.failureView({
      failure,
      translator: this.#translator,
      headingLevel: this.#form.headingLevel,
      helpHref: this.#host.href(this.store.plan.posting.links.help),
      tryAgain: () => void this.submit(),
      saveCopy: () => this.#saveAnswers(),
    });
  }

  #saveAnswers(): void {
    this.#answering?.saveAnswers(this.store.plan, this.store.state, {
      ...this.#textContext(),
      translator: this.#translator,
    });
  }

  #textContext(): TextContext & { readonly labelOf: (wireName: string) => string } {
    const { kinds, translator, text, terms, labelOf } = this.#form;
    return { kinds, locale: translator.locale, text, yes: terms.yes, no: terms.no, labelOf };
  }

  #receiptOf(application: Application, confirmation: Confirmation): Receipt {
    // Called by a controller that came with the same chunk.
    return this.#answering!.toReceipt(this.store.plan, application, confirmation, {
      ...this.#textContext(),
      sentAt: new Date().toISOString(),
    });
  }
}
