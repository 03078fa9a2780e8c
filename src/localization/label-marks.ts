const requiredWords = 'required|mandatory|erforderlich|pflichtfeld|pflichtangabe|pflicht|obligatorisch';
const optionalWords = 'optional|freiwillig|freiwillige angabe|freiwilliges feld';

/** Without what says that an answer is required: stars at either end, "(required)", in English or German. */
export function withoutRequiredMark(label: string): string {
  return strip(label, requiredAtEnd);
}

/** Without "(optional)" and its like at the end. */
export function withoutOptionalMark(label: string): string {
  return strip(label, optionalAtEnd);
}

const requiredAtEnd = [/^[\s*✱＊]+|[\s*✱＊]+$/g, atEnd(requiredWords)];
const optionalAtEnd = [atEnd(optionalWords)];

/** In brackets, or after a dash or a comma. */
function atEnd(words: string): RegExp {
  return new RegExp(
    `\\s*[([]\\s*(?:${words})\\s*[)\\]]\\s*$|\\s*[,–—]\\s*(?:${words})\\s*$|\\s+-\\s*(?:${words})\\s*$`,
    'i',
  );
}

/** Again, since marks stand side by side: "E-mail* (required)". A label of nothing but marks stays. */
function strip(label: string, marks: readonly RegExp[]): string {
  const stripped = marks.reduce((words, mark) => words.replace(mark, ''), label);
  if (stripped.trim() === '') return label;
  return stripped === label ? label : strip(stripped, marks);
}
