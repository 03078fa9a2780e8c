import { noChange, nothing, type ChildPart } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { comboboxTerms } from '../../localization/combobox-terms.js';
import type { LocationAnswer, LocationField } from '../../posting/kinds/location.js';
import { fetchSuggestions, suggestUrl, type Suggestion } from '../../transport/suggest.js';
import { autocompleteOf } from '../fields/autocomplete.js';
import type { FieldContext } from '../fields/field-view.js';
import { Combobox } from './combobox.js';
import type { ComboboxItem, ComboboxModel } from './combobox-model.js';

type Context = FieldContext<LocationField, LocationAnswer>;

interface PlaceItem extends ComboboxItem {
  readonly place: Suggestion;
}

/** Fewer letters fit too many places. */
const leastLetters = 2;
/** Long enough that not every key is a request. */
const pauseMs = 300;

/** A place as a text, with suggestions; its coordinates are those of a suggestion that was taken, and of no other text. */
class LocationCombobox extends AsyncDirective {
  readonly #combobox = new Combobox<PlaceItem>(() => {
    if (this.isConnected && this.#context) this.setValue(this.#combobox.template(this.#model(this.#context)));
  });
  #context: Context | undefined;
  #items: readonly PlaceItem[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  render(_context: Context): unknown {
    return noChange;
  }

  override update(_part: ChildPart, [context]: [Context]): unknown {
    this.#context = context;
    return this.#combobox.template(this.#model(context));
  }

  protected override disconnected(): void {
    this.#giveUp();
    this.#combobox.disconnect();
  }

  #model(context: Context): ComboboxModel<PlaceItem> {
    const { field, form, wireName, answer, answerWith } = context;
    const token = autocompleteOf(field, wireName);
    return {
      context,
      autocomplete: token === nothing ? 'off' : token,
      isMultiple: false,
      text: answer.text,
      isSettled: false,
      tellsNone: false,
      means: (text) => text === answer.text,
      find: () => ({ items: this.#items, total: this.#items.length }),
      type: (text, isFilledIn) => {
        this.#giveUp();
        answerWith({ text });
        if (!isFilledIn && text.trim().length >= leastLetters) {
          this.#pause = setTimeout(() => void this.#ask(text.trim()), pauseMs);
        }
      },
      take: ({ place }) => {
        this.#giveUp();
        answerWith(place);
        form.announce(comboboxTerms(form.translator).selected(place.text));
      },
    };
  }

  /** What is outdated is neither waited for nor shown. */
  #giveUp(): void {
    clearTimeout(this.#pause);
    this.#request?.abort();
    this.#request = undefined;
    this.#items = [];
  }

  async #ask(text: string): Promise<void> {
    const { field, form, latest, answerWith } = this.#context!;
    const url = form.trustedUrl(suggestUrl(field.suggest ?? '', text));
    if (!url) return;
    const request = new AbortController();
    this.#request = request;
    const places = await fetchSuggestions(url, request.signal);
    if (request.signal.aborted) return;
    this.#items = places.map((place, index) => ({
      place,
      key: String(index),
      label: place.text,
      isChosen: false,
    }));
    if (field.coordinates && places.length > 0) answerWith({ text: latest().text, offered: true });
    this.#combobox.refresh();
  }
}

const draw = directive(LocationCombobox);

export function locationCombobox(context: Context): unknown {
  return draw(context);
}
