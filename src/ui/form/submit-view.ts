import { html, nothing, type TemplateResult } from 'lit';
import { isUnderWay, type Progress, type Submission } from '../../form/submission.js';
import type { FormTerms } from '../../localization/form-terms.js';

interface SubmitParts {
  readonly submission: Submission;
  readonly terms: FormTerms;
  readonly label: string;
  /** Why there is no confirmation, where there was an attempt. */
  readonly notice: unknown;
  /** Drawn beside the button, such as the link to the privacy policy. */
  readonly beside: unknown;
}

/** The submit button and how far the sending is. */
export function submitView({ submission, terms, label, notice, beside }: SubmitParts): TemplateResult {
  const isSending = submission.status === 'sending';
  // Not `disabled`: that drops the focus. A second press is answered with "busy".
  return html`
    ${notice}
    <div class="submit-row">
      <button
        type="submit"
        part="submit"
        class="button button--primary"
        aria-disabled=${isUnderWay(submission) ? 'true' : nothing}
      >
        <span class=${isSending ? 'resting' : nothing}>${label}</span>
        ${isSending ? html`<span class="busy">${terms.sending}</span>` : nothing}
      </button>
      ${beside}
    </div>
    ${isSending && submission.progress ? progressView(submission.progress, terms) : nothing}
  `;
}

function progressView({ sentBytes, totalBytes }: Progress, terms: FormTerms): TemplateResult {
  const fraction = totalBytes > 0 ? sentBytes / totalBytes : 0;
  return html`<div part="status" class="progress">
    <progress aria-label=${terms.sending} max="1" .value=${fraction}></progress>
    <span>${terms.sentSoFar(fraction)}</span>
  </div>`;
}
