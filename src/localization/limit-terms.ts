import { formatDate, formatMoney, formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

/** Between what a number is to lie. */
export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** ISO 4217. */
  readonly currency?: string | undefined;
  /** In the reader's language. */
  readonly unit?: string | undefined;
}

/** ISO, or `today`. */
export interface DateLimits {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** What the parts of a date are called. */
export function datePartTerms({ msg }: Translator) {
  return {
    day: msg('Day', { id: 'day' }),
    month: msg('Month', { id: 'month' }),
    year: msg('Year', { id: 'year' }),
  };
}

/** What is said of a number before it is entered; `undefined` without limits. */
export function numberAim(
  { min, max, step, currency, unit }: NumberLimits,
  translator: Translator,
): string | undefined {
  const { msg } = translator;
  const number = (value: number): string =>
    currency === undefined ? formatNumber(value, translator) : formatMoney([value], currency, translator);
  const amount = (value: number): string => [number(value), unit].filter(Boolean).join(' ');
  const range = (): string | undefined => {
    if (min !== undefined && max !== undefined)
      return msg(str`From ${number(min)} to ${amount(max)}.`, { id: 'from-to' });
    if (min !== undefined) return msg(str`${amount(min)} or more.`, { id: 'or-more' });
    return max === undefined ? undefined : msg(str`${amount(max)} or less.`, { id: 'or-less' });
  };
  const steps = (): string | undefined => {
    if (step === undefined) return undefined;
    const from = min ?? 0;
    if (step === 1 && Number.isInteger(from)) return msg('A whole number.', { id: 'whole-number' });
    const isRound = Number.isInteger(Number((from / step).toPrecision(12)));
    return isRound
      ? msg(str`In steps of ${amount(step)}.`, { id: 'in-steps' })
      : msg(str`In steps of ${amount(step)}, counted from ${number(from)}.`, { id: 'in-steps-from' });
  };
  return [range(), steps()].filter(Boolean).join(' ') || undefined;
}

/**
 * What is said of a day or a month before it is entered; `undefined` without limits.
 * @param today in the same form as the limits: a day, or a month
 */
export function dateAim({ min, max }: DateLimits, today: string, translator: Translator): string | undefined {
  const { msg } = translator;
  const isMonth = today.length === 7;
  const written = (limit: string): string => formatDate(limit === 'today' ? today : limit, translator);
  if (min !== undefined && max !== undefined)
    return msg(str`From ${written(min)} to ${written(max)}.`, { id: 'from-to' });
  if (min === 'today') {
    return isMonth
      ? msg('This month or later.', { id: 'this-month-or-later' })
      : msg('Today or later.', { id: 'today-or-later' });
  }
  if (max === 'today') {
    return isMonth
      ? msg('This month or earlier.', { id: 'this-month-or-earlier' })
      : msg('Today or earlier.', { id: 'today-or-earlier' });
  }
  if (min !== undefined) return msg(str`${written(min)} or later.`, { id: 'or-later' });
  return max === undefined ? undefined : msg(str`${written(max)} or earlier.`, { id: 'or-earlier' });
}
