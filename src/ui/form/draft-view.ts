import { html, nothing, type TemplateResult } from 'lit';
import type { Restored } from '../../drafts/restore-answers.js';
import { draftTerms } from '../../localization/draft-terms.js';
import { fieldLabel } from '../../localization/field-label.js';
import type { Translator } from '../../localization/translator.js';
import type { Field } from '../../posting/field-kind.js';
import type { FormContext } from '../fields/field-view.js';
import { displayName } from '../files/display-name.js';
import type { DeviceStatus } from './device-view.js';

export interface RestoredDraft extends Restored {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

interface RestoredParts {
  readonly restored: RestoredDraft;
  readonly form: FormContext;
  /** Of the whole form. */
  readonly fields: readonly Field[];
}

/** That answers are back, what is missing of them, and the way to be rid of them. */
export function restoredView(parts: RestoredParts & { readonly discard: () => void }): TemplateResult {
  const { discard } = draftTerms(parts.form.translator);
  return html`<div part="draft" class="notice">
    ${restoredSentences(parts).map((sentence) => html`<p>${sentence}</p>`)}
    <div class="buttons">
      <button type="button" class="button" @click=${parts.discard}>${discard}</button>
    </div>
  </div>`;
}

/** That it was sent before the page was loaded again. */
export function earlierView(translator: Translator): TemplateResult {
  return html`<div part="draft" class="notice">
    ${earlierSentences(translator).map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}

export function earlierSentences(translator: Translator): readonly string[] {
  const { sentBefore, mayHaveArrived, lookForConfirmation } = draftTerms(translator);
  return [`${sentBefore} ${mayHaveArrived}`, lookForConfirmation];
}

/** Of a draft that ends with its tab, which is as expected: only what is not. */
export function tabView(status: DeviceStatus, translator: Translator, forget: () => void): unknown {
  const sentences = tabSentences(status, translator);
  if (sentences.length === 0) return nothing;
  return html`<div part="draft-status" class="notice">
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    ${
      status.is === 'undeleted'
        ? html`<div class="buttons">
            <button type="button" class="button" @click=${forget}>${draftTerms(translator).delete}</button>
          </div>`
        : nothing
    }
  </div>`;
}

export function tabSentences({ is }: DeviceStatus, translator: Translator): readonly string[] {
  switch (is) {
    case 'refused':
      return [draftTerms(translator).refused];
    case 'undeleted':
      return undeletedSentences(translator);
    default:
      return [];
  }
}

export function undeletedSentences(translator: Translator): readonly string[] {
  const { undeleted, deleteOtherwise } = draftTerms(translator);
  return [undeleted, deleteOtherwise];
}

/** Stands at a question whose files are to be chosen again. */
export function filesNote(names: readonly string[], { translator }: FormContext): string {
  return draftTerms(translator).chooseThese(names.map(displayName));
}

export function restoredSentences({
  restored: { savedAt, files, lost },
  form,
  fields,
}: RestoredParts): readonly string[] {
  const terms = draftTerms(form.translator);
  return [
    terms.restored(savedAt),
    ...(files.size > 0 ? [terms.chooseAgain([...files.keys()].map((name) => fieldLabel(fields, name, form)))] : []),
    ...(lost > 0 ? [terms.lost(lost)] : []),
  ];
}
