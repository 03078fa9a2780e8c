import { createClient } from '@libsql/client';
import { pathToFileURL } from 'node:url';

/**
 * Keeps a second process away from a folder. The system gives the lock back when this process ends, however it ends, which
 * no file with a process id in it can promise.
 * @param {string} path of the file to lock, made if absent
 * @returns {Promise<(() => void) | undefined>} gives the lock back; `undefined` where another process has it
 */
export async function lockFolder(path) {
  const client = createClient({ url: pathToFileURL(path).href });
  try {
    const held = await client.transaction('write');
    return () => {
      held.close();
      client.close();
    };
  } catch (error) {
    client.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
