import { formatNumber } from './format.js';
import { quoted, quotedList } from './quoted-label.js';
import { answers } from './quantities.js';
import { str, type Translator } from './translator.js';

/** How many answers may be given to one question. */
export interface ChoiceLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Stands where one answer of a list is to be chosen. */
export function selectPlaceholder({ msg }: Translator): string {
  return msg('Select an option', { id: 'select-placeholder' });
}

/** What is said before anything is chosen; `undefined` without limits. */
export function chooseBetween({ min, max }: ChoiceLimits, translator: Translator): string | undefined {
  const { msg } = translator;
  if (max === undefined) {
    // That one at least is wanted is what "required" says.
    if (min === undefined || min < 2) return undefined;
    return msg(str`Select at least ${answers(min, translator)}.`, { id: 'choose-at-least' });
  }
  const most = answers(max, translator);
  if (!min || (min === 1 && max > 1)) return msg(str`Select up to ${most}.`, { id: 'choose-up-to' });
  if (min === max) return msg(str`Select exactly ${most}.`, { id: 'choose-exactly' });
  return msg(str`Select ${formatNumber(min, translator)} to ${most}.`, { id: 'choose-between' });
}

/** Said when an option rules out others, or they it. */
export function optionsCleared(options: readonly string[], translator: Translator): string {
  return translator.msg(str`Cleared: ${quotedList(options, 'conjunction', translator)}`, { id: 'options-cleared' });
}

/** Label of the text beside an option. */
export function detailsFor(option: string, translator: Translator): string {
  return translator.msg(str`Details for ${quoted(option, translator)}`, { id: 'details-for' });
}
