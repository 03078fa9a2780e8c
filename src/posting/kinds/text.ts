import type { FieldKind } from '../field-kind.js';
import { compilePattern, matches } from '../pattern.js';
import { plainTextKind, type TextField } from './plain-text.js';

/** One line of text. */
export const textKind: FieldKind<TextField, string> = {
  ...plainTextKind,
  judge(answer, field, context) {
    const lengths = plainTextKind.judge(answer, field, context);
    if (lengths.length > 0 || field.pattern === undefined) return lengths;
    const pattern = compilePattern(field.pattern);
    // What the matcher does not know, or cannot decide within its steps, is left to the endpoint.
    if ('unknown' in pattern || matches(pattern, answer.trim()) !== false) return [];
    return [
      {
        code: 'pattern',
        params: field.patternMessage === undefined ? {} : { patternMessage: field.patternMessage },
      },
    ];
  },
};
