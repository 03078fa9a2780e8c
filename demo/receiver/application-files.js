import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readExcerpt } from './read-excerpt.js';

/**
 * A file of an application: what the sender says of it, and what it is. Nothing of what the sender says is used to find it.
 * @typedef {object} StoredFile
 * @property {string} name
 * @property {string} type
 * @property {number} size bytes that arrived
 * @property {string} sha256 of its bytes, hexadecimal
 * @property {number} file its number in the application, from 1, which is also its name on the disk
 */

/**
 * Files on the disk: `incoming/ID/NUMBER` until the database has the application, `files/ID/NUMBER` from then on. What a
 * killed process leaves in `incoming` therefore belongs to an application that was committed, or to none: `settleAll` asks
 * the database which. Nothing else ever deletes a file.
 */
export class ApplicationFiles {
  #incoming;
  #stored;

  /** @param {string} folder */
  constructor(folder) {
    this.#incoming = join(folder, 'incoming');
    this.#stored = join(folder, 'files');
  }

  /** To be called once before anything else, and only by the one process that uses the folder. */
  async prepare() {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    await mkdir(this.#stored, { recursive: true, mode: 0o700 });
  }

  /** @param {(id: string) => Promise<boolean>} isStored whether the database has an application of this id */
  async settleAll(isStored) {
    for (const id of await readdir(this.#incoming)) {
      if (!isId(id)) continue; // nothing of this receiver's: the folder may be a link to one with other things in it
      if (await isStored(id)) await this.settle(id);
      else await rm(join(this.#incoming, id), { recursive: true, force: true });
    }
  }

  async begin() {
    const id = randomUUID();
    const incoming = new IncomingFiles(this.#incoming, id);
    await mkdir(join(this.#incoming, id), { mode: 0o700 });
    return incoming;
  }

  /** To be called once the application is committed. @param {string} id */
  async settle(id) {
    await rename(join(this.#incoming, id), join(this.#stored, id));
  }

  /** @param {string} id of an application that is in the database @param {number} file */
  async read(id, file) {
    return createReadStream('', { fd: await this.#open(id, file) });
  }

  /** @param {string} id of an application that is in the database @param {number} file */
  async excerpt(id, file) {
    return readExcerpt(await this.#open(id, file));
  }

  /** @param {string} id @param {number} file */
  #open(id, file) {
    const name = join(id, String(file));
    // It is still among the incoming ones for the moment between commit and `settle`.
    return open(join(this.#stored, name)).catch(() => open(join(this.#incoming, name)));
  }
}

/** The files of one application while it arrives. */
export class IncomingFiles {
  #parent;
  #folder;
  #count = 0;

  /** @param {string} parent @param {string} id */
  constructor(parent, id) {
    /** Of the application that these files belong to. */
    this.id = id;
    this.#parent = parent;
    this.#folder = join(parent, id);
  }

  /**
   * Writes a file through to the disk while its bytes come in.
   * @param {NodeJS.ReadableStream | Iterable<Uint8Array>} bytes
   * @param {{ name: string, type: string }} said
   * @returns {Promise<StoredFile>}
   */
  async add(bytes, { name, type }) {
    const file = ++this.#count;
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(bytes, measure, createWriteStream(this.#path(file), { flags: 'wx', mode: 0o600, flush: true }));
    return { name, type, size, sha256: hash.digest('hex'), file };
  }

  /** @param {number} file */
  async excerpt(file) {
    return readExcerpt(await open(this.#path(file)));
  }

  /**
   * Drops the files that the application doesn't refer to and makes sure that the rest outlasts a loss of power.
   * @param {readonly StoredFile[]} kept
   */
  async keepOnly(kept) {
    const numbers = new Set(kept.map(({ file }) => file));
    for (let file = 1; file <= this.#count; file += 1) {
      if (!numbers.has(file)) await rm(this.#path(file), { force: true });
    }
    await syncFolder(this.#folder);
    await syncFolder(this.#parent);
  }

  /** Only once nothing is being added any more. What can't be removed now goes at the next start. */
  async discard() {
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }

  /** @param {number} file */
  #path(file) {
    return join(this.#folder, String(file));
  }
}

/** @param {string} name as `randomUUID` makes it */
function isId(name) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}

/** A new file's name is on the disk once its folder is. @param {string} path */
async function syncFolder(path) {
  if (process.platform === 'win32') return; // NTFS keeps its own journal of names, and no folder can be opened
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
