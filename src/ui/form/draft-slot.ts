import type { FormStore } from '../../form/form-store.js';
import type { DraftController, FoundDraft } from '../controllers/draft-controller.js';
import type { FormContext } from '../fields/field-view.js';
import type { JobApplication } from '../job-application.js';
import { loadDraftCode } from './find-draft.js';
import type { FormView } from './form-view.js';

export interface DraftParts {
  readonly store: FormStore;
  /** The element, on which events are dispatched. */
  readonly target: JobApplication;
  /** Under which the draft is stored. */
  readonly key: string;
  /** What the form began with. */
  readonly found: FoundDraft | undefined;
  /** The answers come from a form that is drawn already, or none are wanted: there is nothing to restore. */
  readonly isCarriedOver: boolean;
  /** The form as it is drawn now: its language changes. */
  form(): FormContext;
  view(): FormView;
}

/** The place of what keeps one form's draft: empty until the applicant comes to the form, unless it began with one. */
export class DraftSlot {
  controller: DraftController | undefined;
  readonly parts: DraftParts;

  constructor(parts: DraftParts) {
    const { found } = parts;
    this.parts = parts;
    this.controller = found && new found.DraftController(parts);
  }

  /** The applicant has come to the form, or the page asks for it. */
  async begin(isCarriedOver = this.parts.isCarriedOver): Promise<DraftController | undefined> {
    const { parts } = this;
    const code = this.controller || parts.target.draft === 'off' ? undefined : await loadDraftCode();
    this.controller ??= code && new code.DraftController({ ...parts, isCarriedOver });
    return this.controller;
  }
}
