import * as z from 'zod/mini';
import { conditionProblem } from './condition.js';
import { maxWords } from './limits.js';
import type { LocalizedText } from './text.js';

/** Plain words, drawn in one piece. */
export const shortText = z.string().check(z.maxLength(maxWords));
export const localizedText = inLanguages(shortText);
/** The words of a rich text, of whatever length. */
export const longText = inLanguages(z.string());

export const richText = z.union(
  [
    z.string(),
    z.looseObject({ html: longText }),
    z.looseObject({ markdown: longText }),
    z.looseObject({ text: longText }),
  ],
  'a text, or an object with "html", "markdown" or "text"',
);

function inLanguages(text: typeof shortText): z.ZodMiniType<LocalizedText, LocalizedText> {
  return z.union([
    text,
    z
      .record(z.string(), text)
      .check(z.refine((texts) => Object.keys(texts).length > 0, 'an object with a text in at least one language')),
  ]);
}

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

// What many keys hold that may be left out. One of each for all of them: every page waits while they are made.
export const optionalString = z.optional(z.string());
export const optionalBoolean = z.optional(z.boolean());
export const optionalNumber = z.optional(number);
export const optionalCount = z.optional(count);
export const optionalShortText = z.optional(shortText);
export const optionalLocalizedText = z.optional(localizedText);
export const optionalLongText = z.optional(longText);
export const optionalRichText = z.optional(richText);
export const optionalCondition = z.optional(condition);

/** Keys of every field; each kind adds its own. */
export const fieldShape = {
  type: z.string(),
  name: z._default(z.string(), ''),
  label: optionalLocalizedText,
  description: optionalRichText,
  required: optionalBoolean,
  showIf: optionalCondition,
  autocomplete: optionalString,
  sensitive: optionalBoolean,
  prefill: optionalBoolean,
  // A text, or a list of them.
  default: z.optional(z.unknown().check(z.maxLength(maxWords) as never)),
  unknownType: optionalString,
};
