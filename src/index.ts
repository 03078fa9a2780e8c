/** The element's class, its events, errors and types. Importing it registers nothing. */
export { JobApplication } from './ui/job-application.js';
export {
  JobApplicationDraftEvent,
  JobApplicationErrorEvent,
  JobApplicationFailedEvent,
  JobApplicationInvalidEvent,
  JobApplicationLoadEvent,
  JobApplicationProgressEvent,
  JobApplicationSentEvent,
  JobApplicationSubmitEvent,
} from './ui/events.js';
export { JobApplicationStepEvent } from './ui/steps/step-event.js';
export {
  ConfigError,
  JobApplicationError,
  LoadError,
  PostingError,
  type LoadErrorReason,
  type PostingProblem,
} from './posting/errors.js';
export type { ElementState } from './ui/controllers/element-controller.js';
export type { SubmitResult } from './ui/controllers/submission-controller.js';
export type { FieldContext, FieldView, FormContext } from './ui/fields/field-view.js';
export type { FieldType } from './ui/fields/field-types.js';
export type { CaptchaName, CaptchaProvider } from './ui/captcha/captcha-provider.js';
export type { Application, Hints } from './form/application.js';
export type { Confirmation, Failure, FailureReason, Fate, Receipt } from './form/submission.js';
export type { Answers } from './posting/answers.js';
export type { ConsentRecord, Field, FieldKind, FileInfo, Part } from './posting/field-kind.js';
export type { Issue, IssueCode, IssueParams } from './posting/issue.js';
export type { Posting } from './posting/posting.js';
export type { LocalizedText, RichText } from './posting/text.js';
