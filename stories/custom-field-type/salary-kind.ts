import * as z from 'zod/mini';
import type { Field, FieldKind, LocalizedText } from '../../src/index.js';

export interface SalaryField extends Field {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** ISO 4217. */
  readonly currency: string;
  /** What stands for the amount before one is chosen. */
  readonly unanswered: LocalizedText;
}

const localizedText = z.union([z.string(), z.record(z.string(), z.string())]);

/** An amount of money between two others. Pure, so that the page and the endpoint judge by the same code. */
export const salaryKind: FieldKind<SalaryField, number | undefined> = {
  schema: z.looseObject({
    type: z.string(),
    name: z.string(),
    label: localizedText,
    required: z.optional(z.boolean()),
    min: z.number(),
    max: z.number(),
    step: z.number().check(z.positive()),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    unanswered: localizedText,
  }),
  ask: () => 'select',
  isQuestion: true,
  isVisible: true,
  initial: () => undefined,
  isBlank: (answer) => answer === undefined,
  read: (value) => {
    const amount = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof amount === 'number' && Number.isFinite(amount) ? amount : undefined;
  },
  judge(answer, { min, max, step, currency }) {
    if (answer === undefined) return [];
    if (answer < min) return [{ code: 'too-small', params: { min, currency } }];
    if (answer > max) return [{ code: 'too-large', params: { max, currency } }];
    return Number.isInteger((answer - min) / step) ? [] : [{ code: 'step', params: { step, from: min } }];
  },
  toParts: (answer, field, wire) => [{ name: wire(field.name), value: String(answer) }],
  fromParts: (parts, field, wire) => parts.values(wire(field.name))[0],
  toText: (answer, field, { locale }) => (answer === undefined ? '' : moneyOf(answer, field, locale)),
  problems: ({ min, max }) => (min < max ? [] : [{ pointer: '/max', expected: 'an amount above min' }]),
};

/** As the applicant's language writes it. */
export function moneyOf(amount: number, { currency }: SalaryField, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}
