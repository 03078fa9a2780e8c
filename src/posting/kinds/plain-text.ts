import * as z from 'zod/mini';
import type { Finding } from '../issue.js';
import { hasFewerGraphemes, hasMoreGraphemes } from '../measure.js';
import { fieldShape, open, optionalCount, optionalLocalizedText, optionalString } from '../schema.js';
import { stringKind } from './string-kind.js';

const schema = open({
  ...fieldShape,
  /** Graphemes: what a reader counts as one character. */
  minLength: optionalCount,
  maxLength: optionalCount,
  inputMode: z.optional(z.enum(['none', 'text', 'decimal', 'numeric', 'tel', 'search', 'email', 'url'])),
  /** A named format or an expression, matched against the whole answer; see `compilePattern`. */
  pattern: optionalString,
  patternMessage: optionalLocalizedText,
});

export type TextField = z.infer<typeof schema>;

/**
 * One line of text of a field without a pattern. The matcher of patterns is as large as several kinds together, and few
 * postings have one; a form with a pattern in it works with `textKind` in place of this.
 */
export const plainTextKind = stringKind<TextField>({ schema, judge: judgeLength });

/** Shared with long answers. */
export function judgeLength(
  answer: string,
  { minLength, maxLength }: { readonly minLength?: number | undefined; readonly maxLength?: number | undefined },
): readonly Finding[] {
  const text = answer.trim();
  if (minLength !== undefined && hasFewerGraphemes(text, minLength))
    return [{ code: 'too-short', params: { minLength } }];
  if (maxLength !== undefined && hasMoreGraphemes(text, maxLength))
    return [{ code: 'too-long', params: { maxLength } }];
  return [];
}
