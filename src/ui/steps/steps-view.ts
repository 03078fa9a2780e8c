import { adoptStyles } from '../styles/adopt-styles.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Step } from '../../form/steps.js';
import { stepTerms, type StepTerms } from '../../localization/step-terms.js';
import { sentAnswers, type Answers } from '../../posting/answers.js';
import type { Field } from '../../posting/field-kind.js';
import type { Section } from '../../posting/posting.js';
import type { FormParts } from '../form/form-layout.js';
import { reviewView } from './review-view.js';
import type { StepsHost } from './steps-host.js';
import { stepsStyles } from './steps.styles.js';

interface StepsActions {
  /** Leads from the review to a question. */
  readonly change: (field: Field) => void;
  readonly back: () => void;
  /** The applicant has come to the form. */
  readonly begin: () => void;
}

/** Puts one step in view. All sections stay in the page, for print and for what is typed in them. */
export class StepsView {
  readonly #host: StepsHost;
  readonly #actions: StepsActions;
  readonly #captions = new Map<Section, HTMLElement>();
  #parts: FormParts | undefined;
  #review = document.createElement('section');

  constructor(host: StepsHost, actions: StepsActions) {
    this.#host = host;
    this.#actions = actions;
  }

  /** A new one for each drawing of the form. */
  captionOf(section: Section): Element {
    const caption = document.createElement('span');
    caption.className = 'step-count';
    caption.setAttribute('part', 'step-count');
    this.#captions.set(section, caption);
    return caption;
  }

  arrange(parts: FormParts): void {
    this.#parts = parts;
    adoptStyles(this.#host.target.shadowRoot, stepsStyles);
    this.#review = document.createElement('section');
    this.#review.className = 'section section--review';
    this.#review.setAttribute('part', 'section review');
    const [equality] = [...parts.sections].find(([section]) => section.equality === true) ?? [];
    const last = [...parts.sections.values()].at(-1);
    if (equality) parts.sections.get(equality)?.before(this.#review);
    else if (last) last.after(this.#review);
    else parts.legend.after(this.#review);
    parts.form.classList.add('form--steps');
    parts.form.addEventListener('focusin', this.#actions.begin, { once: true });
  }

  draw(steps: readonly Step[], current: Step): void {
    if (!this.#parts) return;
    const { form, legend, sections } = this.#parts;
    const terms = this.#terms;
    const counted = steps.filter(({ section }) => section);
    counted.forEach(({ section }, index) => {
      const caption = section && this.#captions.get(section);
      const words = terms.count(index + 1, counted.length);
      if (caption && caption.textContent !== words) caption.textContent = words;
    });
    for (const [section, element] of sections) element.classList.toggle('section--away', section !== current.section);
    this.#review.classList.toggle('section--away', current.section !== undefined);
    form.classList.toggle('form--under-way', current !== steps[0]);
    form.classList.toggle('form--at-end', current === steps.at(-1));
    const { scope } = this.#host.store.state;
    legend.hidden = !current.section?.fields.some((field) => field.required && scope.isShown(field));
    render(current.section ? nothing : this.#reviewView(current === steps.at(-1)), this.#review);
  }

  /** Whether the focus is in the form, where a step that goes out of view would lose it. */
  get hasFocus(): boolean {
    const root = this.#parts?.form.getRootNode();
    return root instanceof ShadowRoot && root.activeElement !== null && this.#parts!.form.contains(root.activeElement);
  }

  /** To the step's heading, which says where it is. */
  focusStep({ section }: Step): void {
    const element = section ? this.#parts?.sections.get(section) : this.#review;
    const heading = element?.querySelector<HTMLElement>('.section-title');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  backButton(terms: StepTerms, isSending: boolean): TemplateResult {
    return html`<button
      type="button"
      part="back"
      class="button"
      aria-disabled=${isSending ? 'true' : nothing}
      @click=${this.#actions.back}
    >${terms.back}</button>`;
  }

  #reviewView(isLast: boolean): TemplateResult {
    const { store, form } = this.#host;
    return reviewView({
      plan: store.plan,
      scope: store.state.scope,
      answers: this.#answers,
      form: form(),
      terms: this.#terms,
      goesOn: !isLast,
      change: this.#actions.change,
    });
  }

  get #answers(): Answers {
    const { plan, state } = this.#host.store;
    const fields = plan.fields.map(({ field }) => field);
    const { locale } = this.#host.form().translator;
    const at = new Date().toISOString();
    return sentAnswers(fields, state.answers, state.scope, {
      ...state.scope,
      at,
      locale,
      fallbackLocale: plan.posting.locale,
    });
  }

  get #terms(): StepTerms {
    return stepTerms(this.#host.form().translator);
  }
}
