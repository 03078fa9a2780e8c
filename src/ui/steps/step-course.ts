import type { FormPlan } from '../../form/form-plan.js';
import type { FormStore } from '../../form/form-store.js';
import { isSectionRight, sectionOf, stepsOf, type Step } from '../../form/steps.js';
import type { Scope } from '../../posting/answers.js';

/** The steps that there are with these answers, and the one that is in view. */
export class StepCourse {
  readonly #store: FormStore;
  readonly #plan: FormPlan;
  #steps: readonly Step[];
  #current: Step;

  constructor(store: FormStore) {
    this.#store = store;
    this.#plan = store.plan;
    this.#steps = stepsOf(store.plan, store.state.scope);
    this.#current = this.first;
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  get current(): Step {
    return this.#current;
  }

  /** There is always one: the review. */
  get first(): Step {
    return this.#steps[0]!;
  }

  get last(): Step {
    return this.#steps.at(-1)!;
  }

  get previous(): Step | undefined {
    return this.#steps[this.#place - 1];
  }

  get next(): Step | undefined {
    return this.#steps[this.#place + 1];
  }

  find(id: string | undefined): Step | undefined {
    return this.#steps.find((step) => step.id === id);
  }

  /** The step that has the field of this wire name in view. */
  stepOf(wireName: string): Step | undefined {
    const section = sectionOf(this.#plan, wireName);
    return section && this.#steps.find((step) => step.section === section);
  }

  isBehind(step: Step): boolean {
    return this.#steps.indexOf(step) < this.#place;
  }

  /** The first step before another that could not be left as it is. */
  firstWrong(before: Step): Step | undefined {
    const { state, today } = this.#store;
    return this.#steps
      .slice(0, this.#steps.indexOf(before))
      .find(({ section }) => section && !isSectionRight(this.#plan, section, state, today));
  }

  moveTo(step: Step): void {
    this.#current = step;
  }

  /**
   * Sections come and go with the answers. In place of a step that is no more, the one that came after it is in view.
   * @returns whether the step in view is another
   */
  arrange(scope: Scope): boolean {
    const { id } = this.#current;
    this.#steps = stepsOf(this.#plan, scope);
    this.#current = this.find(id) ?? this.#nearest();
    return this.#current.id !== id;
  }

  get #place(): number {
    return this.#steps.findIndex(({ id }) => id === this.#current.id);
  }

  #nearest(): Step {
    const { sections } = this.#plan;
    const gone = this.#current.section;
    const place = gone ? sections.indexOf(gone) : -1;
    return this.#steps.find(({ section }) => !section || sections.indexOf(section) > place) ?? this.last;
  }
}
