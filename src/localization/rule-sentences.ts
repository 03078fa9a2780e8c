import type { Sentences } from './issue-words.js';
import { str } from './translator.js';

/** Rules over several fields: the author's words, or a sentence that names all of the fields. */
export const ruleSentences: Sentences<'at-least-one' | 'equal' | 'assert'> = {
  'at-least-one': ({ fields, message }, { labels, text, msg }) =>
    text(message) || msg(str`Fill in at least one of these: ${labels(fields, 'disjunction')}`, { id: 'at-least-one' }),
  equal: ({ fields, message }, { labels, text, msg }) =>
    text(message) || msg(str`Fill in the same for ${labels(fields, 'conjunction')}`, { id: 'equal' }),
  assert: ({ fields, message }, { labels, text, msg }) =>
    text(message) || msg(str`Check what you answered for ${labels(fields, 'conjunction')}`, { id: 'assert' }),
};
