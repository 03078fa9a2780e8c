import { answersToSend } from '../../form/answers-to-send.js';
import { FormStore } from '../../form/form-store.js';
import { isUnderWay, type Failure, type Receipt } from '../../form/submission.js';
import { sectionId } from '../../form/section-id.js';
import type { Translator } from '../../localization/translator.js';
import type { Answers } from '../../posting/answers.js';
import type { Issue } from '../../posting/issue.js';
import type { Posting } from '../../posting/posting.js';
import type { SubmitResult } from '../controllers/submission-controller.js';
import { JobApplicationInvalidEvent } from '../events.js';
import { hiddenAnswers } from '../fields/hidden-answers.js';
import { Announcer } from './announcer.js';
import type { Answering } from './answering.js';
import type { DraftController, DraftHost } from '../controllers/draft-controller.js';
import type { OpenDrafts } from '../controllers/open-drafts.js';
import { openDrafts } from './find-draft.js';
import { draftKey } from '../../drafts/draft-key.js';
import { keepAnswers } from './keep-answers.js';
import { FormDrawing } from './form-drawing.js';
import { reportMissing } from './report-missing.js';
import type { SessionHost } from './session-host.js';
import { warnAuthor } from './warn-author.js';

/** One posting's form from the first look to the receipt: its answers, its view and its sending. */
export class FormSession {
  readonly store: FormStore;
  readonly announcer = new Announcer();
  /** Under which the draft is stored. */
  readonly draftKey: string;
  /** Absent until the applicant comes to the form, unless it began with a draft. */
  drafts: DraftController | undefined;
  readonly #host: SessionHost;
  readonly #drawnAt = performance.now();
  readonly #drawing: FormDrawing;
  readonly #unsubscribe: () => void;
  #answering: Answering | undefined;
  /** By hand; what is filled in by code is no draft yet. */
  #isAnswered = false;
  #hasTold = false;

  /** @param before a session whose answers are kept where this posting has a place for them */
  constructor(posting: Posting, translator: Translator, host: SessionHost, before?: FormSession, found?: OpenDrafts) {
    this.#host = host;
    const { kinds } = host.fieldTypes;
    this.draftKey = draftKey(posting, host.target.src);
    const isCarriedOver = before?.draftKey === this.draftKey;
    this.store = new FormStore(posting, kinds, {
      answers: {
        ...hiddenAnswers(posting, translator.locale),
        ...keepAnswers(before?.store, posting, kinds),
        ...(isCarriedOver ? {} : found?.answersFor(posting, kinds)),
      },
    });
    this.#drawing = this.#beginDrawing(translator);
    this.drafts = found?.begin(this.#draftHost, { isCarriedOver });
    this.#drawing.draw();
    this.#unsubscribe = this.store.subscribe((_state, { appeared, answered }) => {
      this.#isAnswered ||= answered === true;
      host.onChange();
      // Somebody who is not in the form has not asked for it.
      if (appeared.length > 0 && this.element.matches(':focus-within')) void this.#tellAppeared(appeared);
    });
    warnAuthor(this.store.plan);
  }

  /** The answers as they would be sent now. */
  get answers(): Answers {
    const { plan, state } = this.store;
    return answersToSend(plan, state.answers, { locale: this.#drawing.form.translator.locale, now: new Date() });
  }

  get element(): HTMLElement {
    return this.#drawing.view.element;
  }

  /** Resolves once the form is whole; absent where it is. A very long one takes its time. */
  get drawn(): Promise<void> | undefined {
    return this.#drawing.whole;
  }

  /** An application is on its way. */
  get isUnderWay(): boolean {
    return isUnderWay(this.store.state.submission);
  }

  /** Draws the form anew in another language or with other headings; the answers stay. */
  redraw(translator: Translator): void {
    this.#drawing.redraw(translator);
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
    if (this.isUnderWay) return { status: 'busy' };
    if (submission.status === 'sent') return { status: 'sent', receipt: submission.receipt };
    if (this.validate().length > 0) return { status: 'invalid' };
    // As they were judged, whatever is typed from now on.
    const { answers } = this.store.state;
    this.#drawing.steps?.goToEnd();
    if (this.#answering) return this.#answering.submit(answers);
    // Pressed sooner than its code was there; a second press finds it under way.
    this.store.setSubmission({ status: 'sending', progress: undefined });
    const answering = await this.#loadAnswering();
    this.store.setSubmission(submission);
    if (answering) return answering.submit(answers);
    return { status: 'failed', failure: this.#tellOffline() };
  }

  /** Without the chunk that judges and sends, that is all there is to say. */
  #tellOffline(): Failure {
    const failure: Failure = { fate: 'not-stored', reason: 'offline' };
    this.store.setSubmission({ status: 'failed', failure });
    this.announcer.say(this.#drawing.form.terms.offline);
    this.#drawing.view.focusFailure();
    return failure;
  }

  /** Blanks all answers and begins again. */
  reset(): void {
    this.store.reset();
    this.#drawing.steps?.reset();
  }

  /**
   * Leads to a section by its id, or to the review, neither judged nor asked.
   * @returns whether it is there
   */
  goTo(id: string): boolean {
    if (this.#drawing.steps) return this.#drawing.steps.goTo(id);
    const section = this.store.plan.sections.find((each) => sectionId(each) === id);
    return section !== undefined && this.#drawing.view.focusSection(section);
  }

  focusTitle(): void {
    this.#drawing.view.focusTitle();
  }

  disconnect(): void {
    this.#unsubscribe();
    this.#drawing.disconnect();
    this.#answering?.disconnect();
    this.drafts?.disconnect();
  }

  /** Out of the page: gives up an application that is on its way, and keeps what is typed. */
  stop(): void {
    this.drafts?.stop();
    this.#answering?.stop();
  }

  /** What the applicant sees once it is sent. */
  receiptView(receipt: Receipt): unknown {
    return this.#answering?.receiptView(receipt, this.#drawing.levels.title);
  }

  /** What keeps the draft; `undefined` where none is to be kept, or its code does not arrive. */
  async beginDraft(): Promise<DraftController | undefined> {
    const opened = this.drafts ? undefined : await openDrafts(this.#host.target, this.store.plan.posting);
    if (this.drafts || !opened) return this.drafts;
    this.drafts = opened.begin(this.#draftHost, { isAnswered: this.#isAnswered });
    this.drafts.draw();
    return this.drafts;
  }

  get #draftHost(): DraftHost {
    const { target } = this.#host;
    return { store: this.store, target, form: () => this.#drawing.form, view: () => this.#drawing.view };
  }

  /** `undefined` where it does not arrive: offline, say. It is asked for again with the next attempt. */
  async #loadAnswering(): Promise<Answering | undefined> {
    if (this.#answering) return this.#answering;
    const chunk = await import('./answering.js').catch(reportMissing);
    // Another call may have been quicker.
    if (!chunk || this.#answering) return this.#answering;
    this.#answering = new chunk.Answering({
      store: this.store,
      host: this.#host,
      drawnAt: this.#drawnAt,
      form: () => this.#drawing.form,
      honeypot: () => this.#drawing.view.honeypot.value,
      tellInvalid: (issues) => void this.#tellInvalid(issues),
      focusFailure: () => this.#drawing.view.focusFailure(),
      attempts: () => this.drafts?.attempts,
      tryAgain: () => void this.submit(),
    });
    this.#drawing.view.drawIssues();
    return this.#answering;
  }

  /** The page learns of it without the endpoint's own words, which may repeat an answer. */
  async #tellInvalid(issues: readonly Issue[]): Promise<void> {
    this.#hasTold = true;
    await this.#loadAnswering();
    this.#drawing.steps?.tell(issues);
    this.#drawing.view.focusSummary();
    const told = issues.map(({ field, code, params }) => ({ field, code, params }) as Issue);
    this.#host.target.dispatchEvent(new JobApplicationInvalidEvent(told));
  }

  async #tellAppeared(names: readonly string[]): Promise<void> {
    (await this.#loadAnswering())?.tellAppeared(names);
  }

  #beginDrawing(translator: Translator): FormDrawing {
    return new FormDrawing(translator, {
      store: this.store,
      host: this.#host,
      answering: () => this.#answering,
      drafts: () => this.drafts,
      hasTold: () => this.#hasTold,
      announce: (sentence) => this.announcer.say(sentence),
      begin: () => {
        // First what keeps the first key that is pressed, should the page be loaded again at once.
        void this.beginDraft();
        void this.#loadAnswering();
      },
      submit: () => this.submit(),
      tellInvalid: (issues) => void this.#tellInvalid(issues),
      regainFocus: (loss) => void this.#loadAnswering().then((answering) => answering?.regainFocus(this.store, loss)),
    });
  }
}
