import { Problem } from './problem.js';

const full = 'The disk, or the share of it, that has the data is full. Make room; nothing has to be started again.';
const denied = 'The data may not be read or written. Give the folder of the data back to the user of the receiver.';
const readOnly =
  'The disk that has the data is read-only. Look for the reason, often a fault of the disk, and make it writable.';
const gone = 'The folder of the data is not there, or not as it was. Put it back, then start the receiver again.';
const tooMany = 'Too many files are open. Raise the limit (`ulimit -n`), and let a proxy limit the connections.';
const broken =
  'The disk fails, or the database on it is damaged. Look at the disk before anything else is written to it.';

/** What a person can do, by the code of an error of the system or of SQLite. @type {ReadonlyMap<string, string>} */
const remedies = new Map([
  ...['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].map((code) => /** @type {const} */ ([code, full])),
  ...['EACCES', 'EPERM', 'SQLITE_PERM'].map((code) => /** @type {const} */ ([code, denied])),
  ...['EROFS', 'SQLITE_READONLY'].map((code) => /** @type {const} */ ([code, readOnly])),
  ...['ENOENT', 'ENOTDIR', 'ELOOP', 'DATABASE_GONE'].map((code) => /** @type {const} */ ([code, gone])),
  ...['EMFILE', 'ENFILE'].map((code) => /** @type {const} */ ([code, tooMany])),
  ...['EIO', 'SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'].map((code) => /** @type {const} */ ([code, broken])),
  ['EFBIG', 'A file may not be as large as that. Raise the limit (`ulimit -f`), or set MAX_FILE_BYTES.'],
  [
    'SQLITE_IOERR_WRITE',
    'The database could not be written. Look for room on the disk, a limit (`ulimit -f`), and its health.',
  ],
  [
    'SQLITE_CANTOPEN',
    'The database could not be opened. See whose it is, and how many files may be open (`ulimit -n`).',
  ],
  ['SQLITE_BUSY', 'Another program keeps the database to itself. Close it there.'],
]);

/** With these the transaction was rolled back; after others, such as a failed fsync, only the next start knows. */
const rolledBack = new Set([
  ...['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PERM'],
  ...['SQLITE_CONSTRAINT', 'SQLITE_IOERR_WRITE', 'DATABASE_GONE'],
]);

/** @param {unknown} error @returns {string | undefined} its code, and what can be done about it; nothing that was sent */
export function remedyFor(error) {
  const code = codesOf(error).find((each) => remedies.has(each));
  return code && `${code}: ${remedies.get(code)}`;
}

/** @param {unknown} error of a transaction @returns {boolean} whether it is certain that nothing of it was stored */
export function isRolledBack(error) {
  return codesOf(error).some((code) => rolledBack.has(code));
}

/**
 * What an applicant is told where nothing was stored and it may work later.
 * @param {unknown} error
 * @returns {unknown} the error itself where it is something else
 */
export function asNotStored(error) {
  const remedy = remedyFor(error);
  if (error instanceof Problem || remedy === undefined) return error;
  const title = 'The application could not be stored at present.';
  return new Problem(503, 'not-stored', { title, headers: { 'Retry-After': '30' }, note: remedy });
}

/** @param {unknown} error @returns {string[]} the most exact first */
function codesOf(error) {
  if (!(error instanceof Error)) return [];
  const { extendedCode, code } = /** @type {{ extendedCode?: unknown, code?: unknown }} */ (error);
  return [extendedCode, code].filter((each) => typeof each === 'string');
}
