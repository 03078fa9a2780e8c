import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { lengthAim } from '../../localization/length-terms.js';
import type { TextareaField } from '../../posting/kinds/textarea.js';
import { autocompleteOf } from './autocomplete.js';
import type { FieldContext, FieldView } from './field-view.js';
import { lengthStatus } from './length-status.js';
import { joinIds, takeLate, valueOf } from './text-input.js';
import { limitsOf } from './text-length.js';

type Context = FieldContext<TextareaField, string>;

/** UTF-16 units; a mirror of more would cost more than scrolling. */
const mostMirrored = 20_000;

/**
 * Several lines of text, growing with them. Never cut off by a `maxlength`: who pastes too much is told how much, and
 * shortens it where it stands.
 */
export const textareaView: FieldView<TextareaField, string> = {
  frame: () => 'label',
  // A length to aim at is there to be read; one to keep to is told by the counter, and described for those who hear it.
  hint: (context) => aims(context, true) || undefined,
  control: (context) => {
    const limits = limitsOf(context.field);
    const described = aims(context, false);
    const limitId = described === '' ? undefined : `${context.id}-limit`;
    const { field, wireName, id, answer, describedBy, isInvalid } = context;
    const mirror = !growsByItself() && answer.length <= mostMirrored ? `${answer} ` : nothing;
    return html`<div class="grow" data-text=${mirror}>
        <textarea
          part="control"
          class="control control--long"
          id=${id}
          name=${`f-${wireName}`}
          rows="4"
          autocomplete=${autocompleteOf(field, wireName)}
          aria-required=${field.required ? 'true' : nothing}
          aria-invalid=${isInvalid ? 'true' : nothing}
          aria-describedby=${joinIds(describedBy, limitId)}
          .value=${live(answer)}
          @input=${(event: Event) => context.answerWith(valueOf(event))}
          @change=${(event: Event) => takeLate(event, context)}
        ></textarea>
      </div>
      ${limitId === undefined ? nothing : html`<p class="visually-hidden" id=${limitId}>${described}</p>`}
      ${limits.length === 0 ? nothing : lengthStatus(context, limits)}`;
  },
};

/** Where the browser does not know it, the text stands once more in a layer that is not seen, and holds the space. */
function growsByItself(): boolean {
  return CSS.supports('field-sizing', 'content');
}

function aims({ field, form }: Context, isGuide: boolean): string {
  return limitsOf(field)
    .filter((limits) => limits.isGuide === isGuide)
    .map((limits) => lengthAim(limits, form.translator))
    .filter(Boolean)
    .join(' ');
}
