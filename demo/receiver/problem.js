/**
 * A refusal that the sender is told: RFC 9457, `application/problem+json`. Its words never repeat what was sent.
 * @typedef {object} FieldError
 * @property {string} pointer JSON Pointer into the answers
 * @property {string} field name as it was sent, such as `education[0][school]`; empty for the form as a whole
 * @property {string} code
 * @property {string} detail
 *
 * @typedef {object} ProblemParts
 * @property {string} title the same for every occurrence of this kind
 * @property {string} [detail] what was expected here
 * @property {readonly FieldError[]} [errors]
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {string} [note] for the log, and nowhere else
 */
export class Problem extends Error {
  /** @param {number} status @param {string} kind the end of its `type` @param {ProblemParts} parts */
  constructor(status, kind, { title, detail, errors, headers = {}, note }) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.kind = kind;
    this.headers = headers;
    this.note = note === undefined ? kind : `${kind} ${note}`;
    this.body = { type: `/problems/${kind}`, title, status, detail, errors };
  }
}

/** @param {string} detail */
export function malformed(detail) {
  return new Problem(400, 'malformed-request', { title: 'The request could not be read.', detail });
}

/** @param {string} detail @param {readonly FieldError[]} [errors] */
export function tooLarge(detail, errors) {
  return new Problem(413, 'too-large', {
    title: 'The application is too large.',
    detail,
    ...(errors ? { errors } : {}),
  });
}

/** @param {string} field @param {number} maxBytes */
export function fileTooLarge(field, maxBytes) {
  return tooLargeAt(field, 'file-too-large', `Choose a file of at most ${maxBytes / 1_000_000} MB.`);
}

/** @param {string} field @param {number} maxBytes */
export function textTooLong(field, maxBytes) {
  return tooLargeAt(field, 'too-long', `Write at most ${maxBytes} bytes.`);
}

/** @param {string} field @param {string} code @param {string} detail */
function tooLargeAt(field, code, detail) {
  // Refused before the posting was looked up, so no name is known to have brackets of its own.
  return tooLarge(detail, [{ pointer: pointerTo(field, () => false), field, code, detail }]);
}

/** @param {readonly FieldError[]} errors */
export function invalidAnswers(errors) {
  return new Problem(422, 'invalid-answers', { title: 'Some answers need another look.', errors });
}

/** @param {Readonly<Record<string, string>>} [headers] */
export function notFound(headers) {
  return new Problem(404, 'not-found', { title: 'There is nothing here.', ...(headers ? { headers } : {}) });
}

/** @param {string} title */
export function forbidden(title) {
  return new Problem(403, 'forbidden', { title });
}

/** @param {readonly string[]} allowed */
export function methodNotAllowed(allowed) {
  const methods = allowed.join(', ');
  const title = 'This method does not work here.';
  return new Problem(405, 'method', { title, detail: `Expected ${methods}.`, headers: { Allow: methods } });
}

/**
 * @param {string} name as it was sent
 * @param {(name: string) => boolean} isField whether a field has that whole name, brackets and all
 */
export function pointerTo(name, isField) {
  if (name === '') return '';
  const [first = ''] = name.split('[', 1);
  const steps = isField(name) ? [name] : [first, ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, step = '']) => step)];
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
