import { render } from 'lit';
import { answersToSend } from '../../form/answers-to-send.js';
import { FormStore, type FormState } from '../../form/form-store.js';
import { isUnderWay, type Failure, type Receipt } from '../../form/submission.js';
import { sectionId } from '../../form/section-id.js';
import type { Translator } from '../../localization/translator.js';
import type { Answers } from '../../posting/answers.js';
import type { Issue } from '../../posting/issue.js';
import type { Posting } from '../../posting/posting.js';
import type { SubmitResult } from '../controllers/submission-controller.js';
import { JobApplicationInvalidEvent } from '../events.js';
import type { FormContext, ViewMap } from '../fields/field-view.js';
import { hiddenAnswers } from '../fields/hidden-answers.js';
import type { Steps } from '../steps/steps.js';
import { Announcer } from './announcer.js';
import type { Answering } from './answering.js';
import { createFormContext } from './form-context.js';
import type { FocusLoss } from './focus-loss.js';
import { footView } from './foot-view.js';
import type { DraftController, DraftHost } from '../controllers/draft-controller.js';
import type { OpenDrafts } from '../controllers/open-drafts.js';
import { openDrafts } from './find-draft.js';
import { draftKey } from '../../drafts/draft-key.js';
import { FormView } from './form-view.js';
import { headingLevels, type HeadingLevels } from './heading-levels.js';
import { keepAnswers } from './keep-answers.js';
import { offlineSummary } from './offline-summary.js';
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
  readonly #views: ViewMap;
  readonly #drawnAt = performance.now();
  readonly #unsubscribe: () => void;
  #translator: Translator;
  #form: FormContext;
  #view: FormView;
  #drawn: Promise<void> | undefined;
  #steps: Steps | undefined;
  #answering: Answering | undefined;
  /** What the page's author has been told, in whatever language the form was drawn then. */
  readonly #told = new Set<string>();
  /** By hand; what is filled in by code is no draft yet. */
  #isAnswered = false;
  /** The applicant has tried to send; before that, what is wrong stands at its field alone. */
  #hasTold = false;

  /** @param before a session whose answers are kept where this posting has a place for them */
  constructor(posting: Posting, translator: Translator, host: SessionHost, before?: FormSession, found?: OpenDrafts) {
    this.#host = host;
    this.#translator = translator;
    const { kinds, views } = host.fieldTypes;
    this.#views = views;
    this.draftKey = draftKey(posting, host.target.src);
    const isCarriedOver = before?.draftKey === this.draftKey;
    this.store = new FormStore(posting, kinds, {
      answers: {
        ...hiddenAnswers(posting, translator.locale),
        ...keepAnswers(before?.store, posting, kinds),
        ...(isCarriedOver ? {} : found?.answersFor(posting, kinds)),
      },
    });
    this.#form = this.#createContext();
    this.drafts = found?.begin(this.#draftHost, { isCarriedOver });
    this.#view = this.#createView();
    this.drafts?.draw();
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
    return answersToSend(plan, state.answers, { locale: this.#translator.locale, now: new Date() });
  }

  get element(): HTMLElement {
    return this.#view.element;
  }

  /** Resolves once the form is whole; absent where it is. A very long one takes its time. */
  get drawn(): Promise<void> | undefined {
    return this.#drawn;
  }

  /** An application is on its way. */
  get isUnderWay(): boolean {
    return isUnderWay(this.store.state.submission);
  }

  /** Draws the form anew in another language or with other headings; the answers stay. */
  redraw(translator: Translator): void {
    this.#translator = translator;
    this.#view.disconnect();
    this.#form = this.#createContext();
    this.#view = this.#createView();
    this.drafts?.draw();
    this.#host.onChange();
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
    this.#steps?.goToEnd();
    if (this.#answering) return this.#answering.submit();
    // Pressed sooner than its code was there; a second press finds it under way.
    this.store.setSubmission({ status: 'sending', progress: undefined });
    const answering = await this.#loadAnswering();
    this.store.setSubmission(submission);
    if (answering) return answering.submit();
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

  /** Blanks all answers and begins again. */
  reset(): void {
    this.store.reset();
    this.#steps?.reset();
  }

  /**
   * Leads to a section by its id, or to the review, neither judged nor asked.
   * @returns whether it is there
   */
  goTo(id: string): boolean {
    if (this.#steps) return this.#steps.goTo(id);
    const section = this.store.plan.sections.find((each) => sectionId(each) === id);
    return section !== undefined && this.#view.focusSection(section);
  }

  focusTitle(): void {
    this.#view.focusTitle();
  }

  disconnect(): void {
    this.#steps?.disconnect();
    this.#unsubscribe();
    this.#view.disconnect();
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
    return this.#answering?.receiptView(receipt, this.#levels.title);
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
    return { store: this.store, target, form: () => this.#form, view: () => this.#view };
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
      form: () => this.#form,
      honeypot: () => this.#view.honeypot.value,
      tellInvalid: (issues) => void this.#tellInvalid(issues),
      focusFailure: () => this.#view.focusFailure(),
      attempts: () => this.drafts?.attempts,
      tryAgain: () => void this.submit(),
    });
    this.#view.drawIssues();
    return this.#answering;
  }

  /** The page learns of it without the endpoint's own words, which may repeat an answer. */
  async #tellInvalid(issues: readonly Issue[]): Promise<void> {
    this.#hasTold = true;
    await this.#loadAnswering();
    this.#steps?.tell(issues);
    this.#view.focusSummary();
    const told = issues.map(({ field, code, params }) => ({ field, code, params }) as Issue);
    this.#host.target.dispatchEvent(new JobApplicationInvalidEvent(told));
  }

  async #regainFocus(loss: FocusLoss): Promise<void> {
    (await this.#loadAnswering())?.regainFocus(this.store, loss);
  }

  async #tellAppeared(names: readonly string[]): Promise<void> {
    (await this.#loadAnswering())?.tellAppeared(names);
  }

  #createContext(): FormContext {
    const { posting, kinds } = this.store.plan;
    return createFormContext({
      posting,
      kinds,
      views: this.#views,
      translator: this.#translator,
      headingLevel: this.#levels.section,
      rich: (text) => this.#host.rich(text, this.#levels.rich),
      describe: (issue, form) => this.#answering?.describe(issue, form) ?? '',
      told: this.#told,
      announce: (sentence) => this.announcer.say(sentence),
      trustedUrl: (url) => this.#host.trustedUrl(url),
      notesAt: (name) => this.drafts?.notesAt(name) ?? [],
      page: this.#host.target,
    });
  }

  get #levels(): HeadingLevels {
    return headingLevels(this.#host.headingLevel(), this.store.plan.posting);
  }

  #createView(): FormView {
    this.#layOut();
    const view = new FormView({
      store: this.store,
      form: this.#form,
      layout: this.#steps,
      titleLevel: this.#levels.title,
      notice: this.#host.notice(),
      drawFoot: (place, state) => render(this.#foot(state), place),
      drawSummary: () => (this.#hasTold ? (this.#answering?.errorSummary ?? offlineSummary) : undefined),
      onBegin: () => {
        // First what keeps the first key that is pressed, should the page be loaded again at once.
        void this.beginDraft();
        void this.#loadAnswering();
      },
      onSubmit: () => (this.#steps ? this.#steps.advance() : void this.submit()),
      onFocusLost: (loss) => void this.#regainFocus(loss),
      judgesOnBlur: () => this.#host.judgesOnBlur(),
    });
    this.#drawn = view.drawn?.then(() => {
      if (view !== this.#view) return;
      this.#drawn = undefined;
      this.#host.onChange();
    });
    return view;
  }

  /** The same steps as before, where the page still wants them. */
  #layOut(): void {
    const host = this.#host;
    const Wanted = host.steps();
    if (this.#steps && Wanted) return;
    this.#steps?.disconnect();
    this.#steps =
      Wanted &&
      new Wanted({
        store: this.store,
        target: host.target,
        form: () => this.#form,
        submit: () => this.submit(),
        tellInvalid: (issues) => void this.#tellInvalid(issues),
      });
  }

  #foot({ submission }: FormState): unknown {
    const { posting } = this.store.plan;
    return footView({
      submission,
      form: this.#form,
      submitLabel: posting.form?.submitLabel,
      privacyPolicy: this.#host.href(posting.links.privacyPolicy),
      steps: this.#steps?.foot(),
      answering: this.#answering,
    });
  }
}
