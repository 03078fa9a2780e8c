import * as z from 'zod/mini';
import { hasFewerWords, hasMoreWords } from '../measure.js';
import { fieldShape, open, optionalCount } from '../schema.js';
import { judgeLength } from './plain-text.js';
import { stringKind } from './string-kind.js';

const schema = open({
  ...fieldShape,
  /** Graphemes. */
  minLength: optionalCount,
  maxLength: optionalCount,
  minWords: optionalCount,
  maxWords: optionalCount,
  /** `guide`: a length to aim at, never an issue. Without it, words are a guide and characters are hard. */
  limit: z.optional(z.enum(['guide', 'hard'])),
});

export type TextareaField = z.infer<typeof schema>;

/** Several lines of text. */
export const textareaKind = stringKind<TextareaField>({
  schema,
  judge(answer, field) {
    if (field.limit === 'guide') return [];
    const lengths = judgeLength(answer, field);
    if (lengths.length > 0 || field.limit !== 'hard') return lengths;
    const { minWords, maxWords } = field;
    if (minWords !== undefined && hasFewerWords(answer, minWords)) {
      return [{ code: 'too-few-words', params: { minWords } }];
    }
    if (maxWords !== undefined && hasMoreWords(answer, maxWords)) {
      return [{ code: 'too-many-words', params: { maxWords } }];
    }
    return [];
  },
});
