/** How whole numbers, whole amounts of money, days and lists are written. */
export interface Conventions {
  readonly whole: (value: number) => string;
  /** One amount, or the least and the most. @returns `undefined` for a currency that is not known here */
  readonly money: (amounts: readonly number[], currency: string) => string | undefined;
  /** Year and month, and the day where it is said. */
  readonly date: (year: number, month: number, day?: number) => string;
  readonly list: (items: readonly string[], type: 'conjunction' | 'disjunction') => string;
}

/**
 * What a first look at a posting and a first error ask for, as `Intl` writes it; the tests compare the two. By hand,
 * because Chromium goes through all the locales that it has before the page's first number, date or list: 12 ms, a
 * quarter of what the script takes for the demo's posting. All else, other locales above all, is left to `Intl`.
 * @param locale BCP 47, canonical
 */
export function conventionsOf(locale: string): Conventions | undefined {
  return Object.hasOwn(conventions, locale) ? conventions[locale as keyof typeof conventions]() : undefined;
}

const american = (): Conventions => english((month, day) => `${month} ${day},`, { ...symbols, USD: '$' }, ',');
const british = (): Conventions => english((month, day) => `${day} ${month}`, symbols, '');
const conventions = { en: american, 'en-US': american, 'en-GB': british, de: german, 'de-DE': german };

/** Of those that are the same in each of the locales. */
const symbols = { EUR: '€', GBP: '£' };

function english(
  monthAndDay: (month: string, day: number) => string,
  symbols: Readonly<Record<string, string>>,
  serialComma: string,
): Conventions {
  const months = 'January February March April May June July August September October November December'.split(' ');
  const whole = grouped(',');
  return {
    whole,
    money: (amounts, currency) =>
      Object.hasOwn(symbols, currency)
        ? amounts.map((amount) => `${symbols[currency]}${whole(amount)}`).join(' – ')
        : undefined,
    date: (year, month, day) => {
      const name = months[month - 1]!;
      return `${day === undefined ? name : monthAndDay(name, day)} ${year}`;
    },
    list: (items, type) => {
      const word = type === 'conjunction' ? 'and' : 'or';
      return listed(items, `${items.length > 2 ? serialComma : ''} ${word} `);
    },
  };
}

function german(): Conventions {
  const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
  const known: Readonly<Record<string, string>> = { ...symbols, USD: '$' };
  const whole = grouped('.');
  return {
    whole,
    money: (amounts, currency) =>
      Object.hasOwn(known, currency) ? `${amounts.map(whole).join('–')}\u00a0${known[currency]}` : undefined,
    date: (year, month, day) => `${day === undefined ? '' : `${day}. `}${months[month - 1]} ${year}`,
    list: (items, type) => listed(items, type === 'conjunction' ? ' und ' : ' oder '),
  };
}

function listed(items: readonly string[], beforeLast: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : items.slice(0, -1).join(', ') + beforeLast + last;
}

function grouped(separator: string): (value: number) => string {
  return (value) => String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}
