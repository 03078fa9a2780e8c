import { html, nothing } from 'lit';
import type { SummaryParts } from './error-summary.js';

/** In place of all that is wrong, where the code that says it did not arrive. */
export const offlineSummary = ({ role, form }: SummaryParts): unknown =>
  role === undefined
    ? nothing
    : html`<p part="error-summary" class="error-summary" role=${role}>${form.terms.offline}</p>`;
