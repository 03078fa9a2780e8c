import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/**
 * @typedef {object} StaticFile
 * @property {Buffer} bytes
 * @property {Buffer | undefined} gzipped only where that is smaller
 * @property {string} hash of its bytes
 * @property {string} type
 * @property {boolean} isForever its name changes with its content
 * @property {boolean} hasElement a page with the element in it
 *
 * @typedef {StaticFile & { changedAt: number }} CachedFile
 */

const compress = promisify(gzip);

const demoFolder = new URL('../', import.meta.url);
const builtFolder = new URL('../../dist/', import.meta.url);

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The pages of the demo, what they load, and the built element. Files are read when first asked for, and again once changed. */
export class StaticFiles {
  #postingsFolder;
  /** @type {Map<string, CachedFile>} */
  #cache = new Map();

  /** @param {string} postingsFolder */
  constructor(postingsFolder) {
    this.#postingsFolder = postingsFolder;
  }

  /**
   * @param {string} path of a URL
   * @returns {Promise<StaticFile | undefined>} undefined where there is no such file, or none for everybody
   */
  async get(path) {
    const file = this.#locate(path);
    const type = file && types[extname(file)];
    if (!file || !type) return undefined;
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const cached = this.#cache.get(path);
    if (cached?.changedAt === found.mtimeMs && cached.bytes.length === found.size) return cached;
    const bytes = await readFile(file);
    const small = await compress(bytes);
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const gzipped = small.length >= bytes.length ? undefined : small;
    const isForever = path.startsWith('/dist/chunks/');
    const hasElement = extname(file) === '.html' && bytes.includes('<job-application');
    const read = { bytes, gzipped, hash, type, isForever, hasElement, changedAt: found.mtimeMs };
    this.#cache.set(path, read);
    return read;
  }

  /**
   * Only names that are plain all the way lead anywhere: no dot in front, no backslash, no escape.
   * @param {string} path
   */
  #locate(path) {
    if (path === '/') return fileURLToPath(new URL('index.html', demoFolder));
    if (!/^(\/[\w-][\w.-]*)+$/.test(path)) return undefined;
    const [, first = '', second = '', ...more] = path.split('/');
    if (first === 'dist') return fileURLToPath(new URL(`.${path.slice('/dist'.length)}`, builtFolder));
    if (first === 'postings' && more.length === 0) return `${this.#postingsFolder}/${second}`;
    return second === '' ? fileURLToPath(new URL(first, demoFolder)) : undefined;
  }
}
