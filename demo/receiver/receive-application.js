import { describeIssues, readApplication, validateApplication } from 'job-application-element/server.js';
import { fileAnswers, storeEmbeddedFiles, withFilesSeen } from './file-answers.js';
import { claimKey, fingerprintOf, idempotencyKey, refuseOddKeys } from './idempotency.js';
import { postingOf, refuseClosed } from './postings.js';
import { invalidAnswers, malformed, pointerTo, Problem } from './problem.js';
import { readRequest } from './read-request.js';
import { asNotStored, isRolledBack } from './storage-fault.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('./application-files.js').IncomingFiles} IncomingFiles
 * @typedef {import('./application-files.js').StoredFile & { field: string }} FileOfField
 * @typedef {import('job-application-element/server.js').Posting} Posting
 * @typedef {import('job-application-element/server.js').ReceivedApplication} ReceivedApplication
 *
 * @typedef {object} Reception What it takes to receive applications.
 * @property {import('./postings.js').Postings} postings
 * @property {import('./store.js').Store} store
 * @property {import('./relay/queue.js').RelayQueue} queue
 * @property {import('./relay/relay.js').Relay | undefined} relay
 * @property {import('./application-files.js').ApplicationFiles} files
 * @property {import('./settings.js').Limits} limits
 * @property {import('./captcha.js').ProofOfWork} proofOfWork
 * @property {Set<string>} keysInProgress of attempts that have arrived whole and are not answered yet
 *
 * @typedef {object} Attempt An application as it arrived, its files on the disk.
 * @property {string} id that it is kept under, if it is kept
 * @property {Posting} posting
 * @property {ReceivedApplication} application
 * @property {FileOfField[]} files
 * @property {string | undefined} key
 * @property {string} fingerprint
 *
 * @typedef {{ id: string, message?: string }} Receipt
 */

/** By language; for others the element has words of its own. */
const thanks = new Map([
  ['en', 'Your application has been stored.'],
  ['de', 'Ihre Bewerbung ist gespeichert.'],
]);

/**
 * Reads, judges and stores one application, in this order: limits, then the idempotency key (an attempt that was answered
 * before is answered so again, even if the job has closed since; one under a key that is being worked on is told to ask
 * again), then the proof of work (a repetition that is stored already needs no other), the deadline and the answers. Only what is right is kept, with its files and its key, and only what is kept is
 * confirmed. Should another process work for the same database, that takes one attempt, and the other gets its answer.
 * @param {IncomingMessage} request
 * @param {Reception} reception
 * @returns {Promise<Receipt>}
 * @throws {Problem} where it was not stored
 */
export async function receiveApplication(request, reception) {
  const { postings, store, relay, files, limits, proofOfWork, keysInProgress } = reception;
  const incoming = await files.begin().catch((error) => {
    throw asNotStored(error);
  });
  // Once the database has been asked to keep an application, only the database knows whether it did. Where it doesn't say,
  // the files stay for the next start, which asks again.
  let mayBeStored = false;
  let releaseKey = () => {};
  let returnProof = () => {};
  try {
    const attempt = await readAttempt(request, incoming, { postings, relay, limits });
    releaseKey = claimKey(attempt.key, keysInProgress);
    const earlier = await earlierReceipt(attempt, store);
    if (earlier) return earlier;
    returnProof = await proofOfWork.redeem(attempt.application.captcha);
    await judge(attempt, incoming, new Date());
    await incoming.keepOnly(attempt.files);
    mayBeStored = true;
    if (
      await store.add(
        recordOf(attempt),
        attempt.files,
        relay?.statements(attempt.id, attempt.posting, attempt.application.previousKey),
      )
    ) {
      // Files that can't be moved are read where they are, and moved at the next start.
      await files.settle(attempt.id).catch(() => undefined);
      relay?.wake();
      return receiptOf({ id: attempt.id, locale: attempt.application.locale });
    }
    mayBeStored = false;
    const faster = await earlierReceipt(attempt, store);
    if (!faster) throw new Error('The database refused an application for its key, and has none of that key.');
    return faster;
  } catch (error) {
    if (isRolledBack(error)) mayBeStored = false;
    throw mayBeStored ? error : asNotStored(error);
  } finally {
    releaseKey();
    if (!mayBeStored) {
      returnProof();
      await incoming.discard();
    }
  }
}

/**
 * @param {IncomingMessage} request
 * @param {IncomingFiles} incoming
 * @param {Pick<Reception, 'postings' | 'relay' | 'limits'>} reception
 * @returns {Promise<Attempt>}
 */
async function readAttempt(request, incoming, { postings, relay, limits }) {
  const body = await readRequest(request, incoming, limits);
  const given = 'parts' in body ? body.parts.find(([name]) => name === '_posting')?.[1] : body.json['posting'];
  const keys =
    'parts' in body
      ? body.parts.filter(([name]) => name === '_idempotency_key').map(([, value]) => value)
      : 'idempotencyKey' in body.json && body.json['idempotencyKey'] !== null
        ? [body.json['idempotencyKey']]
        : [];
  refuseOddKeys(keys);
  const posting = await postingOf(postings, given ?? undefined, relay);
  const written =
    'parts' in body
      ? body.parts.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
      : await storeEmbeddedFiles(posting, body.json['answers'], incoming, limits.fileBytes);
  const application = read(posting, 'parts' in body ? body.parts : body.json);
  const files = fileAnswers(posting, application.answers).flatMap((answer) =>
    answer.files.map((file) => {
      // A file that was described and not sent, such as one uploaded elsewhere, would be lost.
      const arrived = written.find((each) => each === file);
      if (!arrived) throw invalidAnswers([fileMissing(posting, answer.name)]);
      return { ...arrived, field: answer.name };
    }),
  );
  const key = idempotencyKey(request.headers['idempotency-key'], application.idempotencyKey);
  const fingerprint = fingerprintOf(String(posting.id), application);
  return { id: incoming.id, posting, application, files, key, fingerprint };
}

/** @param {Posting} posting @param {Parameters<typeof readApplication>[1]} input */
function read(posting, input) {
  try {
    return readApplication(posting, input);
  } catch (error) {
    throw error instanceof TypeError ? malformed(error.message) : error;
  }
}

/**
 * What was answered when this application was stored, if it was.
 * @param {Attempt} attempt
 * @param {Reception['store']} store
 * @throws {Problem} where its key belongs to another application
 */
async function earlierReceipt({ key, fingerprint }, store) {
  const earlier = key === undefined ? undefined : await store.withKey(key);
  if (!earlier) return undefined;
  if (earlier.fingerprint === fingerprint) return receiptOf(earlier);
  const title = 'This idempotency key belongs to another application.';
  throw new Problem(422, 'idempotency-key-reused', { title, detail: 'Expected a new key for new answers.' });
}

/**
 * @param {Attempt} attempt
 * @param {IncomingFiles} incoming
 * @param {Date} now
 * @throws {Problem} with a sentence for each field, in the applicant's language
 */
async function judge({ posting, application: { answers, locale } }, incoming, now) {
  refuseClosed(posting, now);
  const issues = validateApplication(posting, await withFilesSeen(posting, answers, incoming), { now });
  if (issues.length === 0) return;
  const described = await describeIssues(posting, issues, { answers, locale });
  throw invalidAnswers(
    described.map(({ field, code, message }) => ({ pointer: pointerIn(posting, field), field, code, detail: message })),
  );
}

/** @param {Attempt} attempt @returns {import('./store.js').ApplicationRecord} */
function recordOf({ id, posting, application, key, fingerprint }) {
  const { locale, previousKey, answers, consents, hints, unknown } = application;
  const keys = { idempotencyKey: key, previousKey, fingerprint };
  const receivedAt = new Date().toISOString();
  return { id, receivedAt, posting: String(posting.id), locale, ...keys, answers, consents, hints, unknown };
}

/** @param {{ id: string, locale?: string | undefined }} stored @returns {Receipt} */
function receiptOf({ id, locale = 'en' }) {
  const message = thanks.get(locale.toLowerCase().split('-', 1)[0] ?? '');
  return message === undefined ? { id } : { id, message };
}

/** @param {Posting} posting @param {string} field */
function fileMissing(posting, field) {
  const detail = 'Attach the file again: only its name arrived.';
  return { pointer: pointerIn(posting, field), field, code: 'server', detail };
}

/** @param {Posting} posting @param {string} field */
function pointerIn(posting, field) {
  const fields = posting.form?.sections.flatMap((section) => section.fields) ?? [];
  return pointerTo(field, (name) => fields.some((each) => each.name === name));
}
