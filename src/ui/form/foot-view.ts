import { html, nothing, type TemplateResult } from 'lit';
import type { Submission } from '../../form/submission.js';
import { postingTerms } from '../../localization/posting-terms.js';
import type { LocalizedText } from '../../posting/text.js';
import type { FormContext } from '../fields/field-view.js';
import { newTabLink } from '../posting/new-tab-link.js';
import type { Steps } from '../steps/steps.js';
import type { Answering } from './answering.js';
import { submitView } from './submit-view.js';

interface FootParts {
  readonly submission: Submission;
  readonly form: FormContext;
  /** The posting's own words on the button. */
  readonly submitLabel: LocalizedText | undefined;
  /** Already found safe to follow. */
  readonly privacyPolicy: string | undefined;
  /** What leads on and back, where the form stands in steps. */
  readonly steps: ReturnType<Steps['foot']> | undefined;
  /** `undefined` until it is loaded. */
  readonly answering: Answering | undefined;
}

/** What stands below the questions: what came of the last attempt, the button, and where the privacy policy is. */
export function footView({
  submission,
  form,
  submitLabel,
  privacyPolicy,
  steps,
  answering,
}: FootParts): TemplateResult {
  const { terms, text, translator } = form;
  const policy = privacyPolicy && newTabLink(privacyPolicy, postingTerms(translator).privacyPolicy, translator);
  return submitView({
    submission,
    terms,
    label: steps?.onward ?? (text(submitLabel) || terms.submit),
    part: steps?.onward ? 'continue' : 'submit',
    notice: noticeView(submission, form, answering),
    progress: answering?.progressView(submission, translator),
    beside: [steps?.back, policy],
  });
}

/** What came of it so far, where it is not there. */
function noticeView(submission: Submission, { terms }: FormContext, answering: Answering | undefined): unknown {
  if (!('failure' in submission)) return nothing;
  // Without the chunk that explains failures there is one left to explain.
  if (!answering) return html`<p part="status" class="failure" tabindex="-1">${terms.offline}</p>`;
  return submission.status === 'waiting'
    ? answering.waitingView(submission)
    : answering.failureView(submission.failure);
}
