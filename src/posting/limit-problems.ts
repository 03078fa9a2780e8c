import type { PostingProblem } from './errors.js';

interface Limits {
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
}

/** A lower limit above the upper one leaves no answer to give. Texts must be ISO dates or months alike. */
export function limitProblems({ min, max }: Limits): readonly PostingProblem[] {
  if (min === undefined || max === undefined || typeof min !== typeof max || min <= max) return [];
  return [{ pointer: '/max', expected: `${min} or more, since "min" is that` }];
}
