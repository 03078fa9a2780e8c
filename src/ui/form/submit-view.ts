import { html, nothing, type TemplateResult } from 'lit';
import { isUnderWay, type Submission } from '../../form/submission.js';
import type { FormTerms } from '../../localization/form-terms.js';

interface SubmitParts {
  readonly submission: Submission;
  readonly terms: FormTerms;
  readonly label: string;
  /** Whether it sends, or goes on to another step. */
  readonly part: 'submit' | 'continue';
  /** Why there is no confirmation, where there was an attempt. */
  readonly notice: unknown;
  /** How much has been sent. */
  readonly progress: unknown;
  /** Drawn beside the button, such as the link to the privacy policy. */
  readonly beside: unknown;
}

/** The submit button with what stands around it. */
export function submitView({ submission, terms, label, part, notice, progress, beside }: SubmitParts): TemplateResult {
  const isSending = submission.status === 'sending';
  // Not `disabled`: that drops the focus. A second press is answered with "busy".
  return html`
    ${notice}
    <div class="buttons">
      <button
        type="submit"
        part=${part}
        class="button button--primary"
        aria-disabled=${isUnderWay(submission) ? 'true' : nothing}
      >
        <span aria-hidden=${isSending ? 'true' : nothing}>${label}</span>
        ${part === 'submit' ? html`<span aria-hidden=${isSending ? nothing : 'true'}>${terms.sending}</span>` : nothing}
      </button>
      ${beside}
    </div>
    ${progress}
  `;
}
