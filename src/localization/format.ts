import { conventionsOf } from './conventions.js';
import type { Translator } from './translator.js';

/** The word between the last two is one of the sentence around it, so it is of that sentence's language. */
export function formatList(
  items: readonly string[],
  type: 'conjunction' | 'disjunction',
  { locale, language }: Translator,
): string {
  const reader = wordsLocale(locale, language);
  return conventionsOf(reader)?.list(items, type) ?? new Intl.ListFormat(reader, { type }).format(items);
}

/** Seconds; as minutes from two minutes on. */
export function formatDuration(seconds: number, { locale, language }: Translator): string {
  const [unit, size] =
    seconds < 120
      ? (['second', 1] as const)
      : seconds < 7_200
        ? (['minute', 60] as const)
        : seconds < 172_800
          ? (['hour', 3_600] as const)
          : (['day', 86_400] as const);
  const count = Math.ceil(seconds / size);
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(wordsLocale(locale, language), options).format(count);
}

/** Whole seconds as they are counted down: minutes and seconds from two minutes on. */
export function formatCountdown(seconds: number, { locale, language }: Translator): string {
  const reader = wordsLocale(locale, language);
  const format = (count: number, unit: string): string =>
    new Intl.NumberFormat(reader, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  if (seconds < 120) return format(seconds, 'second');
  const parts = [format(Math.floor(seconds / 60), 'minute'), format(seconds % 60, 'second')];
  return new Intl.ListFormat(reader, { type: 'unit' }).format(parts);
}

type Reader = Pick<Translator, 'locale'>;

export function formatNumber(value: number, { locale }: Reader): string {
  const written = isPlain(value) ? conventionsOf(locale)?.whole(value) : undefined;
  return written ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}

/**
 * One amount, or the least and the most, in this order; said once where they are the same.
 * @param currency ISO 4217; absent, the amounts stand alone
 */
export function formatMoney(given: readonly number[], currency: string | undefined, { locale }: Reader): string {
  const amounts = [...new Set(given)];
  const written = currency && amounts.every(isPlain) ? conventionsOf(locale)?.money(amounts, currency) : undefined;
  if (written !== undefined) return written;
  const format = new Intl.NumberFormat(locale, {
    ...(currency === undefined ? {} : { style: 'currency', currency }),
    ...(amounts.every(Number.isInteger) ? { maximumFractionDigits: 0 } : {}),
  });
  const [least = NaN, most] = amounts;
  return most === undefined ? format.format(least) : format.formatRange(least, most);
}

/** Whole, not below zero, and written without an exponent. */
function isPlain(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

/** `fraction` from 0 to 1. */
export function formatPercent(fraction: number, { locale }: Reader): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(fraction);
}

const sizes = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/**
 * 1 MB is 1,000,000 bytes. Written by hand, whole numbers at least: the browser's first unit takes it longer than the
 * rest of a form together, and every form that wants a file names a size.
 */
export function formatBytes(bytes: number, { locale, language }: Translator): string {
  const reader = wordsLocale(locale, language);
  const [unit, size] = sizes.find(([, size]) => bytes >= size) ?? [];
  if (!unit) return new Intl.NumberFormat(reader, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const count = bytes / size;
  const isShort = Number.isInteger(count) && count < 1000;
  return `${isShort ? count : new Intl.NumberFormat(reader, { maximumFractionDigits: 1 }).format(count)}\u00a0${unit}`;
}

/** An ISO day or month, or a moment as the day it is for the reader; the text itself where it is none of them. */
export function formatDate(iso: string, { locale }: Reader): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  // Days and months have no time zone; `Date` reads them as UTC.
  const year = date.getUTCFullYear();
  const conventions = year > 0 ? conventionsOf(locale) : undefined;
  if (conventions && iso.length === 7) return conventions.date(year, date.getUTCMonth() + 1);
  if (conventions && iso.length === 10) return conventions.date(year, date.getUTCMonth() + 1, date.getUTCDate());
  if (iso.length === 7) return date.toLocaleDateString(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  if (iso.length === 10) return date.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return date.toLocaleDateString(locale, { dateStyle: 'long' });
}

/** A moment in the reader's own time zone, which is named; an ISO day as `formatDate` gives it. */
export function formatMoment(iso: string, reader: Reader): string {
  const date = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(date.getTime())) return formatDate(iso, reader);
  return date.toLocaleString(reader.locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** The reader's own form of the language of the words (British lists are not American ones), or that language. */
function wordsLocale(locale: string, language: string): string {
  return locale.split('-')[0] === language.split('-')[0] ? locale : language;
}
