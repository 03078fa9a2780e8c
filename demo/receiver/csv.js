/** What makes a spreadsheet calculate: `=`, `+`, `-` and `@`, also in full width, behind blanks; and breaks, which hide them. */
const cellStart = /^(?='*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]))/;

/** Programs that are set to another separator split a cell at `;` and tabs, and don't see that a line break is in quotes. */
const pieceStart = /([;\t\r\n])(?='* *[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * A text that no spreadsheet takes for a formula: `=1+1` becomes `'=1+1`, and the telephone number `+44 20` becomes `'+44 20`.
 * An apostrophe that is there already gets one more, so that taking one away always gives back what was written.
 * @param {string} text
 */
export function inert(text) {
  return text.replace(cellStart, "'").replace(pieceStart, "$1'");
}

/**
 * One line as RFC 4180 has it, every cell in quotes.
 * @param {readonly (string | number | boolean | undefined)[]} cells numbers and nothing else may begin with a minus
 */
export function csvLine(cells) {
  const texts = cells.map((cell) => (typeof cell === 'string' ? inert(cell) : String(cell ?? '')));
  return `${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\r\n`;
}
