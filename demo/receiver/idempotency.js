import { createHash } from 'node:crypto';
import { malformed, Problem } from './problem.js';

const maxKeyLength = 255;

/**
 * The key of an attempt. It may come as the header `Idempotency-Key` (a string as RFC 9651 writes it, in quotes), inside the
 * application, or both, if they agree.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 * @param {string | string[] | undefined} header
 * @param {string | undefined} inside
 * @returns {string | undefined} none: the application is then stored as often as it arrives
 */
export function idempotencyKey(header, inside) {
  const outside = header === undefined ? undefined : quotedString(String(header));
  if (outside !== undefined && inside !== undefined && outside !== inside) {
    throw malformed('Expected the same idempotency key in the header and in the application.');
  }
  const key = outside ?? inside;
  if (key !== undefined && (key === '' || key.length > maxKeyLength)) {
    throw malformed(`Expected an idempotency key of 1 to ${maxKeyLength} characters.`);
  }
  // A database may end a text at NUL, and writes every half of a pair alike: two keys would become one.
  if (key !== undefined && /[\p{Cc}\p{Cs}]/u.test(key)) {
    throw malformed('Expected an idempotency key without control characters and halves of characters.');
  }
  return key;
}

/**
 * Refuses a key that could not be read, or is not one: taken for no key, each repetition would be stored anew.
 * @param {readonly unknown[]} given what stands in the application under the key's name
 */
export function refuseOddKeys(given) {
  const [first] = given;
  if (given.some((key) => typeof key !== 'string' || key !== first)) {
    throw malformed('Expected one idempotency key, as a text.');
  }
}

/**
 * Takes a key for as long as one attempt under it is worked on. Only whole attempts take one: a body that broke off, or
 * lingers, keeps nobody from sending it anew.
 * @param {string | undefined} key
 * @param {Set<string>} keysInProgress
 * @returns {() => void} gives the key back
 * @throws {Problem} where another attempt has it
 */
export function claimKey(key, keysInProgress) {
  if (key === undefined) return () => undefined;
  if (keysInProgress.has(key)) {
    const title = 'This application is being worked on.';
    const headers = { 'Retry-After': '1' };
    throw new Problem(409, 'in-progress', { title, detail: 'Ask again with the same key.', headers });
  }
  keysInProgress.add(key);
  return () => void keysInProgress.delete(key);
}

/** @param {string} header */
function quotedString(header) {
  const quoted = /^\s*"((?:[ !#-[\]-~]|\\["\\])*)"\s*(?:;.*)?$/.exec(header)?.[1];
  if (quoted === undefined) throw malformed('Expected the header Idempotency-Key to hold a string in double quotes.');
  return quoted.replace(/\\(["\\])/g, '$1');
}

/**
 * The same for every attempt to send one payload: made of what was answered and of the files' bytes, and of nothing that
 * differs between attempts (boundaries, hints, captcha tokens, the moments of consents, the order of keys).
 * @param {string} posting its id
 * @param {Pick<import('job-application-element/server.js').ReceivedApplication, 'answers' | 'consents'>} application
 *   its files with their `sha256`
 */
export function fingerprintOf(posting, { answers, consents }) {
  return createHash('sha256').update(JSON.stringify({ posting, answers, consents }, canonical)).digest('hex');
}

/** @param {string} _key @param {unknown} value */
function canonical(_key, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const isConsent = 'given' in value && 'at' in value;
  const isFile = 'sha256' in value;
  const kept = Object.entries(value).filter(([key]) => !(isConsent && key === 'at') && !(isFile && key === 'file'));
  return Object.fromEntries(kept.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)));
}
