import { Buffer } from 'node:buffer';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/**
 * @typedef {object} SystemRequest
 * @property {string} url may have the key in its query: it is never to be shown
 * @property {'GET' | 'POST'} method
 * @property {Readonly<Record<string, string>>} headers
 * @property {Buffer} [body]
 *
 * @typedef {object} SystemAnswer
 * @property {number} status a redirect is not followed
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} text
 * @property {unknown} body the text as JSON, or the text where it is none
 */

const maxBytes = 5_000_000;

/** No answer came. Its message has nothing of the request in it. */
export class NoAnswer extends Error {
  /** @param {string} reason @param {boolean} mayHaveArrived false where not one byte of the request left this machine */
  constructor(reason, mayHaveArrived) {
    super(reason);
    this.name = 'NoAnswer';
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** A file was not taken, so no application has been sent. */
export class UploadFailed extends Error {
  /** @param {SystemAnswer} answer */
  constructor(answer) {
    super('A file was not taken.');
    this.name = 'UploadFailed';
    this.answer = answer;
  }
}

/**
 * Asks a system over a connection of its own. One that was used before may have been closed at the other end meanwhile, and
 * then nobody could say whether the request arrived.
 * @param {SystemRequest} request
 * @param {number} timeoutMs for the whole of it
 * @returns {Promise<SystemAnswer>}
 * @throws {NoAnswer}
 */
export function askSystem({ url, method, headers, body }, timeoutMs) {
  const start = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    let isConnected = false;
    /** @param {string} reason */
    const fail = (reason) => {
      clearTimeout(timer);
      reject(new NoAnswer(reason, isConnected));
      request.destroy();
    };
    const timer = setTimeout(() => fail('no answer in time'), timeoutMs);
    const length = body ? { 'Content-Length': String(body.length) } : {};
    const request = start(url, { method, agent: false, headers: { ...headers, ...length, Connection: 'close' } });
    request.on('socket', (socket) =>
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => (isConnected = true)),
    );
    request.on('error', (error) => fail('code' in error ? String(error.code) : 'the connection failed'));
    request.on('response', (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      let size = 0;
      response.on('data', (/** @type {Buffer} */ chunk) => {
        size += chunk.length;
        if (size > maxBytes) fail('the answer is too large');
        else chunks.push(chunk);
      });
      response.on('error', () => fail('the answer broke off'));
      response.on('end', () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: jsonOr(text) });
      });
    });
    request.end(body);
  });
}

/** @param {string} text @returns {unknown} */
function jsonOr(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a page of HTML, say: who reads it decides
  }
}
