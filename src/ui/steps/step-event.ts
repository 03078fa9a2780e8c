/**
 * The applicant wants to go to another step. Cancelable: `preventDefault()` keeps the one in view. Ids are those of
 * sections, or `review`. In a file of its own, since few pages have steps.
 */
export class JobApplicationStepEvent extends Event {
  static readonly type = 'job-application-step';

  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super(JobApplicationStepEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
