import { formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

/** A number with what it counts, for a place in a sentence where a translation takes it as it is: "20 words". */
export type Quantity = (count: number, translator: Translator) => string;

export const characters: Quantity = (count, translator) =>
  translator.plural(count, {
    one: translator.msg('1 character', { id: 'character' }),
    other: translator.msg(str`${formatNumber(count, translator)} characters`, { id: 'characters' }),
  });

export const words: Quantity = (count, translator) =>
  translator.plural(count, {
    one: translator.msg('1 word', { id: 'word' }),
    other: translator.msg(str`${formatNumber(count, translator)} words`, { id: 'words' }),
  });

export const answers: Quantity = (count, translator) =>
  translator.plural(count, {
    one: translator.msg('1 answer', { id: 'answer' }),
    other: translator.msg(str`${formatNumber(count, translator)} answers`, { id: 'answers' }),
  });

export const entries: Quantity = (count, translator) =>
  translator.plural(count, {
    one: translator.msg('1 entry', { id: 'entry-count' }),
    other: translator.msg(str`${formatNumber(count, translator)} entries`, { id: 'entries' }),
  });

export const files: Quantity = (count, translator) =>
  translator.plural(count, {
    one: translator.msg('1 file', { id: 'file' }),
    other: translator.msg(str`${formatNumber(count, translator)} files`, { id: 'file-count' }),
  });
