/**
 * Counting as a reader would: characters are graphemes and words are what Unicode's word boundaries (UAX #29) hold for
 * words, both through `Intl.Segmenter`. Each looks no further than it must, so that a pasted book costs no more than
 * the limit it is held against.
 */
export function hasMoreGraphemes(text: string, limit: number): boolean {
  return text.length > limit && countGraphemes(text, limit + 1) > limit;
}

export function hasFewerGraphemes(text: string, limit: number): boolean {
  return text.length < limit || countGraphemes(text, limit) < limit;
}

export function hasMoreWords(text: string, limit: number): boolean {
  return countWords(text, limit + 1) > limit;
}

export function hasFewerWords(text: string, limit: number): boolean {
  return countWords(text, limit) < limit;
}

/** @param most where counting ends */
export function countGraphemes(text: string, most = Infinity): number {
  let found = 0;
  for (const { piece, segments } of pieces(text, 'grapheme')) {
    // Most of what is written: one UTF-16 unit is one grapheme. And what nobody could read as one character is not one.
    found += plain.test(piece) || isOne(piece, segments) ? piece.length : count(segments(), () => true, most - found);
    if (found >= most) return most;
  }
  return found;
}

/**
 * @param most where counting ends; it also ends in a text so long without words that reading all of it would hold up
 * the page
 */
export function countWords(text: string, most = Infinity): number {
  let found = 0;
  for (const { start, segments } of pieces(text, 'word')) {
    found += count(segments(), ({ isWordLike }) => isWordLike === true, most - found);
    if (found >= most) return most;
    if (start > wordlessUnits + found * unitsPerWord) return found;
  }
  return found;
}

/** Line feeds and letters of the European alphabets, none of which joins another to one grapheme. */
const plain = /^[\n\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u0530]*$/;

const pieceUnits = 4096;
/** More than any language needs for a word and what is between it and the next. */
const unitsPerWord = 500;
const wordlessUnits = 20_000;

interface Piece {
  readonly start: number;
  readonly piece: string;
  readonly segments: () => Iterable<Intl.SegmentData>;
}

/**
 * A text in pieces that end between two segments: some engines look at a whole run of Chinese or Thai before they give
 * its first word. A segment that is longer than a piece is cut.
 */
function* pieces(text: string, granularity: 'grapheme' | 'word'): Iterable<Piece> {
  // The browser's first look for words takes longer than drawing a field.
  if (text === '') return;
  const segmenter = new Intl.Segmenter(undefined, { granularity });
  for (let start = 0; start < text.length;) {
    const rough = text.slice(start, start + pieceUnits);
    const isLast = start + rough.length === text.length;
    const lastSegment = isLast ? undefined : segmenter.segment(rough).containing(rough.length - 1);
    const piece = rough.slice(0, lastSegment?.index || rough.length);
    yield { start, piece, segments: () => segmenter.segment(piece) };
    start += piece.length;
  }
}

/** A whole piece without an end of a segment in it. */
function isOne(piece: string, segments: Piece['segments']): boolean {
  return piece.length === pieceUnits && count(segments(), () => true, 2) === 1;
}

function count(
  segments: Iterable<Intl.SegmentData>,
  counts: (segment: Intl.SegmentData) => boolean,
  most: number,
): number {
  let found = 0;
  for (const segment of segments) {
    if (counts(segment)) found += 1;
    if (found >= most) break;
  }
  return found;
}
