import type { nothing } from 'lit';
import type { Field } from '../../posting/field-kind.js';
import type { FieldContext } from '../fields/field-view.js';

/** One line of the list. */
export interface ComboboxItem {
  /** Its own among all that can be offered. */
  readonly key: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly isChosen: boolean;
}

export interface Found<Item> {
  /** As many as are drawn. */
  readonly items: readonly Item[];
  /** Of all that fit. */
  readonly total: number;
}

/** What a combobox is about, as it stands. */
export interface ComboboxModel<Item extends ComboboxItem> {
  readonly context: Pick<
    FieldContext<Field, never>,
    'form' | 'field' | 'id' | 'wireName' | 'label' | 'describedBy' | 'isInvalid'
  >;
  readonly autocomplete: string | typeof nothing;
  /** Several may be taken; the list then stays open. */
  readonly isMultiple: boolean;
  /** What stands in the control for the answer as it is. */
  readonly text: string;
  /** That text is an answer of the list, which is therefore not narrowed by it. */
  readonly isSettled: boolean;
  /** Whether this text would be the same answer: then it is left as it was typed. */
  means(text: string): boolean;
  find(query: string): Found<Item>;
  /** Takes a text as it was typed. `isFilledIn`: by the browser or a password manager, which know values, too. */
  type(text: string, isFilledIn: boolean): void;
  take(item: Item): void;
  /** What is said where nothing fits; not where the list is a help and no more. */
  readonly tellsNone: boolean;
}
