/**
 * What makes a spreadsheet calculate, at the start of a cell or of what some program may split off as one: programs set to
 * another separator split at `;` and tabs, and at line breaks inside quotes. Apostrophes count as part of the start, so that
 * taking away one gives back what was written.
 */
const formulaStart = /(^|[;\t\r\n])(?='*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]))/g;

/**
 * A text that no spreadsheet takes for a formula: `=1+1` becomes `'=1+1`, and so does a telephone number with its `+`.
 * @param {string} text
 */
export function inert(text) {
  return text.replace(formulaStart, "$1'");
}

/**
 * One line as RFC 4180 has it, every cell in quotes.
 * @param {readonly (string | number | boolean | undefined)[]} cells numbers and nothing else may begin with a minus
 */
export function csvLine(cells) {
  const texts = cells.map((cell) => (typeof cell === 'string' ? inert(cell) : String(cell ?? '')));
  return `${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\r\n`;
}
