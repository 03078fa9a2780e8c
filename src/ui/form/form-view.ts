import { html, nothing, render } from 'lit';
import { answerOf } from '../../posting/answers.js';
import type { PlannedField } from '../../form/form-plan.js';
import type { FormChange, FormState, FormStore } from '../../form/form-store.js';
import { topLevelName } from '../../form/validate.js';
import type { Issue } from '../../posting/issue.js';
import { sectionsOf, type Section } from '../../posting/posting.js';
import { drawField } from '../fields/field-frame.js';
import type { FormContext } from '../fields/field-view.js';
import { headingView } from '../posting/heading-view.js';
import { controlId, fieldId } from './control-id.js';
import type { SummaryParts } from './error-summary.js';
import { focusControl } from './focus-control.js';

interface FormViewOptions {
  readonly store: FormStore;
  readonly form: FormContext;
  /** Drawn again above the form. */
  readonly notice: unknown;
  /** Draws what stands below the sections, into the place given; called again when the submission changes. */
  readonly drawFoot: (place: HTMLElement, state: FormState) => void;
  /** Draws everything that is wrong; `undefined` until what it needs is loaded. */
  readonly drawSummary: () => ((parts: SummaryParts) => unknown) | undefined;
  readonly onSubmit: () => void;
  /** Judges a field as it is left. */
  readonly judgesOnBlur: () => boolean;
}

/**
 * Draws a form once, and from then on only what changed. The fields are drawn into elements that are not in the page
 * yet: in Chromium every control that is inserted below a connected form costs time proportional to the ones there.
 */
export class FormView {
  readonly element = document.createElement('form');
  /** For a person to see, nobody: what stands in it tells programs. */
  readonly honeypot = document.createElement('input');
  readonly #options: FormViewOptions;
  readonly #summary = document.createElement('div');
  readonly #foot = document.createElement('div');
  readonly #sections = new Map<Section, HTMLElement>();
  readonly #fields = new Map<string, { planned: PlannedField; place: number; element: HTMLElement }>();
  #summarised: readonly Issue[] = [];
  readonly #unsubscribe: () => void;
  #submission: FormState['submission'];

  constructor(options: FormViewOptions) {
    this.#options = options;
    const { store } = options;
    this.#submission = store.state.submission;
    this.element.setAttribute('part', 'form');
    this.element.className = 'form';
    this.element.noValidate = true;
    this.element.append(
      this.#head(),
      slot('before-form'),
      this.#summary,
      this.#legend(),
      ...this.#body(),
      slot('captcha'),
    );
    this.element.append(this.#trap(), this.#foot, slot('help'));
    this.element.addEventListener('submit', this.#onSubmit);
    this.element.addEventListener('focusout', this.#onFocusOut);
    options.drawFoot(this.#foot, store.state);
    this.#drawSummary(store.state);
    this.#unsubscribe = store.subscribe(this.#onChange);
  }

  /** The form ends here; the store lives on. */
  disconnect(): void {
    this.#unsubscribe();
  }

  /** Draws what is wrong again, once there are sentences for it. */
  drawIssues(): void {
    const { state } = this.#options.store;
    const byOwner = groupIssues(state.issues, this.#options.store);
    for (const key of byOwner.keys()) this.#drawField(key, state, byOwner);
    this.#drawSummary(state);
  }

  /** Draws the part below the sections again, where what it shows is not of the store. */
  drawFoot(): void {
    this.#options.drawFoot(this.#foot, this.#options.store.state);
  }

  /** Said aloud now, and not again while it changes with the answers. */
  focusSummary(): void {
    this.#drawSummary(this.#options.store.state, 'alert');
    const summary = this.#summary.querySelector<HTMLElement>('.error-summary');
    summary?.scrollIntoView();
    summary?.focus({ preventScroll: true });
  }

  focusFailure(): void {
    this.#foot.querySelector<HTMLElement>('.failure')?.focus();
  }

  /** To the beginning of the form, as Apply leads there. */
  focusTitle(): void {
    const head = this.element.querySelector<HTMLElement>('.form-head');
    head?.scrollIntoView();
    head?.focus({ preventScroll: true });
  }

  #head(): HTMLElement {
    const { store, form } = this.#options;
    const { form: own } = store.plan.posting;
    const head = document.createElement('header');
    head.className = 'form-head';
    head.tabIndex = -1;
    const title = form.text(own?.title) || form.terms.title;
    render(
      html`${headingView(form.headingLevel - 1, title, { part: 'form-title', className: 'form-title' })}
      ${this.#options.notice}
      ${own?.description === undefined ? nothing : html`<div class="rich">${form.rich(own.description)}</div>`}`,
      head,
    );
    return head;
  }

  #legend(): HTMLElement {
    const { store, form } = this.#options;
    const legend = document.createElement('p');
    legend.className = 'legend';
    legend.textContent = form.terms.requiredLegend;
    legend.hidden = !store.plan.fields.some(({ field }) => field.required);
    return legend;
  }

  #body(): readonly HTMLElement[] {
    const { store, form } = this.#options;
    store.plan.fields.forEach((planned, place) => {
      if (!planned.kind.isVisible) return;
      const element = document.createElement('div');
      element.className = 'field';
      element.setAttribute('part', 'field');
      this.#fields.set(planned.field.name || `#${place}`, { planned, place, element });
    });
    const byIssue = groupIssues(store.state.issues, store);
    for (const key of this.#fields.keys()) this.#drawField(key, store.state, byIssue);
    for (const section of sectionsOf(store.plan.posting)) {
      const element = document.createElement('section');
      element.className = 'section';
      element.setAttribute('part', 'section');
      render(sectionHead(section, form), element);
      element.append(
        ...[...this.#fields.values()].filter(({ planned }) => planned.section === section).map((each) => each.element),
      );
      this.#sections.set(section, element);
    }
    this.#hideEmpty(store.state);
    return [...this.#sections.values()];
  }

  /** Programs fill in what they find; people, keyboards, screen readers and autofill do not come here. */
  #trap(): HTMLElement {
    const trap = document.createElement('div');
    trap.className = 'visually-hidden';
    trap.inert = true;
    trap.setAttribute('aria-hidden', 'true');
    this.honeypot.name = 'f-contact-reason';
    this.honeypot.tabIndex = -1;
    this.honeypot.autocomplete = 'off';
    trap.append(this.honeypot);
    return trap;
  }

  #drawField(key: string, state: FormState, byOwner: ReadonlyMap<string, readonly Issue[]>): void {
    const drawn = this.#fields.get(key);
    if (!drawn) return;
    const { store, form } = this.#options;
    const { planned, place, element } = drawn;
    const { field, kind } = planned;
    const isShown = state.scope.isShown(field);
    element.hidden = !isShown;
    if (!isShown) return;
    const latest = (): unknown => {
      const answer = answerOf(store.state.answers, field.name);
      return answer === undefined && kind.isQuestion
        ? kind.initial({ ...field, default: undefined }, form.kinds)
        : answer;
    };
    const issues = byOwner.get(field.name) ?? [];
    element.classList.toggle(
      'field--invalid',
      issues.some((issue) => issue.field === field.name),
    );
    const view = form.views[field.type];
    if (!view) return;
    render(
      drawField(view, {
        form,
        field,
        answer: latest(),
        latest,
        issues,
        id: fieldId(place),
        wireName: field.name,
        label: form.text(field.label),
        notes: this.#notesOf(field.name),
        lookup: state.scope.lookup,
        answerWith: (answer) => store.answer(field.name, answer),
        beside: (name) => String(answerOf(store.state.answers, name) ?? ''),
        answerBeside: (name, text) => store.answer(name, text),
        focus: (id) => focusControl(this.element, id),
      }),
      element,
    );
  }

  /** What the rules say beforehand, at each of their fields. */
  #notesOf(name: string): readonly string[] {
    const { store, form } = this.#options;
    return store.plan.rules.flatMap(({ fields, message }) =>
      message !== undefined && name !== '' && fields.includes(name) ? [form.text(message)] : [],
    );
  }

  /** A section with nothing to show is not shown. */
  #hideEmpty({ scope }: FormState): void {
    const drawn = [...this.#fields.values()].map(({ planned }) => planned);
    for (const [section, element] of this.#sections) {
      element.hidden = !drawn.some((planned) => planned.section === section && scope.isShown(planned.field));
    }
  }

  #drawSummary({ issues }: FormState, role?: 'alert'): void {
    const { store, form } = this.#options;
    const draw = this.#options.drawSummary();
    if (!draw || (role === undefined && isSame(issues, this.#summarised))) return;
    this.#summarised = issues;
    const { plan } = store;
    render(
      draw({
        issues,
        form,
        role,
        targetOf: (issue) => controlId(plan, issue.field),
        goTo: (id) => focusControl(this.element, id, 'label-first'),
      }),
      this.#summary,
    );
  }

  readonly #onChange = (state: FormState, change: FormChange): void => {
    const byOwner = groupIssues(state.issues, this.#options.store);
    const keys = change.shown ? this.#fields.keys() : change.fields;
    for (const key of keys) this.#drawField(key, state, byOwner);
    if (change.shown) this.#hideEmpty(state);
    this.#drawSummary(state);
    if (state.submission !== this.#submission) {
      this.#submission = state.submission;
      this.drawFoot();
    }
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#options.onSubmit();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    if (!this.#options.judgesOnBlur()) return;
    const left = [...this.#fields].find(([, { element }]) => element.contains(event.target as Node));
    if (left && !left[1].element.contains(event.relatedTarget as Node | null)) this.#options.store.revealField(left[0]);
  };
}

function sectionHead({ title, description, equality }: Section, form: FormContext): unknown {
  const words = form.text(title);
  return html`${words ? headingView(form.headingLevel, words, { part: 'section-title', className: 'section-title' }) : nothing}
  ${equality ? html`<p class="section-about">${form.terms.equality}</p>` : nothing}
  ${description === undefined ? nothing : html`<div class="section-about">${form.rich(description)}</div>`}`;
}

function slot(name: string): HTMLSlotElement {
  const element = document.createElement('slot');
  element.name = name;
  return element;
}

function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

/** By the top-level field that they belong to. */
function groupIssues(issues: readonly Issue[], { plan }: FormStore): ReadonlyMap<string, readonly Issue[]> {
  const byOwner = new Map<string, Issue[]>();
  for (const issue of issues) {
    const owner = topLevelName(issue.field, plan.owners);
    const known = byOwner.get(owner);
    if (known) known.push(issue);
    else byOwner.set(owner, [issue]);
  }
  return byOwner;
}
