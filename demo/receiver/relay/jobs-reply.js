import { Buffer } from 'node:buffer';
import { notFound } from '../problem.js';
import { everybody } from './system-postings.js';

/** @typedef {import('../routes.js').Reply} Reply */

/**
 * A job as its system serves it, for the pages of any origin: nothing in it is for one reader.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('./system-postings.js').SystemPostings | undefined} jobs
 * @param {string} job
 * @returns {Promise<Reply>}
 */
export async function jobReply({ headers }, jobs, job) {
  const posting = await jobs?.get(job);
  if (!jobs || !posting) throw notFound(everybody);
  const seconds = Math.ceil(jobs.freshMs / 1000);
  const etag = `"${posting.hash}"`;
  const caching = {
    ...everybody,
    ETag: etag,
    'Cache-Control': `public, max-age=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=86400`,
  };
  if (headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return { status: 304, headers: caching };
  const body = Buffer.from(posting.json);
  return { headers: { ...caching, 'Content-Type': 'application/json', 'Content-Length': body.length }, body };
}
