import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lengthLeft, wordAim, wordGuide } from '../../localization/length-terms.js';
import { countGraphemes, countWords } from '../../posting/measure.js';
import type { TextareaField } from '../../posting/kinds/textarea.js';
import { autocompleteOf } from './autocomplete.js';
import type { FieldContext, FieldView } from './field-view.js';
import { takeLate, valueOf } from './text-input.js';

/** Several lines of text. It grows with them where the browser knows `field-sizing`. */
export const textareaView: FieldView<TextareaField, string> = {
  frame: () => 'label',
  hint: ({ field: { minWords: min, maxWords: max }, form }) => wordAim({ min, max }, form.translator) || undefined,
  control: (context) => html`<textarea
    part="control"
    class="control control--long"
    id=${context.id}
    name=${`f-${context.wireName}`}
    rows="4"
    autocomplete=${autocompleteOf(context.field, context.wireName)}
    aria-required=${context.field.required ? 'true' : nothing}
    aria-invalid=${context.isInvalid ? 'true' : nothing}
    aria-describedby=${context.describedBy}
    .value=${live(context.answer)}
    @input=${(event: Event) => context.answerWith(valueOf(event))}
    @change=${(event: Event) => takeLate(event, context)}
  ></textarea>
    ${lengthSoFar(context)}`,
};

/** For the eye; a limit that is passed is told as an issue. */
function lengthSoFar({ field, form, answer }: FieldContext<TextareaField, string>): TemplateResult | typeof nothing {
  const { minWords, maxWords, maxLength, limit } = field;
  const isGuide = limit !== 'hard';
  const words =
    minWords === undefined && maxWords === undefined
      ? undefined
      : isGuide
        ? wordGuide(countWords(answer), {}, form.translator)
        : lengthLeft(countWords(answer), { min: minWords, max: maxWords }, 'words', form.translator);
  const characters =
    maxLength === undefined
      ? undefined
      : lengthLeft(countGraphemes(answer.trim()), { max: maxLength }, 'characters', form.translator);
  const told = [words, characters].filter(Boolean).join(' ');
  return told === '' ? nothing : html`<p class="count" aria-hidden="true">${told}</p>`;
}
