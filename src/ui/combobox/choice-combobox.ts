import { html, noChange, nothing, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { comboboxTerms } from '../../localization/combobox-terms.js';
import {
  chosenValues,
  optionsFor,
  typedText,
  withTyped,
  type ChoiceAnswer,
  type ChoiceField,
  type ChoiceOption,
} from '../../posting/kinds/choice.js';
import { autocompleteOf } from '../fields/autocomplete.js';
import { choose, optionLabel } from '../fields/choose.js';
import type { FieldContext } from '../fields/field-view.js';
import { freeText } from '../fields/free-text.js';
import { joinIds } from '../fields/text-input.js';
import { chips } from './chips.js';
import { Combobox } from './combobox.js';
import type { ComboboxItem, ComboboxModel, Found } from './combobox-model.js';
import { optionOfText } from './option-of-text.js';
import { OptionSearch } from './option-search.js';

type Context = FieldContext<ChoiceField, ChoiceAnswer>;

interface OptionItem extends ComboboxItem {
  readonly option: ChoiceOption;
}

/** More are not drawn: nobody reads them, and every key would be felt. All countries of the world are fewer. */
const mostDrawn = 300;

/** One or several options out of many, found by typing. */
class ChoiceCombobox extends AsyncDirective {
  readonly #combobox = new Combobox<OptionItem>(() => {
    if (this.isConnected && this.#context) this.setValue(this.#template(this.#context));
  });
  #context: Context | undefined;
  #offered: readonly ChoiceOption[] = [];
  #search = new OptionSearch([]);
  #locale: string | undefined;

  render(_context: Context): unknown {
    return noChange;
  }

  override update(_part: ChildPart, [context]: [Context]): unknown {
    this.#context = context;
    const { field, form, lookup } = context;
    const offered = optionsFor(field, lookup);
    const isSame =
      form.translator.locale === this.#locale &&
      offered.length === this.#offered.length &&
      offered.every((option, index) => option === this.#offered[index]);
    if (!isSame) {
      this.#locale = form.translator.locale;
      this.#offered = offered;
      this.#search = new OptionSearch(offered.map((option) => optionLabel(option, context)));
    }
    return this.#template(context);
  }

  protected override disconnected(): void {
    this.#combobox.disconnect();
  }

  #template(context: Context): TemplateResult {
    const { field, form, id, answer } = context;
    const chosen = this.#chosen(answer);
    const about = field.multiple ? undefined : chosen[0]?.description;
    const aboutId = `${id}-about`;
    return html`${field.multiple ? chips(chosen, context, (option) => this.#remove(option, context)) : nothing}
    ${this.#combobox.template(this.#model(context, about === undefined ? undefined : aboutId))}
    ${about === undefined ? nothing : html`<p class="hint combobox-about" id=${aboutId}>${form.text(about)}</p>`}
    ${chosen.map((option) => freeText(option, context))}`;
  }

  #model(context: Context, aboutId: string | undefined): ComboboxModel<OptionItem> {
    const { field, wireName, answer, describedBy } = context;
    const [chosen] = this.#chosen(answer);
    const text = typedText(answer) || (field.multiple || !chosen ? '' : optionLabel(chosen, context));
    const token = autocompleteOf(field, wireName);
    return {
      context: { ...context, describedBy: joinIds(describedBy, aboutId) },
      autocomplete: token === nothing ? 'off' : token,
      isMultiple: field.multiple ?? false,
      text,
      isSettled: !field.multiple && chosen !== undefined && typedText(answer) === '',
      tellsNone: true,
      means: (typed) =>
        typed === text ||
        (!field.multiple && this.#optionOf(typed, false, context)?.value === chosen?.value && chosen !== undefined),
      find: (query) => this.#find(query, context),
      type: (typed, isFilledIn) => this.#type(typed, isFilledIn, context),
      take: ({ option }) => this.#take(option, context),
    };
  }

  #chosen(answer: ChoiceAnswer): readonly ChoiceOption[] {
    return chosenValues(answer).flatMap((value) => this.#offered.find((option) => option.value === value) ?? []);
  }

  #find(query: string, context: Context): Found<OptionItem> {
    const places = this.#search.find(query);
    const chosen = new Set(chosenValues(context.latest()));
    const items = places.slice(0, mostDrawn).map((place): OptionItem => {
      const option = this.#offered[place]!;
      return {
        option,
        key: option.value,
        label: optionLabel(option, context),
        about: context.form.text(option.description),
        isChosen: chosen.has(option.value),
      };
    });
    return { items, total: places.length };
  }

  #type(typed: string, isFilledIn: boolean, context: Context): void {
    const { field, latest, answerWith } = context;
    if (field.multiple) return answerWith(withTyped(chosenValues(latest()), typed, field));
    const option = this.#optionOf(typed, isFilledIn, context);
    answerWith(option ? option.value : withTyped([], typed, field));
  }

  #optionOf(typed: string, isFilledIn: boolean, context: Context): ChoiceOption | undefined {
    return optionOfText(typed, {
      options: this.#offered,
      search: this.#search,
      isFilledIn,
      labelOf: (option) => optionLabel(option, context),
    });
  }

  #take(option: ChoiceOption, context: Context): void {
    const { field, form } = context;
    // What was typed has been used up by it.
    const answer = chosenValues(context.latest());
    const isChosen = field.multiple !== true || !answer.includes(option.value);
    const terms = comboboxTerms(form.translator);
    const label = optionLabel(option, context);
    form.announce(isChosen ? terms.selected(label) : terms.removed(label));
    choose(option, isChosen, { ...context, answer: field.multiple ? answer : undefined });
  }

  /** The focus goes to what now stands in its place, or to the control where nothing does. */
  #remove(option: ChoiceOption, context: Context): void {
    const { field, form, id, answer, answerWith, focus } = context;
    const values = chosenValues(answer);
    const place = values.indexOf(option.value);
    const left = values.filter((value) => value !== option.value);
    answerWith(withTyped(left, typedText(answer), field));
    form.announce(comboboxTerms(form.translator).removed(optionLabel(option, context)));
    focus(left.length === 0 ? id : `${id}-chosen-${Math.min(place, left.length - 1)}`);
  }
}

const draw = directive(ChoiceCombobox);

export function choiceCombobox(context: Context): unknown {
  return draw(context);
}
