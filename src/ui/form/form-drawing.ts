import { render } from 'lit';
import type { FormState, FormStore } from '../../form/form-store.js';
import type { Translator } from '../../localization/translator.js';
import type { Issue } from '../../posting/issue.js';
import type { DraftController } from '../controllers/draft-controller.js';
import type { SubmitResult } from '../controllers/submission-controller.js';
import type { FormContext } from '../fields/field-view.js';
import type { Steps } from '../steps/steps.js';
import type { Answering } from './answering.js';
import type { FocusLoss } from './focus-loss.js';
import { footView } from './foot-view.js';
import { createFormContext } from './form-context.js';
import { FormView } from './form-view.js';
import { headingLevels, type HeadingLevels } from './heading-levels.js';
import { offlineSummary } from './offline-summary.js';
import type { SessionHost } from './session-host.js';

interface FormDrawingParts {
  readonly store: FormStore;
  readonly host: SessionHost;
  /** `undefined` until it is loaded. */
  answering(): Answering | undefined;
  drafts(): DraftController | undefined;
  /** Whether the applicant has tried to send; before that, what is wrong stands at its field alone. */
  hasTold(): boolean;
  announce(sentence: string): void;
  /** The applicant comes to the form. */
  begin(): void;
  submit(): Promise<SubmitResult>;
  tellInvalid(issues: readonly Issue[]): void;
  regainFocus(loss: FocusLoss): void;
}

/** A session's form as it is drawn now: in one language, with one set of headings, as one page or in steps. */
export class FormDrawing {
  readonly #parts: FormDrawingParts;
  /** What the page's author has been told, in whatever language the form was drawn then. */
  readonly #told = new Set<string>();
  #form: FormContext;
  #view!: FormView;
  #whole: Promise<void> | undefined;
  #steps: Steps | undefined;

  constructor(translator: Translator, parts: FormDrawingParts) {
    this.#parts = parts;
    this.#form = this.#createContext(translator);
  }

  get form(): FormContext {
    return this.#form;
  }

  /** There once `draw` was called. */
  get view(): FormView {
    return this.#view;
  }

  get steps(): Steps | undefined {
    return this.#steps;
  }

  /** Resolves once the form is whole; absent where it is. A very long one takes its time. */
  get whole(): Promise<void> | undefined {
    return this.#whole;
  }

  get levels(): HeadingLevels {
    return headingLevels(this.#parts.host.headingLevel(), this.#parts.store.plan.posting);
  }

  /** In another language or with other headings; the answers stay. */
  redraw(translator: Translator): void {
    this.#view.disconnect();
    this.#form = this.#createContext(translator);
    this.draw();
    this.#parts.host.onChange();
  }

  draw(): void {
    const { store, host, answering, drafts, hasTold, begin, submit, regainFocus } = this.#parts;
    this.#layOut();
    const view = new FormView({
      store,
      form: this.#form,
      layout: this.#steps,
      titleLevel: this.levels.title,
      notice: host.notice(),
      drawFoot: (place, state) => render(this.#foot(state), place),
      drawSummary: () => (hasTold() ? (answering()?.errorSummary ?? offlineSummary) : undefined),
      onBegin: begin,
      onSubmit: () => (this.#steps ? this.#steps.advance() : void submit()),
      onFocusLost: regainFocus,
      judgesOnBlur: () => host.judgesOnBlur(),
    });
    this.#view = view;
    this.#whole = view.drawn?.then(() => {
      if (view !== this.#view) return;
      this.#whole = undefined;
      host.onChange();
    });
    drafts()?.draw();
  }

  disconnect(): void {
    this.#steps?.disconnect();
    this.#view.disconnect();
  }

  #createContext(translator: Translator): FormContext {
    const { store, host, answering, drafts, announce } = this.#parts;
    const { posting, kinds } = store.plan;
    return createFormContext({
      posting,
      kinds,
      views: host.fieldTypes.views,
      translator,
      headingLevel: this.levels.section,
      rich: (text) => host.rich(text, this.levels.rich),
      describe: (issue, form) => answering()?.describe(issue, form) ?? '',
      told: this.#told,
      announce,
      trustedUrl: (url) => host.trustedUrl(url),
      notesAt: (name) => drafts()?.notesAt(name) ?? [],
      page: host.target,
    });
  }

  /** The same steps as before, where the page still wants them. */
  #layOut(): void {
    const { store, host, submit, tellInvalid } = this.#parts;
    const Wanted = host.steps();
    if (this.#steps && Wanted) return;
    this.#steps?.disconnect();
    this.#steps = Wanted && new Wanted({ store, target: host.target, form: () => this.#form, submit, tellInvalid });
  }

  #foot({ submission }: FormState): unknown {
    const { store, host, answering } = this.#parts;
    const { form, links } = store.plan.posting;
    return footView({
      submission,
      form: this.#form,
      submitLabel: form?.submitLabel,
      privacyPolicy: host.href(links.privacyPolicy),
      steps: this.#steps?.foot(),
      answering: answering(),
    });
  }
}
