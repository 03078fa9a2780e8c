import type { FormChange, FormState } from '../../form/form-store.js';
import type { Issue } from '../../posting/issue.js';
import type { Section } from '../../posting/posting.js';

/** The parts of a drawn form that a layout decides about. */
export interface FormParts {
  readonly form: HTMLFormElement;
  /** What the mark of required questions means. */
  readonly legend: HTMLElement;
  /** In the form's order; one with nothing to show has the attribute `hidden`. */
  readonly sections: ReadonlyMap<Section, HTMLElement>;
  readonly view: {
    /** Draws the summary and what stands below the sections again. */
    drawAround(): void;
    /** @returns whether there is a summary to lead to */
    focusSummary(): boolean;
  };
}

/** Decides which part of a form is in view. It outlives the form's drawings: a change of language makes a new one. */
export interface FormLayout {
  /** What stands in a section's heading before its title. */
  captionOf(section: Section): Element;
  /** Takes up a form that has just been drawn. */
  arrange(parts: FormParts): void;
  /** Called with every change, once the fields are drawn. */
  update(state: FormState, change: FormChange): void;
  /** Of all that is wrong, what the summary tells now. */
  issuesInView(issues: readonly Issue[]): readonly Issue[];
}
