import { NoAnswer, UploadFailed } from './ask-system.js';
import { retryAfterMs } from './backoff.js';

/**
 * @typedef {import('job-application-element/server.js').SystemReply} SystemReply
 * @typedef {import('./ask-system.js').SystemAnswer} SystemAnswer
 *
 * What became of an application at a system.
 * @typedef {{ kind: 'sent', systemId: string | undefined, words?: string }
 *   | { kind: 'again', words: string, waitMs: number | undefined }
 *   | { kind: 'refused', words: string }
 *   | { kind: 'unknown', words: string }} Fate
 */

const maxWords = 2_000;

/**
 * Refusals of the key (401, 403) are tried again, too: they say nothing of the application, and somebody may put the key
 * right. A gateway that did not wait for its system (504) leaves open whether that stored the application.
 */
const again = new Set([401, 403, 407, 408, 425, 429]);

/**
 * @param {SystemAnswer} answer
 * @param {SystemReply | undefined} reply what the system's adapter reads in it
 * @param {number} nowMs
 * @returns {Fate}
 */
export function fateOf({ status, headers, body }, reply, nowMs) {
  const words = wordsOf(status, body, reply);
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && reply?.status === 'sent') return { kind: 'sent', systemId: reply.id };
  if (status === 504 || (isSuccess && !reply)) return { kind: 'unknown', words };
  if (again.has(status) || status >= 500 || (status >= 300 && status < 400)) {
    return { kind: 'again', words, waitMs: retryAfterMs(headers['retry-after'], nowMs) };
  }
  return { kind: 'refused', words };
}

/**
 * What became of one for which there is no answer.
 * @param {unknown} error
 * @param {boolean} isBegun whether the application itself was being sent
 * @param {number} nowMs
 * @returns {Fate}
 */
export function fateOfFault(error, isBegun, nowMs) {
  if (error instanceof UploadFailed) {
    const fate = fateOf(error.answer, undefined, nowMs);
    // Whatever became of the file, the application is not there yet.
    return 'words' in fate && fate.kind !== 'unknown'
      ? fate
      : { kind: 'again', words: wordsOf(error.answer.status, error.answer.body, undefined), waitMs: undefined };
  }
  const isUnknown = isBegun && !(error instanceof NoAnswer && !error.mayHaveArrived);
  const words = error instanceof NoAnswer ? `No answer: ${error.message}.` : `A fault here: ${nameOf(error)}.`;
  return isUnknown ? { kind: 'unknown', words } : { kind: 'again', words, waitMs: undefined };
}

/** Its message stays out: it may quote an answer. @param {unknown} error */
export function nameOf(error) {
  return error instanceof Error ? error.name : 'unnamed';
}

/** @param {number} status @param {unknown} body @param {SystemReply | undefined} reply */
function wordsOf(status, body, reply) {
  const issues = reply?.issues.map(({ field, message }) => (field ? `${field}: ${message}` : message)) ?? [];
  const own = reply?.message !== undefined && !reply.issues.some(({ message }) => message === reply.message);
  const said = [...(own ? [reply.message] : []), ...issues];
  const words = said.length > 0 ? said : saidIn(body);
  return [`Status ${status}.`, ...words].join(' ').slice(0, maxWords);
}

/** @param {unknown} body @returns {string[]} */
function saidIn(body) {
  if (typeof body !== 'object' || body === null) return [];
  const { error, message, reason, errors } = /** @type {Record<string, unknown>} */ (body);
  return [message, error, reason, ...(Array.isArray(errors) ? errors : [])].filter((each) => typeof each === 'string');
}
