import { html, nothing, type TemplateResult } from 'lit';
import type { Submission } from '../../form/submission.js';
import { formTerms } from '../../localization/form-terms.js';
import { outcomeTerms } from '../../localization/outcome-terms.js';
import type { Translator } from '../../localization/translator.js';

/** How far the sending is, where the browser tells. */
export function progressView(submission: Submission, translator: Translator): TemplateResult | typeof nothing {
  if (submission.status !== 'sending' || !submission.progress) return nothing;
  const { sentBytes, totalBytes } = submission.progress;
  const fraction = totalBytes > 0 ? sentBytes / totalBytes : 0;
  return html`<div part="status" class="progress">
    <progress aria-label=${formTerms(translator).sending} max="1" .value=${fraction}></progress>
    <span>${outcomeTerms(translator).sentSoFar(fraction)}</span>
  </div>`;
}
