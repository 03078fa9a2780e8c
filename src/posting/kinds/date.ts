import * as z from 'zod/mini';
import type { PostingProblem } from '../errors.js';
import type { FieldKind } from '../field-kind.js';
import type { Finding, IssueCode } from '../issue.js';
import { limitProblems } from '../limit-problems.js';
import { fieldShape, open } from '../schema.js';
import { stringKind } from './string-kind.js';

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const isoMonth = /^(\d{4})-(\d{2})$/;

const display = z.optional(z.enum(['auto', 'picker', 'fields']));

/** @param example a limit as it should be, for the author of one that is not */
function limitedBy(iso: RegExp, example: string) {
  const either = new RegExp(`^today$|${iso.source}`);
  const isLimit = (text: string): boolean => text === 'today' || isOnCalendar(text, iso);
  const expected = `"today", or ${example}`;
  const limit = z.optional(
    z.string().check(z.regex(either, { abort: true, error: expected }), z.refine(isLimit, expected)),
  );
  return open({
    ...fieldShape,
    /** ISO, or `today`. */
    min: limit,
    max: limit,
    /** How it is drawn: the browser's picker, or plain fields for a date that is remembered. */
    display,
  });
}

const dateSchema = limitedBy(isoDate, 'a day that exists, such as "2027-01-31"');
const monthSchema = limitedBy(isoMonth, 'a month that exists, such as "2027-01"');

export type DateField = z.infer<typeof dateSchema>;
export type MonthField = z.infer<typeof monthSchema>;

/** A day, ISO 8601; a text that is none is kept as it was typed, and is then an issue. */
export const dateKind: FieldKind<DateField, string> = stringKind<DateField>({
  schema: dateSchema,
  judge: (answer, field, { today }) => judgeCalendar(answer.trim(), field, { iso: isoDate, today, code: 'date' }),
  toText: (answer, _field, { locale }) => formatIso(answer, locale, { dateStyle: 'long' }),
  problems: orderProblems,
});

/** A month of a year, ISO 8601. */
export const monthKind: FieldKind<MonthField, string> = stringKind<MonthField>({
  schema: monthSchema,
  judge: (answer, field, { today }) =>
    judgeCalendar(answer.trim(), field, { iso: isoMonth, today: today.slice(0, 7), code: 'month' }),
  toText: (answer, _field, { locale }) => formatIso(answer, locale, { year: 'numeric', month: 'long' }),
  problems: orderProblems,
});

function judgeCalendar(
  answer: string,
  { min, max }: { readonly min?: string | undefined; readonly max?: string | undefined },
  { iso, today, code }: { iso: RegExp; today: string; code: Extract<IssueCode, 'date' | 'month'> },
): readonly Finding[] {
  if (!isOnCalendar(answer, iso)) return [{ code, params: {} }];
  const earliest = min === 'today' ? today : min;
  const latest = max === 'today' ? today : max;
  // ISO dates of four-digit years order as strings do.
  if (earliest !== undefined && answer < earliest) return [{ code: 'too-early', params: { min: earliest } }];
  if (latest !== undefined && answer > latest) return [{ code: 'too-late', params: { max: latest } }];
  return [];
}

/** What `today` will be is not known beforehand. */
function orderProblems(field: {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}): readonly PostingProblem[] {
  return field.min === 'today' || field.max === 'today' ? [] : limitProblems(field);
}

function isOnCalendar(text: string, iso: RegExp): boolean {
  return iso.test(text) && toDate(text) !== undefined;
}

/** An ISO date or month in words; the text itself where it is none. */
export function formatIso(iso: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = toDate(iso.trim());
  return date ? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date) : iso;
}

/** Midnight UTC of a day that exists: 30 February gives `undefined`. */
function toDate(iso: string): Date | undefined {
  const [year = NaN, month = NaN, day = 1] = iso.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
}
