import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../form/submission.js';
import { outcomeTerms } from '../localization/outcome-terms.js';
import type { Translator } from '../localization/translator.js';
import { displayName } from './files/display-name.js';
import { headingView } from './posting/heading-view.js';

interface ReceiptParts {
  readonly receipt: Receipt;
  readonly translator: Translator;
  readonly headingLevel: number;
  readonly sizeOf: (bytes: number) => string;
  readonly saveCopy: () => void;
}

/** What the applicant sees once the endpoint has confirmed: that it was sent, what was sent, and how to keep it. */
export function receiptView({ receipt, translator, headingLevel, sizeOf, saveCopy }: ReceiptParts): TemplateResult {
  const terms = outcomeTerms(translator);
  const { id, message, href, sentAt, posting, answers, files } = receipt;
  return html`<section part="receipt" class="receipt" tabindex="-1">
    ${headingView(headingLevel, terms.sentTitle, { part: 'receipt-title', className: 'receipt-title' })}
    <p>${message ?? terms.sentFor(posting.title)}</p>
    <p class="hint">${terms.sentAt(sentAt)}</p>
    ${id === undefined ? nothing : html`<p>${terms.reference}: <strong>${id}</strong></p>`}
    ${href === undefined ? nothing : html`<p><a href=${href} rel="noopener">${terms.followUp}</a></p>`}
    <div class="receipt-actions">
      <button type="button" class="button" @click=${() => print()}>${terms.print}</button>
      <button type="button" class="button" @click=${saveCopy}>${terms.saveCopy}</button>
    </div>
    <details open>
      <summary>${terms.whatYouSent}</summary>
      <dl class="answers">
        ${answers.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}
        ${
          files.length === 0
            ? nothing
            : html`<div>
              <dt>${terms.files}</dt>
              ${files.map(({ name, size }) => html`<dd><bdi>${displayName(name)}</bdi> (${sizeOf(size)})</dd>`)}
            </div>`
        }
      </dl>
    </details>
  </section>`;
}
