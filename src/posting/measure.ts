/**
 * Counting as a reader would: characters are graphemes and words are what Unicode's word boundaries (UAX #29) hold for
 * words, both through `Intl.Segmenter`.
 */
export function hasMoreGraphemes(text: string, limit: number): boolean {
  return text.length > limit && reaches(graphemes(text), limit + 1);
}

export function hasFewerGraphemes(text: string, limit: number): boolean {
  return text.length < limit || !reaches(graphemes(text), limit);
}

export function hasMoreWords(text: string, limit: number): boolean {
  return reaches(words(text), limit + 1);
}

export function hasFewerWords(text: string, limit: number): boolean {
  return !reaches(words(text), limit);
}

export function countGraphemes(text: string): number {
  return count(graphemes(text));
}

export function countWords(text: string): number {
  return count(words(text));
}

function graphemes(text: string): Iterable<unknown> {
  return new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
}

function* words(text: string): Iterable<unknown> {
  for (const segment of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) yield segment;
  }
}

/** Stops at the limit, so that judging a very long text costs no more than its limit. */
function reaches(segments: Iterable<unknown>, limit: number): boolean {
  let found = 0;
  if (limit <= 0) return true;
  for (const segment of segments) {
    void segment;
    found += 1;
    if (found >= limit) return true;
  }
  return false;
}

function count(segments: Iterable<unknown>): number {
  let found = 0;
  for (const segment of segments) {
    void segment;
    found += 1;
  }
  return found;
}
