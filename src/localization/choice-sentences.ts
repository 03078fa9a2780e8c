import type { Sentences } from './issue-words.js';
import { answers, entries } from './quantities.js';
import { addAtLeast, selectAtLeast } from './required-sentences.js';
import { str } from './translator.js';

type Code =
  | 'unknown-option'
  | 'too-few-options'
  | 'too-many-options'
  | 'exclusive-option'
  | 'too-few-entries'
  | 'too-many-entries';

/** About how many, and which, of several. */
export const choiceSentences: Sentences<Code> = {
  'unknown-option': (_, { label, msg }) =>
    msg(str`Select from the answers offered for ${label}`, { id: 'unknown-option' }),
  'too-few-options': ({ min }, words) => selectAtLeast(min, words),
  'too-many-options': ({ max }, { label, msg, translator }) =>
    msg(str`Select no more than ${answers(max, translator)} for ${label}`, { id: 'too-many-options' }),
  'exclusive-option': (_, { label, msg }) =>
    msg(str`One of your answers for ${label} rules out the others: keep that one alone, or clear it`, {
      id: 'exclusive-option',
    }),
  'too-few-entries': ({ min }, words) => addAtLeast(min, words),
  'too-many-entries': ({ max }, { label, msg, translator }) =>
    msg(str`Keep no more than ${entries(max, translator)} in ${label}`, { id: 'too-many-entries' }),
};
