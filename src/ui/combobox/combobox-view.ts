/* eslint lit-a11y/accessible-name: off, lit-a11y/click-events-have-key-events: off --
   the field's frame has the label; the keys of the list are those of the control, which keeps the focus */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ComboboxTerms } from '../../localization/combobox-terms.js';
import { keepTyped } from '../fields/keep-typed.js';
import type { ComboboxItem, ComboboxModel, Found } from './combobox-model.js';
import type { ListState } from './list-keys.js';
import type { ListPlace } from './list-place.js';

interface ComboboxParts<Item extends ComboboxItem> {
  readonly model: ComboboxModel<Item>;
  readonly terms: ComboboxTerms;
  readonly state: ListState;
  readonly found: Found<Item>;
  readonly place: ListPlace;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onInput: (event: Event) => void;
  readonly onChange: (event: Event) => void;
  readonly onClick: (event: Event) => void;
  readonly onToggle: (event: MouseEvent) => void;
  readonly onTake: (item: Item) => void;
  readonly onLeave: (event: FocusEvent) => void;
}

/** The control, its button and the list. The focus stays in the control; the marked option is told by its id. */
export function comboboxView<Item extends ComboboxItem>(parts: ComboboxParts<Item>): TemplateResult {
  const { model, terms, state, place } = parts;
  const { context, text } = model;
  const { form, field, id, wireName, label, describedBy, isInvalid } = context;
  const isOpen = state.status === 'open';
  const listId = `${id}-list`;
  return html`<div
    class="combobox"
    ?data-open=${isOpen}
    ${ref(place.box)}
    @keydown=${parts.onKeydown}
    @focusout=${parts.onLeave}
  >
    <input
      part="control"
      class="control"
      id=${id}
      name=${`f-${wireName}`}
      type="text"
      role="combobox"
      spellcheck="false"
      autocapitalize="off"
      autocomplete=${model.autocomplete}
      aria-autocomplete="list"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${listId}
      aria-activedescendant=${isOpen && state.active >= 0 ? `${listId}-${state.active}` : nothing}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${describedBy}
      ${ref(place.control)}
      .value=${keepTyped(true, text, ({ value }) => model.means(value))}
      @input=${parts.onInput}
      @change=${parts.onChange}
      @click=${parts.onClick}
    />
    <button
      type="button"
      class="combobox-open"
      tabindex="-1"
      aria-label=${terms.open(label)}
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${listId}
      @click=${parts.onToggle}
    ></button>
    <div
      part="listbox"
      class="listbox"
      role="presentation"
      popover=${place.isOnTop ? 'manual' : nothing}
      ?hidden=${!isOpen}
      ${ref(place.list)}
      @mousedown=${keepFocus}
    >
      <ul
        role="listbox"
        id=${listId}
        lang=${form.contentLang ?? nothing}
        aria-label=${label}
        aria-multiselectable=${model.isMultiple ? 'true' : nothing}
      >
        ${parts.found.items.map((item, index) => optionView(item, index, parts))}
      </ul>
      ${isOpen ? noteView(parts) : nothing}
    </div>
  </div>`;
}

function optionView<Item extends ComboboxItem>(item: Item, index: number, parts: ComboboxParts<Item>): TemplateResult {
  const { model, state, onTake } = parts;
  const isMarked = state.status === 'open' && state.active === index;
  return html`<li
    part="option"
    class="listed"
    role="option"
    id=${`${model.context.id}-list-${index}`}
    aria-selected=${item.isChosen ? 'true' : 'false'}
    ?data-marked=${isMarked}
    @click=${() => onTake(item)}
  >
    ${item.label}${item.about ? html`<span class="listed-about">${item.about}</span>` : nothing}
  </li>`;
}

/** What is not in the list: too much to draw, or nothing at all. */
function noteView<Item extends ComboboxItem>({
  model,
  found,
  terms,
}: ComboboxParts<Item>): TemplateResult | typeof nothing {
  const left = found.total - found.items.length;
  const note = left > 0 ? terms.more(left) : found.total === 0 && model.tellsNone ? terms.none : undefined;
  return note === undefined ? nothing : html`<p class="listbox-note">${note}</p>`;
}

/** The focus stays in the control. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
