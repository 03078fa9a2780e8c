import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isSystemName, systems } from './relay/systems.js';

/**
 * @typedef {object} Settings
 * @property {string} host
 * @property {number} port 0 for any free one
 * @property {string} dataFolder absolute
 * @property {string} databaseUrl `file:` for SQLite in this process; `libsql:`, `http:`, `https:` for a libSQL server
 * @property {string | undefined} databaseToken
 * @property {string} postingsFolder absolute
 * @property {ReadonlySet<string>} allowedOrigins other sites whose pages may send applications here and load the postings
 * @property {string} captchaSecret that challenges are signed with; one of its own for each start, unless it is given
 * @property {boolean} isCaptchaRequired
 * @property {Limits} limits
 * @property {RelaySettings | undefined} relay
 *
 * @typedef {object} RelaySettings Where applications are passed on to.
 * @property {import('./relay/systems.js').SystemName} system
 * @property {import('./relay/systems.js').Access} access
 * @property {number} tries after the last of which an application rests until somebody asks for more
 * @property {number} retryMs after the first try that failed; each time twice as long
 * @property {number} freshMs for which a job of the system is not asked for again
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
 * BODY_TIMEOUT_MS, ALLOWED_ORIGINS (several by spaces or commas), CAPTCHA (altcha) and CAPTCHA_SECRET. None is needed. With
 * RELAY, applications are passed on to a system: RELAY_KEY, its secret, and RELAY_BOARD, the company's name in its
 * addresses, are needed then; RELAY_URL, RELAY_TRIES, RELAY_RETRY_MS and RELAY_CACHE_SECONDS are not.
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
    relay: relay(env),
    captchaSecret: env['CAPTCHA_SECRET'] || randomBytes(32).toString('hex'),
    isCaptchaRequired: oneOf(env, 'CAPTCHA', ['', 'altcha']) === 'altcha',
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

/** @param {Record<string, string | undefined>} env @returns {RelaySettings | undefined} */
function relay(env) {
  const system = env['RELAY'];
  if (!system) return undefined;
  if (!isSystemName(system)) {
    throw new SettingError(`RELAY is "${system}". Expected one of: ${Object.keys(systems).join(', ')}.`);
  }
  const key = env['RELAY_KEY'] ?? '';
  if (!/^[!-~]{8,500}$/.test(key)) {
    throw new SettingError(`RELAY_KEY is missing, or is no key: expected the one that ${system} gave you.`);
  }
  const board = env['RELAY_BOARD'] ?? '';
  const { needsBoard, url } = systems[system];
  if (needsBoard ? !/^[A-Za-z0-9][\w.-]{0,99}$/.test(board) : board !== '') {
    const expected = needsBoard ? `the company's name in the addresses of ${system}` : `none with ${system}`;
    throw new SettingError(`RELAY_BOARD is "${board}". Expected ${expected}.`);
  }
  return {
    system,
    access: { url: apiUrl(env['RELAY_URL'] || url), board, key },
    tries: count(env, 'RELAY_TRIES', 20, 1_000, 1),
    retryMs: count(env, 'RELAY_RETRY_MS', 10_000, 3_600_000, 1),
    freshMs: 1000 * count(env, 'RELAY_CACHE_SECONDS', 30, 86_400),
  };
}

/** A key goes nowhere without encryption, except to this machine. @param {string} text */
function apiUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === 'https:' || isLocal) && !/[?#@]/.test(text)) return text.replace(/\/+$/, '');
  throw new SettingError('RELAY_URL is of no use. Expected an https: address, such as one of another region.');
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

/** @param {Record<string, string | undefined>} env @param {string} name @param {readonly string[]} words */
function oneOf(env, name, words) {
  const text = env[name] ?? '';
  if (words.includes(text)) return text;
  const expected = words.map((word) => (word === '' ? 'nothing' : word)).join(' or ');
  throw new SettingError(`${name} is "${text}". Expected ${expected}.`);
}

/** @param {string} text */
function origin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && url.origin === text) return text;
  throw new SettingError(`ALLOWED_ORIGINS has "${text}". Expected origins such as https://careers.example.org.`);
}
