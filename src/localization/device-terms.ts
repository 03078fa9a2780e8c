import { formatDate, formatNumber } from './format.js';
import type { Quantity } from './quantities.js';
import { str, type Translator } from './translator.js';

/** Words about what a device keeps of an application that is not sent yet. */
export function deviceTerms(translator: Translator) {
  const { msg } = translator;
  return {
    /** `count` of days. */
    ready: (count: number) =>
      msg(str`Your answers are saved on this device as you type, for ${days(count, translator)}.`, {
        id: 'device-ready',
      }),
    /** `savedAt` in milliseconds since 1970. */
    saved: (savedAt: number, count: number) =>
      msg(
        str`Saved on this device until ${formatDate(new Date(savedAt + count * 86_400_000).toISOString(), translator)}`,
        { id: 'device-saved' },
      ),
    deleted: msg('Deleted from this device. Nothing more is saved here while this page is open.', {
      id: 'device-deleted',
    }),
    refused: msg('Your answers cannot be saved on this device. They are lost when this page is closed.', {
      id: 'device-refused',
    }),
    withoutFiles: msg('Files could not be saved on this device. If you come back later, choose them again.', {
      id: 'device-without-files',
    }),
    overOther: msg(
      'This form is open in another tab, too. What was saved from there has been replaced by the answers here.',
      { id: 'device-over-other' },
    ),
  };
}

const days: Quantity = (count, translator) =>
  translator.plural(count, {
    one: translator.msg('1 day', { id: 'day-count' }),
    other: translator.msg(str`${formatNumber(count, translator)} days`, { id: 'days' }),
  });
