import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chooseBetween, selectPlaceholder } from '../../localization/choice-terms.js';
import { chosenValues, optionsFor, type ChoiceAnswer, type ChoiceField } from '../../posting/kinds/choice.js';
import { autocompleteOf } from './autocomplete.js';
import { choose, optionLabel } from './choose.js';
import type { FieldContext, FieldView } from './field-view.js';
import { freeText } from './free-text.js';
import { lazyView, type Draw } from './lazy-view.js';

type Context = FieldContext<ChoiceField, ChoiceAnswer>;

/** Beyond these, a list to open is quicker than one to read (GOV.UK, radios). */
const mostRadios = 7;
/** More than a screen of a phone: beyond these, typing finds sooner than scrolling. */
const mostListed = 15;
/** Boxes beyond these are never drawn, whatever the posting says: nobody reads them, and they hold up the page. */
const mostDrawn = 200;
/** A native list is filled at once. */
const mostInList = 5_000;

/** Options as radios, checkboxes, a native list, or a control in which one types to find them. */
export const choiceView: FieldView<ChoiceField, ChoiceAnswer> = {
  frame: ({ field }) => (displayOf(field) === 'boxes' ? (field.multiple ? 'group' : 'radios') : 'label'),
  hint: ({ field, form }) => (field.multiple ? chooseBetween(field, form.translator) : undefined),
  control(context) {
    const { field } = context;
    const display = displayOf(field);
    if (display !== 'combobox') return display === 'select' ? list(context) : boxes(context);
    return html`${lazyView(context, {
      load: loadCombobox,
      fallback: field.multiple ? foldedBoxes : list,
      meanwhile: field.options.length > mostDrawn ? resting : undefined,
    })}`;
  },
};

function displayOf({ display = 'auto', multiple, options }: ChoiceField): 'boxes' | 'select' | 'combobox' {
  if (display === 'combobox') return display;
  if (display === 'select' && !multiple && options.length <= mostInList) return display;
  if (display !== 'auto' && options.length <= mostDrawn) return 'boxes';
  if (options.length > mostListed) return 'combobox';
  return multiple || options.length <= mostRadios ? 'boxes' : 'select';
}

async function loadCombobox(): Promise<Draw<Context>> {
  const { choiceCombobox } = await import('../combobox/choice-combobox.js');
  return choiceCombobox;
}

/** Where the control will be. */
function resting({ id }: Context): TemplateResult {
  return html`<input class="control" id=${id} disabled />`;
}

/** As high as a control until it is opened. */
function foldedBoxes(context: Context): TemplateResult {
  const { id, form, label, answer, describedBy, isInvalid } = context;
  const chosen = chosenValues(answer).length > 0;
  return html`<div id=${id} role="group" aria-label=${label} aria-describedby=${describedBy}>
    <details ?open=${chosen || isInvalid}>
      <summary class="control">${selectPlaceholder(form.translator)}</summary>
      ${boxes({ ...context, id: `${id}-box` })}
    </details>
  </div>`;
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
      <option value="" .selected=${live(answer === undefined)}>${selectPlaceholder(form.translator)}</option>
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
