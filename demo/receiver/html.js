/** Text that is HTML already: everything else is escaped when it is put into a template. */
export class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @type {Readonly<Record<string, string>>} */
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values text, other templates, or lists of them
 */
export function html(strings, ...values) {
  return new Html(
    strings.map((string, index) => string + (index < values.length ? toHtml(values[index]) : '')).join(''),
  );
}

/** @param {unknown} value @returns {string} */
function toHtml(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(toHtml).join('');
  return value === undefined ? '' : String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
