import { comboboxTerms } from '../../localization/combobox-terms.js';
import { comboboxView } from './combobox-view.js';
import { ListPlace } from './list-place.js';
import { actOf, type ListState } from './list-keys.js';
import type { TemplateResult } from 'lit';
import type { ComboboxItem, ComboboxModel, Found } from './combobox-model.js';

/** Long enough to have stopped typing. */
const pauseMs = 1000;

/**
 * A control in which one types to find one of the options in a list below it: an editable combobox with list
 * autocomplete (WAI-ARIA 1.2; ARIA Authoring Practices Guide). It holds which part of the list is seen and which option
 * is marked; the answer stands in the store. Nothing is taken that is not chosen by Enter, a click or its whole words.
 */
export class Combobox<Item extends ComboboxItem> {
  readonly #redraw: () => void;
  readonly #place = new ListPlace();
  #model: ComboboxModel<Item> | undefined;
  #state: ListState = { status: 'closed' };
  /** What the list is narrowed to. */
  #query = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** @param redraw draws what `template` gives anew */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  template(model: ComboboxModel<Item>): TemplateResult {
    this.#model = model;
    const { active, items } = this.#seen();
    this.#place.settle(this.#state.status, active);
    return comboboxView({
      model,
      terms: comboboxTerms(model.context.form.translator),
      state: this.#state,
      found: this.#state.status === 'open' ? this.#found(model) : { items, total: 0 },
      place: this.#place,
      onKeydown: this.#onKeydown,
      onInput: this.#onInput,
      onChange: this.#onChange,
      onClick: this.#onClick,
      onToggle: this.#onToggle,
      onTake: (item) => this.#take(item),
      onLeave: this.#onLeave,
    });
  }

  /** The list may be another now, such as after an answer from elsewhere. Opens it for somebody who is typing. */
  refresh(): void {
    if (!this.#place.hasFocus) return;
    this.#show(-1);
    this.#tellLater();
  }

  disconnect(): void {
    clearTimeout(this.#pause);
    this.#place.release();
    this.#state = { status: 'closed' };
  }

  #found({ find }: ComboboxModel<Item>): Found<Item> {
    return find(this.#query);
  }

  #seen(): { readonly items: readonly Item[]; readonly active: number } {
    if (this.#state.status === 'closed' || !this.#model) return { items: [], active: -1 };
    return { items: this.#found(this.#model).items, active: this.#state.active };
  }

  #set(state: ListState): void {
    if (state.status === 'open') this.#place.watch(() => this.#close());
    else {
      clearTimeout(this.#pause);
      this.#place.release();
    }
    this.#state = state;
    this.#redraw();
  }

  /** A list with nothing in it is open only where it says so. */
  #show(active: number): void {
    const isWorth = this.#found(this.#model!).total > 0 || this.#model!.tellsNone;
    this.#set(isWorth ? { status: 'open', active } : { status: 'closed' });
  }

  #open(mark: 'chosen' | 'first' | 'last' | 'none'): void {
    const { text, isSettled } = this.#model!;
    this.#query = isSettled ? '' : text;
    const { items } = this.#found(this.#model!);
    const chosen = mark === 'none' ? -1 : items.findIndex(({ isChosen }) => isChosen);
    const marked = { chosen: -1, none: -1, first: items.length > 0 ? 0 : -1, last: items.length - 1 }[mark];
    this.#show(chosen >= 0 && isSettled ? chosen : marked);
  }

  #close(): void {
    if (this.#state.status === 'open') this.#set({ status: 'closed' });
  }

  #take(item: Item): void {
    const model = this.#model!;
    this.#query = '';
    model.take(item);
    if (!model.isMultiple) return this.#close();
    const again = this.#seen().items.findIndex(({ key }) => key === item.key);
    this.#set({ status: 'open', active: again });
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // While a word is being composed, its keys belong to the input method.
    if (event.isComposing) return;
    const { items, active } = this.#seen();
    const act = actOf(event, this.#state, items.length);
    if (!act) {
      if (active >= 0 && /^(?:Home|End|ArrowLeft|ArrowRight)$/.test(event.key))
        this.#set({ status: 'open', active: -1 });
      return;
    }
    event.preventDefault();
    const taken = items[active] ?? items[0];
    if (act.act === 'mark') this.#set({ status: 'open', active: act.active });
    else if (act.act === 'open') this.#open(event.altKey ? 'chosen' : event.key === 'ArrowDown' ? 'first' : 'last');
    else if (act.act === 'take' && taken) this.#take(taken);
    else if (act.act === 'close') {
      // A dialog around the form stays open.
      event.stopPropagation();
      this.#close();
    }
  };

  readonly #onInput = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const isFilledIn = isFilling(event);
    this.#query = value;
    this.#model!.type(value, isFilledIn);
    if (isFilledIn) return this.#close();
    this.#show(-1);
    this.#tellLater();
  };

  /** Some password managers tell a change without an input. */
  readonly #onChange = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (!this.#model!.means(value)) this.#model!.type(value, true);
  };

  readonly #onClick = (event: Event): void => {
    if (this.#state.status === 'open') return;
    if (this.#model!.isSettled) (event.target as HTMLInputElement).select();
    this.#open('chosen');
  };

  readonly #onToggle = (event: MouseEvent): void => {
    const isTouch = 'pointerType' in event && event.pointerType === 'touch';
    if (this.#state.status === 'open') this.#close();
    else this.#open('chosen');
    // On a touch screen the keyboard would cover the list.
    if (!isTouch) this.#place.focusControl();
  };

  readonly #onLeave = (event: FocusEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.#close();
  };

  #tellLater(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      if (this.#state.status === 'closed') return;
      const { form } = this.#model!.context;
      const terms = comboboxTerms(form.translator);
      const { total } = this.#found(this.#model!);
      if (this.#place.hasFocus) form.announce(total === 0 ? terms.none : terms.found(total));
    }, pauseMs);
  }
}

/** Browsers fill a form in with an event of no kind of typing. */
function isFilling(event: Event): boolean {
  const isTyping = event instanceof InputEvent && event.inputType !== 'insertReplacementText';
  return !isTyping || (event.target as Element).matches(':autofill');
}
