import type { Compensation } from '../posting/posting.js';
import { formatMoney } from './format.js';
import { str, type Translator } from './translator.js';

type Pay = Pick<Compensation, 'min' | 'max' | 'currency' | 'interval'>;

/** A range, a least or a most, with its currency, as the reader writes them: "£40,000 – £50,000 per year". */
export function describePay(pay: Pay, translator: Translator): string {
  const amount = describeAmount(pay, translator);
  return amount === '' || pay.interval === undefined ? amount : per(pay.interval, amount, translator);
}

function describeAmount({ min, max, currency }: Pay, translator: Translator): string {
  const { msg } = translator;
  const money = (...amounts: number[]): string => formatMoney(amounts, currency, translator);
  if (min !== undefined && max !== undefined) {
    // `formatRange` refuses a range that runs backwards.
    return money(Math.min(min, max), Math.max(min, max));
  }
  if (min !== undefined) return msg(str`From ${money(min)}`, { id: 'pay-from' });
  return max === undefined ? '' : msg(str`Up to ${money(max)}`, { id: 'pay-up-to' });
}

function per(interval: NonNullable<Pay['interval']>, amount: string, { msg }: Translator): string {
  switch (interval) {
    case 'hour':
      return msg(str`${amount} per hour`, { id: 'per-hour' });
    case 'day':
      return msg(str`${amount} per day`, { id: 'per-day' });
    case 'week':
      return msg(str`${amount} per week`, { id: 'per-week' });
    case 'month':
      return msg(str`${amount} per month`, { id: 'per-month' });
    case 'year':
      return msg(str`${amount} per year`, { id: 'per-year' });
    case 'once':
      return msg(str`${amount}, paid once`, { id: 'paid-once' });
  }
}
