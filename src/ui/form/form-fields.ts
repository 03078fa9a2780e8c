import { render } from 'lit';
import type { FormState, FormStore } from '../../form/form-store.js';
import { topLevelName } from '../../form/judge-answers.js';
import { answerOf, blankAnswer, textOf } from '../../posting/answers.js';
import type { Field } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import type { Section } from '../../posting/posting.js';
import { drawField } from '../fields/field-frame.js';
import type { FormContext } from '../fields/field-view.js';
import { fieldId } from './control-id.js';

interface FieldPlace {
  readonly element: HTMLElement;
  /** Place in the form, from 0: ids are made of it. */
  readonly index: number;
}

/** Fields that are drawn in one task. */
const mostAtOnce = 200;

/** The fields of a form: each has an element of its own, blank until it is drawn, and drawn again when its field changes. */
export class FormFields {
  readonly #store: FormStore;
  readonly #form: FormContext;
  readonly #places = new Map<Field, FieldPlace>();
  readonly #focus: (id: string) => void;

  /** @param focus moves the focus to a control by its id */
  constructor(store: FormStore, form: FormContext, focus: (id: string) => void) {
    this.#store = store;
    this.#form = form;
    this.#focus = focus;
    store.plan.fields.forEach(({ field, kind }, index) => {
      if (!kind.isVisible) return;
      const element = document.createElement('div');
      element.className = 'field';
      element.setAttribute('part', 'field');
      this.#places.set(field, { element, index });
    });
  }

  /** Elements of a section's fields, in their order. */
  elementsOf(section: Section): readonly HTMLElement[] {
    return section.fields.flatMap((field) => this.#places.get(field)?.element ?? []);
  }

  /** The field whose element this node is in. */
  fieldAround(node: Node): Field | undefined {
    return [...this.#places].find(([, { element }]) => element.contains(node))?.[0];
  }

  hasShown(section: Section, { scope }: FormState): boolean {
    return section.fields.some((field) => this.#places.has(field) && scope.isShown(field));
  }

  /**
   * Draws all of them, of a very long form in parts.
   * @returns what resolves then; `undefined` where it is done at once
   */
  drawAll(): Promise<void> | undefined {
    const fields = [...this.#places.keys()];
    if (fields.length > mostAtOnce) return this.#drawInParts(fields);
    this.draw(fields, this.#store.state);
    return undefined;
  }

  /** A task for each part, so that the page never stands still. */
  async #drawInParts(fields: readonly Field[]): Promise<void> {
    for (let first = 0; first < fields.length; first += mostAtOnce) {
      await nextTask();
      this.draw(fields.slice(first, first + mostAtOnce), this.#store.state);
    }
    await nextTask();
  }

  /** Draws these fields as they stand now. */
  draw(fields: Iterable<Field>, state: FormState): void {
    const issues = this.#issuesByField(state.issues);
    for (const field of fields) {
      const place = this.#places.get(field);
      if (!place) continue;
      place.element.hidden = !state.scope.isShown(field);
      if (!place.element.hidden) this.#draw(field, place, state, issues.get(field) ?? []);
    }
  }

  #draw(field: Field, { element, index }: FieldPlace, state: FormState, issues: readonly Issue[]): void {
    const form = this.#form;
    const store = this.#store;
    const view = form.views[field.type];
    if (!view) return;
    element.classList.toggle(
      'field--invalid',
      issues.some((issue) => issue.field === field.name),
    );
    const latest = (): unknown => this.#answerTo(field);
    render(
      drawField(view, {
        form,
        field,
        answer: latest(),
        latest,
        issues,
        id: fieldId(index),
        wireName: field.name,
        label: form.text(field.label),
        notes: form.notesOf(field.name),
        lookup: state.scope.lookup,
        answerWith: (answer) => store.answer(field.name, answer),
        beside: (name) => textOf(answerOf(store.state.answers, name)),
        answerBeside: (name, text) => store.answer(name, text),
        focus: this.#focus,
      }),
      element,
    );
  }

  /** A field that a draft or a page left without an answer is drawn blank, not with its default. */
  #answerTo(field: Field): unknown {
    const kind = this.#store.plan.byField.get(field)?.kind;
    const answer = answerOf(this.#store.state.answers, field.name);
    if (answer !== undefined || !kind?.isQuestion) return answer;
    return blankAnswer(field, this.#form.kinds);
  }

  #issuesByField(issues: readonly Issue[]): ReadonlyMap<Field, readonly Issue[]> {
    const { owners } = this.#store.plan;
    const byField = new Map<Field, Issue[]>();
    for (const issue of issues) {
      const field = owners.get(topLevelName(issue.field, owners));
      if (!field) continue;
      const known = byField.get(field);
      if (known) known.push(issue);
      else byField.set(field, [issue]);
    }
    return byField;
  }
}

/** Timers would be held back in a tab that nobody looks at. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
