import { stat } from 'node:fs/promises';

/**
 * Remembers where a database in this process has its files. SQLite goes on writing to files that were moved or deleted, and
 * what it commits to them is lost to the next start.
 * @param {import('@libsql/client').Client} client
 * @returns {Promise<() => Promise<void>>} throws once they are no longer where they were
 */
export async function watchPlace(client) {
  if (client.protocol !== 'file') return async () => undefined;
  const [main] = (await client.execute('PRAGMA database_list')).rows;
  const path = String(main?.['file'] ?? '');
  if (path === '') return async () => undefined; // in memory
  const identity = async () => (await Promise.all([path, `${path}-wal`].map(identityOf))).join();
  const opened = await identity();
  return async () => {
    if ((await identity()) !== opened)
      throw Object.assign(new Error('The database is gone.'), { code: 'DATABASE_GONE' });
  };
}

/** @param {string} path @returns {Promise<string>} empty where there is no file */
async function identityOf(path) {
  const found = await stat(path, { bigint: true }).catch((error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return found ? `${found.dev}:${found.ino}` : '';
}
