import type { FormStore } from '../../form/form-store.js';
import type { Issue } from '../../posting/issue.js';
import type { FormContext } from '../fields/field-view.js';
import type { JobApplication } from '../job-application.js';

/** What steps need of the form that they are of. */
export interface StepsHost {
  readonly store: FormStore;
  /** The element: events are dispatched on it. */
  readonly target: JobApplication;
  /** The form as it is drawn now: its language changes. */
  form(): FormContext;
  /** Judges all and sends; set off by the applicant. */
  submit(): unknown;
  /** Shows what is wrong with the step, and tells the page. */
  tellInvalid(issues: readonly Issue[]): void;
}
