/**
 * @typedef {import('@libsql/client').Client} Client
 * @typedef {import('@libsql/client').InStatement} InStatement
 *
 * How an application stands: `waiting` for its next try, or being sent; then `sent`, or at rest until a person asks for
 * another try: `refused` by the system, `exhausted` after the last try, or of `unknown` fate; or `replaced` by a later
 * version of it before it was passed on.
 * @typedef {'waiting' | 'sending' | 'sent' | 'refused' | 'exhausted' | 'unknown' | 'replaced'} RelayStatus
 *
 * @typedef {object} RelayState
 * @property {string} application
 * @property {string} system
 * @property {RelayStatus} status
 * @property {number} tries since it was last asked for
 * @property {string | undefined} words of the system, or about it
 * @property {string | undefined} systemId
 * @property {string} changedAt ISO 8601, UTC
 *
 * @typedef {RelayState & { dueAt: number, hash: string }} Waiting
 */

const schema = [
  `CREATE TABLE IF NOT EXISTS relay_postings (
    hash TEXT PRIMARY KEY,
    system TEXT NOT NULL,
    job TEXT NOT NULL,
    json TEXT NOT NULL,
    seen_at INTEGER NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS relays (
    application TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    system TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES relay_postings (hash),
    status TEXT NOT NULL,
    tries INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    words TEXT,
    system_id TEXT,
    changed_at TEXT NOT NULL
  )`,
  'CREATE INDEX IF NOT EXISTS relays_due ON relays (status, due_at)',
];

/**
 * What is to be passed on, in the database that has the applications: an application and its place in the queue are
 * committed together. Each place belongs to the folder that has the files, so that receivers with folders of their own may
 * share a database.
 */
export class RelayQueue {
  #client;

  /** @param {Client} client */
  constructor(client) {
    this.#client = client;
  }

  /**
   * To be run in one transaction with the application. The posting is kept as it was judged by. An earlier version of the
   * same application, which its applicant does not know to have arrived, is not passed on any more if that can be helped.
   * @param {{ application: string, previousKey?: string | undefined, folder: string, system: string, job: string, hash: string, json: string, now: number }} entry
   * @returns {InStatement[]}
   */
  statements({ application, previousKey, folder, system, job, hash, json, now }) {
    return [
      {
        sql: `INSERT INTO relay_postings (hash, system, job, json, seen_at) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (hash) DO UPDATE SET seen_at = excluded.seen_at`,
        args: [hash, system, job, json, now],
      },
      {
        sql: `INSERT INTO relays (application, folder, system, hash, status, tries, due_at, changed_at)
          VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?)`,
        args: [application, folder, system, hash, now, new Date(now).toISOString()],
      },
      ...(previousKey === undefined ? [] : [replacing(previousKey, application, new Date(now).toISOString())]),
    ];
  }

  /** The posting of a job as it was last applied for. @param {string} system @param {string} job */
  async latestPosting(system, job) {
    const sql = 'SELECT hash, json FROM relay_postings WHERE system = ? AND job = ? ORDER BY seen_at DESC LIMIT 1';
    const [row] = (await this.#client.execute({ sql, args: [system, job] })).rows;
    return row && { hash: String(row['hash']), json: String(row['json']) };
  }

  /** @param {string} hash @returns {Promise<{ job: string, json: string } | undefined>} */
  async posting(hash) {
    const [row] = (
      await this.#client.execute({ sql: 'SELECT job, json FROM relay_postings WHERE hash = ?', args: [hash] })
    ).rows;
    return row && { job: String(row['job']), json: String(row['json']) };
  }

  /** What was being sent when this folder's receiver ended: nobody knows whether it arrived. @param {string} folder */
  async settleInterrupted(folder) {
    await this.#client.execute({
      sql: `UPDATE relays SET status = 'unknown', words = ?, changed_at = ? WHERE folder = ? AND status = 'sending'`,
      args: ['The receiver ended while it was being sent.', new Date().toISOString(), folder],
    });
  }

  /** @param {string} folder @param {string} system @returns {Promise<Waiting | undefined>} the one that is due first */
  async next(folder, system) {
    const sql = `SELECT * FROM relays WHERE status = 'waiting' AND folder = ? AND system = ? ORDER BY due_at, application LIMIT 1`;
    const [row] = (await this.#client.execute({ sql, args: [folder, system] })).rows;
    return row && { ...toState(row), dueAt: Number(row['due_at']), hash: String(row['hash']) };
  }

  /**
   * To be committed before the first byte leaves.
   * @param {string} application
   * @returns {Promise<boolean>} false where it does not wait any more
   */
  async begin(application) {
    const { rowsAffected } = await this.#client.execute({
      sql: `UPDATE relays SET status = 'sending', words = NULL, changed_at = ?
        WHERE application = ? AND status = 'waiting'`,
      args: [new Date().toISOString(), application],
    });
    return rowsAffected === 1;
  }

  /**
   * @param {string} application
   * @param {{ status: RelayStatus, tries?: number, dueAt?: number, words?: string | null, systemId?: string | null }} change
   */
  async settle(application, change) {
    await this.#set(application, change);
  }

  /** @param {readonly string[]} applications @returns {Promise<Map<string, RelayState>>} */
  async statesOf(applications) {
    if (applications.length === 0) return new Map();
    const sql = `SELECT * FROM relays WHERE application IN (${applications.map(() => '?').join(', ')})`;
    const { rows } = await this.#client.execute({ sql, args: [...applications] });
    return new Map(rows.map((row) => [String(row['application']), toState(row)]));
  }

  /** Everything that is at rest without having been sent. @returns {Promise<RelayState[]>} */
  async atRest() {
    const sql = `SELECT * FROM relays WHERE status IN ('refused', 'exhausted', 'unknown') ORDER BY changed_at, application`;
    return (await this.#client.execute(sql)).rows.map(toState);
  }

  /** @param {string} application at rest @returns {Promise<boolean>} false where it isn't, or not any more */
  async sendAgain(application) {
    const { rowsAffected } = await this.#client.execute({
      sql: `UPDATE relays SET status = 'waiting', tries = 0, due_at = 0, changed_at = ?
        WHERE application = ? AND status IN ('refused', 'exhausted', 'unknown')`,
      args: [new Date().toISOString(), application],
    });
    return rowsAffected === 1;
  }

  /** @param {string} application @param {Parameters<RelayQueue['settle']>[1]} change */
  async #set(application, { status, tries, dueAt, words, systemId }) {
    await this.#client.execute({
      sql: `UPDATE relays SET status = ?, tries = coalesce(?, tries), due_at = coalesce(?, due_at), words = ?,
        system_id = coalesce(?, system_id), changed_at = ? WHERE application = ?`,
      args: [
        status,
        tries ?? null,
        dueAt ?? null,
        words ?? null,
        systemId ?? null,
        new Date().toISOString(),
        application,
      ],
    });
  }
}

/**
 * @param {string} key of the earlier version
 * @param {string} application
 * @param {string} at
 * @returns {InStatement}
 */
function replacing(key, application, at) {
  return {
    sql: `UPDATE relays SET status = 'replaced', words = ?, changed_at = ?
      WHERE status IN ('waiting', 'refused', 'exhausted') AND application = (
        SELECT earlier.id FROM applications AS earlier JOIN applications AS later ON later.posting = earlier.posting
        WHERE earlier.idempotency_key = ? AND later.id = ?)`,
    args: [`By ${application}.`, at, key, application],
  };
}

/** @param {Client} client whose database has the applications */
export async function openQueue(client) {
  await client.batch(schema, 'write');
  return new RelayQueue(client);
}

/** @param {import('@libsql/client').Row} row @returns {RelayState} */
function toState(row) {
  /** @param {string} column */
  const text = (column) => (row[column] === null ? undefined : String(row[column]));
  return {
    application: String(row['application']),
    system: String(row['system']),
    status: /** @type {RelayStatus} */ (String(row['status'])),
    tries: Number(row['tries']),
    words: text('words'),
    systemId: text('system_id'),
    changedAt: String(row['changed_at']),
  };
}
