import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { closingOf, parsePosting } from 'job-application-element/server.js';
import { malformed, Problem } from './problem.js';
import { SettingError } from './settings.js';

/**
 * @typedef {import('job-application-element/server.js').Posting} Posting
 * @typedef {ReadonlyMap<string, Posting>} Postings by id
 */

/** A form that was begun in time may be sent for this long after the deadline. */
const graceMs = 24 * 60 * 60 * 1000;

/**
 * Reads every posting of a folder, once. One without an id goes by the name of its file.
 * @param {string} folder
 * @param {(line: string) => void} warn hears of each file that could not be read; the others still serve
 * @returns {Postings}
 */
export function loadPostings(folder, warn) {
  /** @type {Map<string, Posting>} */
  const postings = new Map();
  for (const file of namesIn(folder).filter((name) => name.endsWith('.json'))) {
    try {
      const posting = parsePosting(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const id = posting.id ?? basename(file, '.json');
      if (postings.has(id)) warn(`${file} is left out: another file has a posting with the id "${id}".`);
      else postings.set(id, { ...posting, id });
    } catch (error) {
      warn(`${file} is left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return postings;
}

/** @param {string} folder @throws {SettingError} */
function namesIn(folder) {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new SettingError(
      `POSTINGS_DIR is "${folder}", which can't be read (${code}). Expected a folder of postings.`,
    );
  }
}

/**
 * The posting that an application is for: one of the folder, or a job at the system that applications are passed on to.
 * @param {Postings} postings
 * @param {unknown} id as the application gives it; may be absent where there is only one posting
 * @param {{ find(job: string): Promise<Posting | undefined> } | undefined} relay
 * @throws {Problem} where there is none
 */
export async function postingOf(postings, id, relay) {
  const [only] = postings.size === 1 && !relay ? postings.values() : [];
  const posting =
    id === undefined ? only : typeof id === 'string' ? (postings.get(id) ?? (await relay?.find(id))) : undefined;
  if (posting?.form) return posting;
  if (posting) throw new Problem(404, 'no-form', { title: 'This posting takes no applications here.' });
  const known = relay ? 'the id of a job that takes applications' : `one of: ${[...postings.keys()].join(', ')}`;
  if (id === undefined) throw malformed(`Expected a part "_posting" (in JSON, a key "posting") with ${known}.`);
  throw new Problem(404, 'unknown-posting', { title: 'This posting is not known here.', detail: `Expected ${known}.` });
}

/**
 * @param {Posting} posting
 * @param {Date} now
 * @throws {Problem} where it is closed
 */
export function refuseClosed(posting, now) {
  const closing = closingOf(posting, now);
  const isOver = closing === 'past-deadline' && closingOf(posting, new Date(now.getTime() - graceMs)) !== 'open';
  if (closing === 'closed' || isOver) {
    throw new Problem(410, 'closed', { title: 'Applications for this job are closed.' });
  }
}
