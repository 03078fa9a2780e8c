import { malformed, Problem, tooLarge } from './problem.js';
import { readMultipart } from './read-multipart.js';
import { watchPace } from './watch-pace.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('./application-files.js').IncomingFiles} IncomingFiles
 * @typedef {import('./application-files.js').StoredFile} StoredFile
 * @typedef {import('./settings.js').Limits} Limits
 *
 * @typedef {[name: string, value: string | StoredFile]} ReceivedPart
 *
 * What a request brought, nothing of it judged: the parts of a multipart one, their files already on the disk; or the JSON,
 * its files still in it.
 * @typedef {{ parts: ReceivedPart[] } | { json: Record<string, unknown> }} ReceivedBody
 */

/** JSON nested deeper than any application is: reading it further would only exhaust the stack. */
const maxDepth = 32;

/**
 * @param {IncomingMessage} request
 * @param {IncomingFiles} incoming
 * @param {Limits} limits
 * @returns {Promise<ReceivedBody>}
 * @throws {import('./problem.js').Problem} for what can't be read; the request may not have been read to its end then
 */
export async function readRequest(request, incoming, limits) {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw unsupported('Expected a body without a content encoding.');
  }
  if (type !== 'multipart/form-data' && type !== 'application/json') {
    throw unsupported('Expected multipart/form-data or application/json.');
  }
  const { stalled, end } = watchPace(request, limits.bodyWindowMs);
  try {
    if (type === 'multipart/form-data') return { parts: await readMultipart(request, incoming, limits, stalled) };
    return { json: await Promise.race([readJson(request, limits.jsonBytes), stalled]) };
  } finally {
    end();
  }
}

/** @param {string} detail */
function unsupported(detail) {
  return new Problem(415, 'unsupported-type', { title: 'This kind of content is not read here.', detail });
}

/** @param {IncomingMessage} request @param {number} maxBytes */
async function readJson(request, maxBytes) {
  const limit = `Expected at most ${maxBytes} bytes of JSON; as multipart/form-data there may be more.`;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(limit);
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  try {
    // Leaving the loop must not end the connection: the refusal is still to be said.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Problem ? error : malformed('The request ended before its body did.');
  }
  const json = parseJson(Buffer.concat(chunks));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw malformed('Expected a JSON object.');
  if (isDeeperThan(maxDepth, json)) throw malformed(`Expected JSON nested at most ${maxDepth} deep.`);
  return /** @type {Record<string, unknown>} */ (json);
}

/** @param {Buffer} bytes @returns {unknown} */
function parseJson(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('Expected JSON in UTF-8.'); // the parser's own message quotes the answers
  }
}

/** @param {number} depth @param {unknown} value @returns {boolean} */
function isDeeperThan(depth, value) {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((each) => isDeeperThan(depth - 1, each));
}
