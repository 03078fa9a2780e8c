import * as z from 'zod/mini';
import { isBlankText } from '../blank-text.js';
import type { FieldKind } from '../field-kind.js';
import { limitProblems } from '../limit-problems.js';
import { fieldShape, number, open, optionalLocalizedText, optionalNumber } from '../schema.js';

const schema = open({
  ...fieldShape,
  min: optionalNumber,
  max: optionalNumber,
  /** Allowed distance between answers, counted from `min`, or from 0. */
  step: z.optional(z.pipe(number, z.number().check(z.positive()))),
  /** Shown after the control, such as "years". */
  unit: optionalLocalizedText,
  /** ISO 4217; shown before or after the control as the applicant's language does it. */
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'three letters, such as EUR'))),
});

export type NumberField = z.infer<typeof schema>;

const canonical = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A number; a text that is none is kept as it was typed, and is then an issue. */
export const numberKind: FieldKind<NumberField, number | string> = {
  schema,
  ask: () => 'enter',
  isQuestion: true,
  isVisible: true,
  initial: (field) => {
    const given = readNumber(field.default);
    return typeof given === 'number' ? given : '';
  },
  isBlank: (answer) => typeof answer === 'string' && isBlankText(answer),
  read: readNumber,
  judge(answer, { min, max, step, currency, unit }) {
    if (typeof answer === 'string') return [{ code: 'number', params: {} }];
    const measured = { ...(currency === undefined ? {} : { currency }), ...(unit === undefined ? {} : { unit }) };
    if (min !== undefined && answer < min) return [{ code: 'too-small', params: { min, ...measured } }];
    if (max !== undefined && answer > max) return [{ code: 'too-large', params: { max, ...measured } }];
    if (step !== undefined && !isMultiple(answer - (min ?? 0), step)) {
      return [{ code: 'step', params: { step, from: min ?? 0 } }];
    }
    return [];
  },
  toParts: (answer, field, wire) => [{ name: wire(field.name), value: String(answer) }],
  fromParts: (parts, field, wire) => parts.values(wire(field.name))[0],
  toText(answer, { currency, unit }, { locale, text }) {
    if (typeof answer === 'string') return answer;
    const written = new Intl.NumberFormat(
      locale,
      currency === undefined
        ? { maximumFractionDigits: 20 }
        : { style: 'currency', currency, minimumFractionDigits: Number.isInteger(answer) ? 0 : 2 },
    ).format(answer);
    return unit === undefined ? written : `${written} ${text(unit)}`;
  },
  problems: limitProblems,
};

function readNumber(value: unknown): number | string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return canonical.test(text) && isExact(text) ? Number(text) : value;
}

/** A double holds 15 digits; a longer number would change, so it stays a text. */
function isExact(text: string): boolean {
  return text.replace(/\D/g, '').replace(/^0+/, '').length <= 15;
}

/** Binary fractions are never exact: 0.3 / 0.1 is 2.9999999999999996. */
function isMultiple(distance: number, step: number): boolean {
  const steps = distance / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}
