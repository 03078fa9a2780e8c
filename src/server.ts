/** For Node, without a DOM: the same reading and judging as in the browser. */
export { parsePosting, type ParseOptions } from './posting/parse-posting.js';
export { reservedNames } from './posting/reserved-names.js';
export { JobApplicationError, PostingError, type PostingProblem } from './posting/errors.js';
export { closingOf, type Closing } from './posting/closing.js';
export { validateApplication, type ValidateOptions } from './form/validate.js';
export { describeIssues, type DescribedIssue, type DescribeIssuesOptions } from './describe-issues.js';
export { planPosting } from './form/plan-posting.js';
export type { FormPlan } from './form/form-plan.js';
export type { Application } from './form/application.js';
export { adaptPosting, type AdaptedPosting, type AdaptPostingOptions } from './adapt-posting.js';
export { AdapterError } from './adapters/adapter-error.js';
export { formatNames, loadAdapter } from './adapters/load-adapter.js';
export { recognise } from './adapters/recognise.js';
export type { Adapted, Adapter, AdapterOptions, FormatName } from './adapters/adapter.js';
export type { AdapterWords } from './adapters/words.js';
export { toJobPosting } from './to-job-posting.js';
export type { JobPostingOptions } from './posting/job-posting-ld.js';
export { readApplication, type ReceivedApplication, type ReceivedParts } from './form/read-application.js';
export type {
  Enctype,
  Payload,
  ReadSystemReply,
  SystemReply,
  ToPayload,
  Unresolved,
  WireFormat,
} from './form/payload.js';
export type { Answers } from './posting/answers.js';
export type { ConsentRecord, Field, FieldKind, FileInfo } from './posting/field-kind.js';
export type { Issue, IssueCode, IssueParams } from './posting/issue.js';
export type { Posting } from './posting/posting.js';
