import { Buffer } from 'node:buffer';
import { asItsContentsSay, contentsOf } from './file-contents.js';
import { fileTooLarge, malformed } from './problem.js';

/**
 * @typedef {import('job-application-element/server.js').Field} Field
 * @typedef {import('job-application-element/server.js').Posting} Posting
 * @typedef {import('./application-files.js').StoredFile} StoredFile
 *
 * @typedef {object} FileAnswer
 * @property {string} name as it is sent, such as `cv` or `education[0][certificate]`
 * @property {unknown[]} files
 */

/**
 * Every file among the answers, wherever the posting asks for one.
 * @param {Posting} posting
 * @param {unknown} answers of a request, judged or not
 * @returns {FileAnswer[]}
 */
export function fileAnswers(posting, answers) {
  const fields = posting.form?.sections.flatMap((section) => section.fields) ?? [];
  return fileAnswersOf(fields, answers, (name) => name);
}

/**
 * Writes the files that stand inside a JSON application (`content`, base64) to the disk; what was written takes their place
 * in the answers.
 * @param {Posting} posting
 * @param {unknown} answers
 * @param {import('./application-files.js').IncomingFiles} incoming
 * @param {number} maxBytes each file
 * @returns {Promise<StoredFile[]>}
 */
export async function storeEmbeddedFiles(posting, answers, incoming, maxBytes) {
  /** @type {StoredFile[]} */
  const stored = [];
  for (const { name, files } of fileAnswers(posting, answers)) {
    for (const [index, file] of files.entries()) {
      if (!isEmbedded(file)) continue;
      const bytes = bytesOf(file.content);
      if (bytes.length > maxBytes) throw fileTooLarge(name, maxBytes);
      const written = await incoming.add([bytes], { name: file.name, type: file.type ?? '' });
      stored.push(written);
      files[index] = written;
    }
  }
  return stored;
}

/**
 * The answers with what can be believed of their files in place of what was said.
 * @template Answers
 * @param {Posting} posting
 * @param {Answers} answers all of their files are stored
 * @param {import('./application-files.js').IncomingFiles} incoming
 * @returns {Promise<Answers>} a copy
 */
export async function withFilesSeen(posting, answers, incoming) {
  const copy = structuredClone(answers);
  for (const { files } of fileAnswers(posting, copy)) {
    for (const [index, said] of files.entries()) {
      const file = /** @type {StoredFile} */ (said);
      files[index] = asItsContentsSay(file, contentsOf(await incoming.excerpt(file.file)));
    }
  }
  return copy;
}

/**
 * @param {readonly Field[]} fields
 * @param {unknown} answers
 * @param {(name: string) => string} wire
 * @returns {FileAnswer[]}
 */
function fileAnswersOf(fields, answers, wire) {
  if (typeof answers !== 'object' || answers === null) return [];
  return fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? /** @type {any} */ (answers)[field.name] : undefined;
    if (!Array.isArray(answer)) return [];
    if (field.type === 'file') return [{ name: wire(field.name), files: answer }];
    const fieldsWithin = 'fields' in field ? /** @type {readonly Field[]} */ (field.fields) : [];
    return answer.flatMap((entry, index) =>
      fileAnswersOf(fieldsWithin, entry, (name) => `${wire(field.name)}[${index}][${name}]`),
    );
  });
}

/** @param {string} base64 */
function bytesOf(base64) {
  const bytes = Buffer.from(base64, 'base64');
  // Node skips what is no base64: then there are fewer bytes than the text has room for.
  const padding = /={0,2}$/.exec(base64.slice(-2))?.[0].length ?? 0;
  if (base64.length % 4 === 0 && bytes.length === (base64.length / 4) * 3 - padding) return bytes;
  throw malformed('Expected the content of every file in base64.');
}

/** @param {unknown} file @returns {file is { name: string, type?: string, content: string }} */
function isEmbedded(file) {
  if (typeof file !== 'object' || file === null) return false;
  const { name, type = '', content } = /** @type {Record<string, unknown>} */ (file);
  return typeof name === 'string' && typeof type === 'string' && typeof content === 'string';
}
