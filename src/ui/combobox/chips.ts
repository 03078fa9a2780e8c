import { html, nothing, type TemplateResult } from 'lit';
import { comboboxTerms } from '../../localization/combobox-terms.js';
import type { ChoiceAnswer, ChoiceField, ChoiceOption } from '../../posting/kinds/choice.js';
import { optionLabel } from '../fields/choose.js';
import type { FieldContext } from '../fields/field-view.js';

type Context = FieldContext<ChoiceField, ChoiceAnswer>;

/** What is chosen, each a button that takes it away again. */
export function chips(
  chosen: readonly ChoiceOption[],
  context: Context,
  onRemove: (option: ChoiceOption) => void,
): TemplateResult | typeof nothing {
  if (chosen.length === 0) return nothing;
  const { form, id, label } = context;
  const terms = comboboxTerms(form.translator);
  return html`<ul class="chips" aria-label=${terms.chosen(label)}>
    ${chosen.map(
      (option, index) =>
        html`<li>
          <button
            part="chosen"
            type="button"
            class="chip"
            id=${`${id}-chosen-${index}`}
            aria-label=${terms.remove(optionLabel(option, context))}
            @click=${() => onRemove(option)}
          >
            ${optionLabel(option, context)}
          </button>
        </li>`,
    )}
  </ul>`;
}
