import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The id of a folder, made when it is first asked for.
 * @param {string} path of the data folder
 */
export async function folderId(path) {
  const file = join(path, 'id');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (/^[0-9a-f-]{36}$/.test(known)) return known;
  const id = randomUUID();
  await writeFile(file, id, { mode: 0o600, flush: true });
  return id;
}
