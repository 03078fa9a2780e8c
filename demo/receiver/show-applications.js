import { Readable } from 'node:stream';
import { applicationsCsv } from './applications-csv.js';
import { applicationsPage } from './applications-page.js';
import { contentsOf, nameToSave } from './file-contents.js';
import { notFound } from './problem.js';

/**
 * @typedef {import('./receive-application.js').Reception} Reception
 * @typedef {import('./routes.js').Reply} Reply
 */

const pageLength = 50;

/** What is shown of applications is for one reader, and is kept nowhere on the way. */
const privately = { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * @param {Pick<Reception, 'store' | 'queue'>} reception
 * @param {{ query: URLSearchParams, wantsJson: boolean }} wish `before` in the query: the number of the last one seen
 * @returns {Promise<Reply>}
 */
export async function listApplications({ store, queue }, { query, wantsJson }) {
  const before = /^\d{1,15}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : undefined;
  const found = await store.list({ before, limit: pageLength + 1 });
  const applications = found.slice(0, pageLength);
  const older = found.length > pageLength ? applications.at(-1)?.number : undefined;
  const relays = await queue.statesOf(applications.map(({ id }) => id));
  if (wantsJson) return jsonReply({ applications: applications.map((each) => withRelay(each, relays)), older });
  return {
    headers: { ...privately, 'Content-Type': 'text/html; charset=utf-8' },
    body: applicationsPage(applications, older, relays, await queue.atRest()),
  };
}

/** All of them for a spreadsheet, written while they are read. @param {Pick<Reception, 'store'>} reception @returns {Promise<Reply>} */
export async function exportApplications({ store }) {
  return {
    headers: {
      ...privately,
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachment('applications.csv'),
    },
    body: Readable.from(applicationsCsv(store)),
  };
}

/** @param {Pick<Reception, 'store' | 'queue'>} reception @param {string} id @returns {Promise<Reply>} */
export async function showApplication({ store, queue }, id) {
  const application = await store.get(id);
  if (!application) throw notFound();
  return jsonReply(withRelay(application, await queue.statesOf([id])));
}

/**
 * A file as it came, to be saved and never run here, whatever it is.
 * @param {Pick<Reception, 'store' | 'files'>} reception
 * @param {string} id
 * @param {number} file
 * @returns {Promise<Reply>}
 */
export async function sendFile({ store, files }, id, file) {
  const found = await store.file(id, file);
  if (!found) throw notFound();
  const contents = contentsOf(await files.excerpt(id, file));
  return {
    headers: {
      ...privately,
      'Content-Type': 'application/octet-stream',
      'Content-Length': found.size,
      'Content-Disposition': attachment(nameToSave(found.name, contents)),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
    body: await files.read(id, file),
  };
}

/**
 * @param {import('./store.js').ListedApplication} application
 * @param {ReadonlyMap<string, import('./relay/queue.js').RelayState>} relays
 */
function withRelay(application, relays) {
  return { ...application, relay: relays.get(application.id) };
}

/** @param {unknown} value @returns {Reply} */
function jsonReply(value) {
  return { headers: { ...privately, 'Content-Type': 'application/json' }, body: JSON.stringify(value, null, 2) };
}

/**
 * The name to save a file under, as RFC 6266 and RFC 8187 write it: a plain one for old programs, the whole one for others.
 * @param {string} name
 */
function attachment(name) {
  const short = [...withoutPath(name)].slice(-100).join('') || 'file';
  const plain = withoutPath(short.normalize('NFKD')).replace(/[^ -$&-~]/g, '_'); // a full-width colon has become a colon
  const whole = encodeURIComponent(short).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** @param {string} name */
function withoutPath(name) {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '_');
}
