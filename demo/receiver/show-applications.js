import { applicationsPage } from './applications-page.js';
import { notFound } from './problem.js';

/**
 * @typedef {import('./receive-application.js').Reception} Reception
 * @typedef {import('./routes.js').Reply} Reply
 */

const pageLength = 50;

/** What is shown of applications is for one reader, and is kept nowhere on the way. */
const privately = { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * @param {Pick<Reception, 'store'>} reception
 * @param {{ query: URLSearchParams, wantsJson: boolean }} wish `before` in the query: the number of the last one seen
 * @returns {Promise<Reply>}
 */
export async function listApplications({ store }, { query, wantsJson }) {
  const before = /^\d{1,15}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : undefined;
  const found = await store.list({ before, limit: pageLength + 1 });
  const applications = found.slice(0, pageLength);
  const older = found.length > pageLength ? applications.at(-1)?.number : undefined;
  if (wantsJson) return jsonReply({ applications, older });
  return {
    headers: { ...privately, 'Content-Type': 'text/html; charset=utf-8' },
    body: applicationsPage(applications, older),
  };
}

/** @param {Pick<Reception, 'store'>} reception @param {string} id @returns {Promise<Reply>} */
export async function showApplication({ store }, id) {
  const application = await store.get(id);
  if (!application) throw notFound();
  return jsonReply(application);
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
  return {
    headers: {
      ...privately,
      'Content-Type': 'application/octet-stream',
      'Content-Length': found.size,
      'Content-Disposition': attachment(found.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
    body: await files.read(id, file),
  };
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
  const safe = name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '_');
  const short = [...safe].slice(-100).join('') || 'file';
  const plain = short.normalize('NFKD').replace(/[^ -$&-~]/g, '_');
  const whole = encodeURIComponent(short).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
