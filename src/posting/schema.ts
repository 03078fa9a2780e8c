import * as z from 'zod/mini';
import { conditionProblem } from './condition.js';

export const localizedText = z.union([
  z.string(),
  z
    .record(z.string(), z.string())
    .check(z.refine((texts) => Object.keys(texts).length > 0, 'an object with a text in at least one language')),
]);

export const richText = z.union([
  z.string(),
  z.looseObject({ html: localizedText }),
  z.looseObject({ markdown: localizedText }),
  z.looseObject({ text: localizedText }),
]);

/**
 * An object whose unknown keys are kept, for a later version or another program, but do not loosen its TypeScript type
 * as `z.looseObject` would.
 */
export function open<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape> {
  return z.looseObject(shape);
}

/** A number, or a string of digits, as many systems write one. */
export const number = z.union([
  z.number(),
  z.pipe(
    z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/)),
    z.transform((digits) => Number(digits)),
  ),
]);

/** A whole number from 0, or a string of digits. */
export const count = z.union([
  z.int().check(z.nonnegative()),
  z.pipe(
    z.string().check(z.regex(/^\d{1,15}$/)),
    z.transform((digits) => Number(digits)),
  ),
]);

export const positiveCount = z.pipe(count, z.int().check(z.positive()));

export const condition = z.unknown().check(
  z.superRefine((value, context) => {
    const expected = conditionProblem(value);
    if (expected !== undefined) context.addIssue({ code: 'custom', message: expected });
  }),
);

/** Keys of every field; each kind adds its own. */
export const fieldShape = {
  type: z.string(),
  name: z._default(z.string(), ''),
  label: z.optional(localizedText),
  description: z.optional(richText),
  required: z.optional(z.boolean()),
  showIf: z.optional(condition),
  autocomplete: z.optional(z.string()),
  sensitive: z.optional(z.boolean()),
  prefill: z.optional(z.boolean()),
  default: z.optional(z.unknown()),
  unknownType: z.optional(z.string()),
};
