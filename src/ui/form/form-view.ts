import { html, nothing, render } from 'lit';
import type { FormChange, FormState, FormStore } from '../../form/form-store.js';
import { topLevelName } from '../../form/judge-answers.js';
import type { Issue } from '../../posting/issue.js';
import type { Section } from '../../posting/posting.js';
import type { FormContext } from '../fields/field-view.js';
import { headingView } from '../posting/heading-view.js';
import { controlId } from './control-id.js';
import type { SummaryParts } from './error-summary.js';
import { focusControl } from './focus-control.js';
import { FormFields } from './form-fields.js';
import type { FormLayout } from './form-layout.js';
import { createHoneypot } from './honeypot.js';
import { watchFocus, type FocusLoss } from './focus-loss.js';
import { keepFocus } from './keep-focus.js';
import { sectionHead } from './section-head.js';

interface FormViewOptions {
  readonly store: FormStore;
  readonly form: FormContext;
  /** Level of the form's own heading, 1 to 6. */
  readonly titleLevel: number;
  /** What the posting says before all else, drawn again above the form. */
  readonly notice: unknown;
  /** What shows a part of the form at a time; absent where all of it stands on the page. */
  readonly layout: FormLayout | undefined;
  /** Draws what stands below the sections into the place given; called again when the submission changes. */
  readonly drawFoot: (place: HTMLElement, state: FormState) => void;
  /** Draws everything that is wrong; `undefined` until what it needs is loaded. */
  readonly drawSummary: () => ((parts: SummaryParts) => unknown) | undefined;
  /** Called when the applicant first comes to the form. */
  readonly onBegin: () => void;
  readonly onSubmit: () => void;
  /** A drawing took away the control that had the focus. */
  readonly onFocusLost: (loss: FocusLoss) => void;
  /** Whether a field is judged as it is left. */
  readonly judgesOnBlur: () => boolean;
}

/** Fields of a form that is not drawn at once: its parts are laid out as one comes near them. */
const mostTogether = 100;

/**
 * Draws a form once, and from then on only what changed. The fields are drawn into elements that are not in the page
 * yet: in Chromium every control that is inserted below a connected form costs time proportional to the ones there.
 */
export class FormView {
  readonly element = document.createElement('form');
  readonly honeypot = createHoneypot();
  /** Resolves once every field is drawn; absent where all are at once. The form is to come into the page after that. */
  readonly drawn: Promise<void> | undefined;
  readonly #options: FormViewOptions;
  readonly #fields: FormFields;
  readonly #sections: ReadonlyMap<Section, HTMLElement>;
  readonly #summary = create('div', 'summary');
  readonly #legend = create('p', 'legend');
  readonly #foot = create('div', 'foot');
  readonly #unsubscribe: () => void;
  #summarised: readonly Issue[] = [];
  #submission: FormState['submission'];

  constructor(options: FormViewOptions) {
    this.#options = options;
    const { store, form } = options;
    this.#submission = store.state.submission;
    this.#fields = new FormFields(store, form, (id) => focusControl(this.element, id));
    this.drawn = this.#fields.drawAll();
    this.#sections = new Map(store.plan.sections.map((section) => [section, this.#section(section)]));
    this.#legend.textContent = form.terms.requiredLegend;
    this.#legend.hidden = !store.plan.fields.some(({ field }) => field.required);
    this.element.setAttribute('part', 'form');
    this.element.className = 'form';
    this.element.noValidate = true;
    this.element.append(this.#head(), slot('before-form'), this.#summary, this.#legend, ...this.#sections.values());
    this.element.append(slot('captcha'), this.honeypot.parentElement ?? '', this.#foot, slot('help'));
    this.element.addEventListener('focusin', options.onBegin, { once: true });
    this.element.addEventListener('submit', this.#onSubmit);
    this.element.addEventListener('focusout', this.#onFocusOut);
    this.#hideEmpty(store.state);
    this.#drawSummary(store.state);
    options.drawFoot(this.#foot, store.state);
    this.#unsubscribe = store.subscribe(this.#onChange);
    options.layout?.arrange({ form: this.element, legend: this.#legend, sections: this.#sections, view: this });
  }

  /** The view ends here; the store lives on. */
  disconnect(): void {
    this.#unsubscribe();
  }

  /** Draws what stands around the sections again, where another part of the form has come into view. */
  drawAround(): void {
    const { store, drawFoot } = this.#options;
    this.#drawSummary(store.state);
    drawFoot(this.#foot, store.state);
  }

  /** Draws what is wrong again, once there are sentences for it. */
  drawIssues(): void {
    const { state, plan } = this.#options.store;
    this.redraw(state.issues.map(({ field }) => topLevelName(field, plan.owners)));
    this.#drawSummary(state);
  }

  /** Draws fields again, by their names, where something else than the store has changed. */
  redraw(names: readonly string[]): void {
    const { state, plan } = this.#options.store;
    this.#fields.draw(new Set(names.flatMap((name) => plan.owners.get(name) ?? [])), state);
  }

  /**
   * Said aloud now, and not again while it changes with the answers.
   * @returns whether there is one
   */
  focusSummary(): boolean {
    this.#drawSummary(this.#options.store.state, 'alert');
    return lead(this.#summary.querySelector('.error-summary'));
  }

  focusFailure(): void {
    this.#foot.querySelector<HTMLElement>('.failure')?.focus();
  }

  /** To the beginning of the form, as Apply leads there. */
  focusTitle(): void {
    lead(this.element.querySelector('.form-head'));
  }

  /**
   * To the beginning of a section.
   * @returns whether it is in view
   */
  focusSection(section: Section): boolean {
    const element = this.#sections.get(section);
    return element?.hidden === false && lead(element);
  }

  #head(): HTMLElement {
    const { store, form, notice, titleLevel } = this.#options;
    const { title, description } = store.plan.posting.form ?? {};
    const head = create('div', 'form-head');
    render(
      html`${headingView(titleLevel, form.text(title) || form.terms.title, { part: 'form-title', className: 'form-title' })}
      ${notice}
      ${description === undefined ? nothing : html`<div class="section-about">${form.rich(description)}</div>`}`,
      head,
    );
    return head;
  }

  #section(section: Section): HTMLElement {
    const { form, layout } = this.#options;
    const fields = this.#fields.elementsOf(section);
    const element = create('section', 'section');
    element.setAttribute('part', section.equality ? 'section section-equality' : 'section');
    render(sectionHead(section, form, layout?.captionOf(section)), element);
    element.append(...fields);
    if (this.drawn) for (const part of fields.length > mostTogether ? fields : [element]) part.classList.add('far');
    return element;
  }

  /** A section with nothing to show is not shown. */
  #hideEmpty(state: FormState): void {
    for (const [section, element] of this.#sections) element.hidden = !this.#fields.hasShown(section, state);
  }

  #drawSummary(state: FormState, role?: 'alert'): void {
    const { store, form, drawSummary, layout } = this.#options;
    const draw = drawSummary();
    const issues = layout?.issuesInView(state.issues) ?? state.issues;
    if (!draw || (role === undefined && isSame(issues, this.#summarised))) return;
    this.#summarised = issues;
    const parts: SummaryParts = {
      issues,
      form,
      role,
      targetOf: (issue) => (issue.code === 'captcha' ? slotId('captcha') : controlId(store.plan, issue.field)),
      goTo: (id) => focusControl(this.element, id, 'label-first'),
    };
    render(draw(parts), this.#summary);
  }

  readonly #onChange = (state: FormState, change: FormChange): void => {
    const { owners } = this.#options.store.plan;
    const draw = (): void => {
      this.#fields.draw(new Set([...change.fields].flatMap((name) => owners.get(name) ?? [])), state);
      if (change.shown) this.#hideEmpty(state);
      this.#options.layout?.update(state, change);
    };
    watchFocus(this.element, draw, (lost, around) =>
      this.#options.onFocusLost({ form: this.element, field: this.#fields.fieldAround(lost), around }),
    );
    this.#drawSummary(state);
    if (state.submission !== this.#submission) {
      this.#submission = state.submission;
      keepFocus(this.#foot, () => this.#options.drawFoot(this.#foot, state));
    }
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#options.onSubmit();
  };

  readonly #onFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    if (!this.#options.judgesOnBlur()) return;
    const left = this.#fields.fieldAround(target as Node);
    const entered = relatedTarget ? this.#fields.fieldAround(relatedTarget as Node) : undefined;
    if (left && left !== entered) this.#options.store.revealField(left.name);
  };
}

/** @returns whether there was anything to lead to */
function lead(element: HTMLElement | null): boolean {
  if (!element) return false;
  element.tabIndex = -1;
  element.scrollIntoView();
  element.focus({ preventScroll: true });
  return true;
}

function create(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function slot(name: string): HTMLSlotElement {
  const element = document.createElement('slot');
  element.name = name;
  element.id = slotId(name);
  return element;
}

function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

/** Where what is wrong with the captcha leads to. */
function slotId(name: string): string {
  return `f-${name}`;
}
