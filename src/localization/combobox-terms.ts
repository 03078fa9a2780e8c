import { formatNumber } from './format.js';
import { quoted } from './quoted-label.js';
import { str, type Translator } from './translator.js';

export type ComboboxTerms = ReturnType<typeof comboboxTerms>;

/** Words of a control in which one types to find an answer. */
export function comboboxTerms(translator: Translator) {
  const { msg, plural } = translator;
  return {
    /** Name of the button with the arrow. */
    open: (label: string) => msg(str`Show the answers for ${quoted(label, translator)}`, { id: 'combobox-open' }),
    /** Said after a pause; `count` of answers that fit what was typed. */
    found: (count: number) =>
      plural(count, {
        one: msg('1 answer fits', { id: 'combobox-found-one' }),
        other: msg(str`${formatNumber(count, translator)} answers fit`, { id: 'combobox-found' }),
      }),
    /** Below the list; `count` of answers that are not in it. */
    more: (count: number) => msg(str`${formatNumber(count, translator)} more: keep typing`, { id: 'combobox-more' }),
    none: msg('Nothing here fits what you typed', { id: 'combobox-none' }),
    selected: (option: string) => msg(str`${quoted(option, translator)} selected`, { id: 'combobox-selected' }),
    removed: (option: string) => msg(str`${quoted(option, translator)} removed`, { id: 'combobox-removed' }),
    remove: (option: string) => msg(str`Remove ${option}`, { id: 'combobox-remove' }),
    /** Name of the list of what is chosen. */
    chosen: (label: string) => msg(str`Selected for ${quoted(label, translator)}`, { id: 'combobox-chosen' }),
  };
}
