/**
 * What is needed once an application has begun: the sentences of issues, sending, and what came of it. One chunk, loaded
 * as soon as the form stands, so that it is there before it is needed and does not delay the form.
 */
export { describeIssue } from '../../localization/describe-issue.js';
export { toReceipt } from '../../form/receipt.js';
export { SubmissionController } from '../controllers/submission-controller.js';
export { JobApplicationInvalidEvent } from '../events.js';
export { receiptView } from '../receipt-view.js';
export { saveAnswers, saveReceipt } from '../save-copy.js';
export { errorSummary } from './error-summary.js';
export { failureView } from './failure-view.js';
