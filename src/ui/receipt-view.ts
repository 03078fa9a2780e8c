import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../form/submission.js';
import { outcomeTerms } from '../localization/outcome-terms.js';
import type { Translator } from '../localization/translator.js';
import { displayName } from './files/display-name.js';
import { headingView } from './posting/heading-view.js';
import type { SentFiles } from './sent-files.js';

interface ReceiptParts {
  readonly receipt: Receipt;
  readonly translator: Translator;
  readonly headingLevel: number;
  readonly sizeOf: (bytes: number) => string;
  /** What went with the answer to the question of that name. */
  readonly filesOf: (wireName: string) => SentFiles;
  /** The applicant went on writing while it was on its way. */
  readonly isChangedSince: boolean;
  readonly saveCopy: () => void;
}

/** What the applicant sees once the endpoint has confirmed: that it was sent, what was sent, and how to keep it. */
export function receiptView(parts: ReceiptParts): TemplateResult {
  const { receipt, translator, headingLevel, isChangedSince, saveCopy } = parts;
  const terms = outcomeTerms(translator);
  const { id, message, href, sentAt, posting, answers } = receipt;
  return html`<section part="receipt" class="receipt" tabindex="-1">
    ${headingView(headingLevel, terms.sentTitle, { part: 'receipt-title', className: 'receipt-title' })}
    <p>${message ?? terms.sentFor(posting.title)}</p>
    ${isChangedSince ? html`<p>${terms.changedSince}</p>` : nothing}
    <p class="hint">${terms.sentAt(sentAt)}</p>
    ${id === undefined ? nothing : html`<p>${terms.reference}: <strong>${id}</strong></p>`}
    ${href === undefined ? nothing : html`<p><a class="action" href=${href} rel="noopener">${terms.followUp}</a></p>`}
    <div class="buttons">
      <button type="button" class="button" @click=${() => print()}>${terms.print}</button>
      <button type="button" class="button" @click=${saveCopy}>${terms.saveCopy}</button>
    </div>
    <details open>
      <summary>${terms.whatYouSent}</summary>
      <dl class="answers">
        ${answers.map((answer) => answerView(answer, parts))}
      </dl>
    </details>
  </section>`;
}

/** A file stands at the question that it answers. */
function answerView({ name, label, text }: Receipt['answers'][number], parts: ReceiptParts): TemplateResult {
  const { receipt, sizeOf, filesOf } = parts;
  const { files, alone } = filesOf(name);
  // One of a question that is sensitive is none of the receipt's.
  const told = files.filter((file) => receipt.files.some((each) => each.name === file.name && each.size === file.size));
  return html`<div>
    <dt>${label}</dt>
    ${alone ? nothing : html`<dd>${text}</dd>`}
    ${told.map((file) => html`<dd><bdi>${displayName(file.name)}</bdi> (${sizeOf(file.size)})</dd>`)}
  </div>`;
}
