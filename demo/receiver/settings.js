import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {object} Settings
 * @property {string} host
 * @property {number} port 0 for any free one
 * @property {string} dataFolder absolute
 * @property {string} databaseUrl `file:` for SQLite in this process; `libsql:`, `http:`, `https:` for a libSQL server
 * @property {string | undefined} databaseToken
 * @property {string} postingsFolder absolute
 * @property {ReadonlySet<string>} allowedOrigins other sites whose pages may send applications here and load the postings
 * @property {Limits} limits
 *
 * @typedef {object} Limits What one request may bring.
 * @property {number} fileBytes each file
 * @property {number} fieldBytes each text
 * @property {number} textBytes all texts of a multipart request together: they are held in memory
 * @property {number} parts of a multipart request
 * @property {number} totalBytes of a multipart request, which goes to the disk as it comes
 * @property {number} jsonBytes of a JSON request, which is held in memory; base64 makes a file a third longer
 * @property {number} headersMs until the headers of a request must be there
 * @property {number} bodyWindowMs in which some of the body must always come
 */

/** Something to be put right before the receiver can start; its message says what. */
export class SettingError extends Error {}

/**
 * Reads PORT, HOST, DATA_DIR, DATABASE_URL, DATABASE_AUTH_TOKEN, POSTINGS_DIR, MAX_FILE_BYTES, HEADERS_TIMEOUT_MS,
 * BODY_TIMEOUT_MS and ALLOWED_ORIGINS (several by spaces or commas). None is needed.
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 * @throws {SettingError} where a value can't be used, saying what was expected
 */
export function readSettings(env) {
  const dataFolder = resolve(env['DATA_DIR'] || '.data');
  const fileBytes = count(env, 'MAX_FILE_BYTES', 25_000_000, 1_000_000_000);
  return {
    host: env['HOST'] || '127.0.0.1',
    port: count(env, 'PORT', 8080, 65_535),
    dataFolder,
    databaseUrl: env['DATABASE_URL'] || pathToFileURL(resolve(dataFolder, 'applications.db')).href,
    databaseToken: env['DATABASE_AUTH_TOKEN'] || undefined,
    postingsFolder: resolve(env['POSTINGS_DIR'] || fileURLToPath(new URL('../postings', import.meta.url))),
    allowedOrigins: new Set(
      (env['ALLOWED_ORIGINS'] ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(origin),
    ),
    limits: {
      fileBytes,
      fieldBytes: 1_000_000,
      textBytes: 10_000_000,
      parts: 5_000,
      totalBytes: 4 * fileBytes + 12_000_000,
      jsonBytes: Math.ceil((fileBytes * 4) / 3) + 2_000_000,
      headersMs: milliseconds(env, 'HEADERS_TIMEOUT_MS', 20_000),
      bodyWindowMs: milliseconds(env, 'BODY_TIMEOUT_MS', 60_000),
    },
  };
}

/** @param {Record<string, string | undefined>} env @param {string} name @param {number} fallback */
function milliseconds(env, name, fallback) {
  return count(env, name, fallback, 3_600_000, 100);
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} name
 * @param {number} fallback
 * @param {number} max
 * @param {number} min
 */
function count(env, name, fallback, max, min = 0) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (/^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
  throw new SettingError(`${name} is "${text}". Expected a whole number from ${min} to ${max}.`);
}

/** @param {string} text */
function origin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && url.origin === text) return text;
  throw new SettingError(`ALLOWED_ORIGINS has "${text}". Expected origins such as https://careers.example.org.`);
}
