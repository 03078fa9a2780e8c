import { createClient } from '@libsql/client';
import { watchPlace } from './database-place.js';

/**
 * @typedef {import('./application-files.js').StoredFile} StoredFile
 * @typedef {import('@libsql/client').Row} Row
 *
 * @typedef {object} ApplicationRecord An application as it is kept.
 * @property {string} id
 * @property {string} receivedAt ISO 8601, UTC
 * @property {string} posting its id
 * @property {string | undefined} locale BCP 47: the language that the form was drawn in
 * @property {string | undefined} idempotencyKey
 * @property {string | undefined} previousKey of an earlier attempt that this one is meant to replace
 * @property {string} fingerprint
 * @property {unknown} answers by field name; files as `{ name, type, size, sha256, file }`
 * @property {unknown} consents
 * @property {unknown} hints
 * @property {readonly string[]} unknown names of parts that belong to no field
 *
 * @typedef {ApplicationRecord & { number: number, replaces: string | undefined }} ListedApplication
 *   `number` counts up; `replaces` is the id of the application that was sent under `previousKey`, if it did arrive
 */

const schema = [
  `CREATE TABLE IF NOT EXISTS applications (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    posting TEXT NOT NULL,
    locale TEXT,
    idempotency_key TEXT UNIQUE,
    previous_key TEXT,
    fingerprint TEXT NOT NULL,
    answers TEXT NOT NULL,
    consents TEXT NOT NULL,
    hints TEXT NOT NULL,
    unknown TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS files (
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    file INTEGER NOT NULL,
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (application, file)
  )`,
];

const selection = `SELECT applications.*, earlier.id AS replaces FROM applications
  LEFT JOIN applications AS earlier ON earlier.idempotency_key = applications.previous_key`;

/** Applications in a database: SQLite in this process, or a libSQL server. */
export class Store {
  #client;
  #ensurePlace;

  /** @param {import('@libsql/client').Client} client @param {() => Promise<void>} ensurePlace as `watchPlace` gives it */
  constructor(client, ensurePlace) {
    this.#client = client;
    this.#ensurePlace = ensurePlace;
  }

  /**
   * Adds an application with the list of its files, and the key that it came under, all or nothing. On return it outlasts a
   * loss of power.
   * @param {ApplicationRecord} application
   * @param {readonly (StoredFile & { field: string })[]} files
   * @param {readonly import('@libsql/client').InStatement[]} [alongside] what is to be committed with it
   * @returns {Promise<boolean>} false where an application of this key is there already
   */
  async add(
    { id, receivedAt, posting, locale, idempotencyKey, previousKey, fingerprint, ...content },
    files,
    alongside = [],
  ) {
    const { answers, consents, hints, unknown } = content;
    const row = {
      sql: `INSERT INTO applications (id, received_at, posting, locale, idempotency_key, previous_key, fingerprint,
        answers, consents, hints, unknown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        ...[id, receivedAt, posting, locale ?? null, idempotencyKey ?? null, previousKey ?? null, fingerprint],
        ...[answers, consents, hints ?? null, unknown].map((value) => JSON.stringify(value)),
      ],
    };
    const fileRows = files.map(({ file, field, name, type, size, sha256 }) => ({
      sql: 'INSERT INTO files (application, file, field, name, type, size, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)',
      args: [id, file, field, name, type, size, sha256],
    }));
    await this.#ensurePlace();
    try {
      await this.#client.batch([row, ...fileRows, ...alongside], 'write');
      return true;
    } catch (error) {
      if (idempotencyKey !== undefined && isConflict(error) && (await this.withKey(idempotencyKey))) return false;
      throw error;
    }
  }

  /** @param {string} key @returns {Promise<ListedApplication | undefined>} */
  async withKey(key) {
    return this.#one(`${selection} WHERE applications.idempotency_key = ?`, [key]);
  }

  /** @param {string} id @returns {Promise<ListedApplication | undefined>} */
  async get(id) {
    return this.#one(`${selection} WHERE applications.id = ?`, [id]);
  }

  /**
   * The latest first.
   * @param {{ before?: number | undefined, limit: number }} page `before` is the `number` of the last one seen
   * @returns {Promise<ListedApplication[]>}
   */
  async list({ before = Number.MAX_SAFE_INTEGER, limit }) {
    const sql = `${selection} WHERE applications.number < ? ORDER BY applications.number DESC LIMIT ?`;
    const { rows } = await this.#client.execute({ sql, args: [before, limit] });
    return rows.map(toApplication);
  }

  /**
   * @param {string} id
   * @param {number} file
   * @returns {Promise<{ name: string, size: number, sha256: string } | undefined>}
   */
  async file(id, file) {
    const sql = 'SELECT name, size, sha256 FROM files WHERE application = ? AND file = ?';
    const [row] = (await this.#client.execute({ sql, args: [id, file] })).rows;
    return row && { name: String(row['name']), size: Number(row['size']), sha256: String(row['sha256']) };
  }

  close() {
    this.#client.close();
  }

  /** @param {string} sql @param {string[]} args */
  async #one(sql, args) {
    const [row] = (await this.#client.execute({ sql, args })).rows;
    return row && toApplication(row);
  }
}

/** @param {{ url: string, token: string | undefined }} where the folder of a file must be there */
export async function openDatabase({ url, token }) {
  const isFile = url.startsWith('file:');
  const client = createClient({
    url,
    ...(token === undefined ? {} : { authToken: token }),
    // For a file: one connection, so that the PRAGMAs hold; and patience with a person who has the file open.
    ...(isFile ? { concurrency: 1, timeout: 5_000 } : {}),
  });
  if (isFile) {
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = FULL'); // NORMAL may forget the last commits when the power goes
  }
  return client;
}

/** @param {import('@libsql/client').Client} client */
export async function openStore(client) {
  await client.batch(schema, 'write');
  return new Store(client, await watchPlace(client));
}

/** @param {unknown} error */
function isConflict(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

/** @param {Row} row @returns {ListedApplication} */
function toApplication(row) {
  /** @param {string} column */
  const text = (column) => (row[column] === null ? undefined : String(row[column]));
  /** @param {string} column */
  const json = (column) => JSON.parse(String(row[column]));
  return {
    number: Number(row['number']),
    id: String(row['id']),
    receivedAt: String(row['received_at']),
    posting: String(row['posting']),
    locale: text('locale'),
    idempotencyKey: text('idempotency_key'),
    previousKey: text('previous_key'),
    replaces: text('replaces'),
    fingerprint: String(row['fingerprint']),
    answers: json('answers'),
    consents: json('consents'),
    hints: json('hints') ?? undefined,
    unknown: json('unknown'),
  };
}
