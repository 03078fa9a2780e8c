import { csvLine } from './csv.js';

/**
 * @typedef {import('./store.js').ListedApplication} ListedApplication
 * @typedef {[column: string, cell: string | number | boolean]} Cell
 */

const pageLength = 500;

/** Excel takes UTF-8 for what it is only if this stands in front. */
const byteOrderMark = '\uFEFF';

/**
 * Every application as a line of a spreadsheet, the latest first; a column for each question that any of them answers. The
 * whole truth (the words of consents, the hashes of files) is in the JSON.
 * @param {Pick<import('./store.js').Store, 'list'>} store
 * @returns {AsyncGenerator<string>} pieces of the file, so that memory holds one page of applications at a time
 */
export async function* applicationsCsv(store) {
  const [latest] = await store.list({ limit: 1 });
  const end = (latest?.number ?? 0) + 1; // what comes in from now on might have other columns
  /** @type {Set<string>} */
  const columns = new Set();
  for await (const application of applicationsBefore(store, end)) {
    for (const [column] of answerCells(application)) columns.add(column);
  }
  yield byteOrderMark + csvLine(['_id', '_received_at', '_posting', '_locale', '_replaces', ...columns]);
  for await (const application of applicationsBefore(store, end)) {
    const { id, receivedAt, posting, locale, replaces } = application;
    const answers = new Map(answerCells(application));
    yield csvLine([id, receivedAt, posting, locale, replaces, ...[...columns].map((column) => answers.get(column))]);
  }
}

/** @param {Parameters<typeof applicationsCsv>[0]} store @param {number} end @returns {AsyncGenerator<ListedApplication>} */
async function* applicationsBefore(store, end) {
  for (let before = end; ;) {
    const page = await store.list({ before, limit: pageLength });
    yield* page;
    if (page.length < pageLength) return;
    before = page.at(-1)?.number ?? 0;
  }
}

/** @param {ListedApplication} application */
function answerCells({ id, answers }) {
  return Object.entries(/** @type {Record<string, unknown>} */ (answers)).flatMap(([name, answer]) =>
    cellsOf(name, answer, id),
  );
}

/**
 * @param {string} name as it is sent: `education[0][school]`
 * @param {unknown} answer
 * @param {string} id of the application
 * @returns {Cell[]}
 */
function cellsOf(name, answer, id) {
  if (typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean') return [[name, answer]];
  if (typeof answer !== 'object' || answer === null) return [];
  if (!Array.isArray(answer)) {
    const { given } = /** @type {{ given?: unknown }} */ (answer);
    if (typeof given === 'boolean') return [[name, given]]; // a consent
    return Object.entries(answer).flatMap(([key, value]) => cellsOf(`${name}[${key}]`, value, id));
  }
  const texts = answer.map((each) => (typeof each === 'object' && each !== null ? fileCell(each, id) : String(each)));
  if (texts.every((text) => text !== undefined)) return [[name, texts.join('; ')]];
  return answer.flatMap((each, index) => cellsOf(`${name}[${index}]`, each, id));
}

/** @param {Partial<import('./application-files.js').StoredFile>} answer @param {string} id */
function fileCell({ file, name, sha256 }, id) {
  if (file === undefined || name === undefined || sha256 === undefined) return undefined;
  return `/applications/${id}/files/${file} ${name}`;
}
