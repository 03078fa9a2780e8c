import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { detailsFor } from '../../localization/choice-terms.js';
import type { ChoiceAnswer, ChoiceField, ChoiceOption } from '../../posting/kinds/choice.js';
import { optionLabel } from './choose.js';
import { besideWireName, type FieldContext } from './field-view.js';
import { valueOf } from './text-input.js';

/** The text written beside an option that is chosen. */
export function freeText(
  option: ChoiceOption,
  context: FieldContext<ChoiceField, ChoiceAnswer>,
): TemplateResult | typeof nothing {
  const { field, form, id } = context;
  const { freeText: name } = option;
  if (name === undefined) return nothing;
  const textId = `${id}-text-${field.options.indexOf(option)}`;
  return html`<div class="free-text">
    <label class="label label--part" for=${textId}>${detailsFor(optionLabel(option, context), form.translator)}</label>
    <input
      part="control"
      class="control"
      type="text"
      id=${textId}
      name=${`f-${besideWireName(name, context)}`}
      autocomplete="off"
      .value=${live(context.beside(name))}
      @input=${(event: Event) => context.answerBeside(name, valueOf(event))}
      @change=${(event: Event) => context.answerBeside(name, valueOf(event))}
    />
  </div>`;
}
