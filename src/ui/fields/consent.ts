import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { consentAnswer, type ConsentAnswer, type ConsentField } from '../../posting/kinds/consent.js';
import type { RichText } from '../../posting/text.js';
import { descriptions, errors, requiredMark } from './field-frame.js';
import type { FieldContext, FieldView } from './field-view.js';
import { joinIds } from './text-input.js';

/** One checkbox, never ticked beforehand, with the text that is agreed to. */
export const consentView: FieldView<ConsentField, ConsentAnswer> = {
  frame: () => 'bare',
  control: (context) => {
    const { form, field, id, wireName, label, answer, answerWith, describedBy, isInvalid } = context;
    const textId = `${id}-text`;
    // Without a label, the text itself names the checkbox.
    const isNamedByText = label === '';
    const mark = html`<span class="required" aria-hidden="true">${requiredMark(field)}</span>`;
    const take = (event: Event): void =>
      answerWith(
        consentAnswer(field, (event.target as HTMLInputElement).checked, {
          at: form.now().toISOString(),
          locale: form.translator.locale,
          fallbackLocale: form.postingLocale,
        }),
      );
    return html`
      ${errors(context)}
      <div class="option">
        <input
          part="control"
          class="box"
          type="checkbox"
          id=${id}
          name=${`f-${wireName}`}
          value="true"
          aria-required=${field.required ? 'true' : nothing}
          aria-invalid=${isInvalid ? 'true' : nothing}
          aria-labelledby=${isNamedByText ? textId : nothing}
          aria-describedby=${joinIds(describedBy, field.text && !isNamedByText ? textId : undefined)}
          .checked=${live(answer.given)}
          @change=${take}
        />
        ${isNamedByText ? nothing : html`<label part="label" class="option-label" for=${id}>${label}${mark}</label>`}
        ${field.text === undefined ? nothing : agreedText(field.text, textId, isNamedByText ? mark : undefined, context)}
        <div class="option-about">${descriptions(context, context.notes)}</div>
      </div>
    `;
  },
};

/** Below the label, or in its place. */
function agreedText(
  text: RichText,
  textId: string,
  /** There where it is the label. */
  mark: TemplateResult | undefined,
  context: FieldContext<ConsentField, ConsentAnswer>,
): TemplateResult {
  const words = context.form.rich(text);
  return mark
    ? html`<div class="agreed">
        <div part="label" class="rich" id=${textId}>${words}</div>
        ${mark}
      </div>`
    : html`<div class="hint rich option-about" id=${textId}>${words}</div>`;
}
