import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BooleanField } from '../../posting/kinds/boolean.js';
import type { FieldView } from './field-view.js';

/** Two radios with none chosen: a list of two would be opened to be read, and a checkbox cannot tell "no" from blank. */
export const booleanView: FieldView<BooleanField, boolean | undefined> = {
  frame: () => 'radios',
  control: ({ form, id, wireName, answer, answerWith, isInvalid }) => html`<div class="options options--inline">
    ${[true, false].map(
      (value) => html`<div class="option">
        <input
          part="control"
          class="box"
          type="radio"
          id=${value ? id : `${id}-no`}
          name=${`f-${wireName}`}
          value=${String(value)}
          aria-invalid=${isInvalid ? 'true' : nothing}
          .checked=${live(answer === value)}
          @change=${() => answerWith(value)}
        />
        <label class="option-label" for=${value ? id : `${id}-no`}>${value ? form.terms.yes : form.terms.no}</label>
      </div>`,
    )}
  </div>`,
};
