import { fold, foldUmlauts } from './fold.js';

/** What a list of options is searched by: their words, read once, in the order in which they are offered. */
export class OptionSearch {
  readonly #words: readonly (readonly string[])[];

  constructor(labels: readonly string[]) {
    this.#words = labels.map((label) => {
      const [plain, umlauts] = [fold(label), foldUmlauts(label)];
      return plain === umlauts ? [plain] : [plain, umlauts];
    });
  }

  /**
   * Places of the options that fit: first those that begin with the text, then those of which each word typed begins a
   * word, then those that have them anywhere; in each of these, the order in which they are offered.
   */
  find(text: string): readonly number[] {
    const query = fold(text);
    if (query === '') return this.#words.map((_, index) => index);
    const typed = query.split(' ');
    const ranks: [number[], number[], number[]] = [[], [], []];
    this.#words.forEach((forms, index) => {
      const rank = Math.min(...forms.map((form) => rankOf(form, query, typed)));
      if (rank < 3) ranks[rank as 0 | 1 | 2].push(index);
    });
    return ranks.flat();
  }

  /** Places of the options whose whole words these are. */
  findWhole(text: string): readonly number[] {
    const query = fold(text);
    return query === '' ? [] : this.#words.flatMap((forms, index) => (forms.includes(query) ? [index] : []));
  }
}

/** 3 is no fit. */
function rankOf(words: string, query: string, typed: readonly string[]): number {
  if (words.startsWith(query)) return 0;
  if (!typed.every((word) => words.includes(word))) return 3;
  const spaced = ` ${words}`;
  return typed.every((word) => spaced.includes(` ${word}`)) ? 1 : 2;
}
