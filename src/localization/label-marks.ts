const requiredWords = 'required|mandatory|erforderlich|pflichtfeld|pflichtangabe|pflicht|obligatorisch';
const optionalWords = 'optional|freiwillig|freiwillige angabe|freiwilliges feld';

/** Without what says that an answer is required: stars at either end, "(required)", in English or German. */
export function withoutRequiredMark(label: string): string {
  return strip(label, requiredAtEnd, starsAtStart);
}

/** Without "(optional)" and its like at the end. */
export function withoutOptionalMark(label: string): string {
  return strip(label, optionalAtEnd);
}

const starsAtStart = /^[\s*✱＊]+/;
const requiredAtEnd = [/[\s*✱＊]+$/, atEnd(requiredWords)];
const optionalAtEnd = [atEnd(optionalWords)];

/** In brackets, or after a dash or a comma. */
function atEnd(words: string): RegExp {
  return new RegExp(
    `\\s*[([]\\s*(?:${words})\\s*[)\\]]\\s*$|\\s*[,–—]\\s*(?:${words})\\s*$|\\s+-\\s*(?:${words})\\s*$`,
    'i',
  );
}

/** Where a mark can stand: expressions that look for the end try every beginning, and a label may have any length. */
const tailLength = 60;
/** Marks stand side by side: "E-mail* (required)". */
const mostMarks = 4;

/** A label of nothing but marks stays. */
function strip(label: string, marks: readonly RegExp[], markAtStart = /^(?!)/): string {
  let words = label;
  for (let round = 0; round < mostMarks; round += 1) {
    const trimmed = words.trim();
    const tail = trimmed.slice(-tailLength);
    const stripped = marks.reduce((rest, mark) => rest.replace(mark, ''), tail);
    const isMarked = stripped !== tail;
    if (isMarked) words = trimmed.slice(0, trimmed.length - tail.length) + stripped;
    words = words.replace(markAtStart, '');
    if (!isMarked) break;
  }
  return words.trim() === '' ? label : words;
}
