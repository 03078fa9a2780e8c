import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chosenValues, optionsFor, type ChoiceAnswer, type ChoiceField } from '../../posting/kinds/choice.js';
import { autocompleteOf } from './autocomplete.js';
import { choose, optionLabel } from './choose.js';
import type { FieldContext, FieldView } from './field-view.js';
import { freeText } from './free-text.js';

type Context = FieldContext<ChoiceField, ChoiceAnswer>;

/** Beyond these, a list to open is quicker than one to read (GOV.UK, radios). */
const mostRadios = 7;

/** Options as radios, checkboxes or a native list. */
export const choiceView: FieldView<ChoiceField, ChoiceAnswer> = {
  frame: (context) => (isList(context) ? 'label' : context.field.multiple ? 'group' : 'radios'),
  hint: ({ field, form }) => (field.multiple ? form.terms.chooseBetween(field) : undefined),
  control: (context) => (isList(context) ? list(context) : boxes(context)),
};

function isList({ field }: Context): boolean {
  if (field.multiple || field.display === 'radios' || field.display === 'checkboxes') return false;
  return field.display === 'select' || field.display === 'combobox' || field.options.length > mostRadios;
}

function list(context: Context): TemplateResult {
  const { field, form, id, wireName, answer, lookup, describedBy, isInvalid, answerWith } = context;
  const options = optionsFor(field, lookup);
  // By its place, since an option's own value may be empty like the placeholder's.
  const take = (event: Event): void =>
    answerWith(options[(event.target as HTMLSelectElement).selectedIndex - 1]?.value);
  return html`<select
      part="control"
      class="control"
      id=${id}
      name=${`f-${wireName}`}
      autocomplete=${autocompleteOf(field, wireName)}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${describedBy}
      @input=${take}
      @change=${take}
    >
      <option value="" .selected=${live(answer === undefined)}>${form.terms.selectPlaceholder}</option>
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === answer)}>${optionLabel(option, context)}</option>`,
      )}
    </select>
    ${options.filter(({ value }) => value === answer).map((option) => freeText(option, context))}`;
}

function boxes(context: Context): TemplateResult {
  const { field, id, wireName, answer, lookup, isInvalid } = context;
  const chosen = chosenValues(answer);
  return html`<div class="options" lang=${context.form.contentLang ?? nothing}>
    ${optionsFor(field, lookup).map((option, index) => {
      const optionId = index === 0 ? id : `${id}-${index}`;
      const isChosen = chosen.includes(option.value);
      const descriptionId = option.description === undefined ? undefined : `${optionId}-about`;
      return html`<div class="option">
        <input
          part="control"
          class="box"
          type=${field.multiple ? 'checkbox' : 'radio'}
          id=${optionId}
          name=${`f-${wireName}`}
          value=${option.value}
          aria-invalid=${isInvalid ? 'true' : nothing}
          aria-describedby=${descriptionId ?? nothing}
          .checked=${live(isChosen)}
          @change=${(event: Event) => choose(option, (event.target as HTMLInputElement).checked, context)}
        />
        <label class="option-label" for=${optionId}>${optionLabel(option, context)}</label>
        ${
          descriptionId === undefined
            ? nothing
            : html`<p class="hint option-about" id=${descriptionId}>${context.form.text(option.description)}</p>`
        }
        ${isChosen ? freeText(option, context) : nothing}
      </div>`;
    })}
  </div>`;
}
