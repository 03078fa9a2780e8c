import { adaptPosting, parsePosting } from 'job-application-element/server.js';
import { Problem } from '../problem.js';
import { systems } from './systems.js';

/**
 * @typedef {import('job-application-element/server.js').Posting} Posting
 * @typedef {import('./systems.js').SystemName} SystemName
 *
 * @typedef {object} Origin Where a posting comes from.
 * @property {string} job its id at the system
 * @property {string} json as the system served it
 * @property {string} hash of that
 */

/** The postings of a system, for judging applications by. */
export class JudgedPostings {
  #name;
  #jobs;
  #queue;
  /** @type {WeakMap<Posting, Origin>} */
  #origins = new WeakMap();

  /**
   * @param {SystemName} name
   * @param {import('./system-postings.js').SystemPostings} jobs
   * @param {import('./queue.js').RelayQueue} queue which remembers each posting that was applied for
   */
  constructor(name, jobs, queue) {
    this.#name = name;
    this.#jobs = jobs;
    this.#queue = queue;
  }

  /**
   * @param {string} job
   * @returns {Promise<Posting | undefined>} closed where it was applied for and is gone; undefined where it never was
   * @throws {Problem} where the system doesn't say, and never did
   */
  async find(job) {
    if (!systems[this.#name].id.test(job)) return undefined;
    const found = await this.#jobs.get(job).catch(async (error) => {
      const kept = await this.#queue.latestPosting(this.#name, job);
      if (kept) return kept;
      throw error;
    });
    const kept = found ?? (await this.#queue.latestPosting(this.#name, job));
    if (!kept) return undefined;
    const read = await readSystemPosting(this.#name, kept.json);
    /** @type {Posting} */
    const posting = found ? { ...read, id: job } : { ...read, id: job, status: 'closed' };
    this.#origins.set(posting, { job, ...kept });
    return posting;
  }

  /** @param {Posting} posting @returns {Origin | undefined} undefined for one that was not found here */
  originOf(posting) {
    return this.#origins.get(posting);
  }
}

/**
 * @param {SystemName} name
 * @param {string} json
 * @throws {Problem}
 */
export async function readSystemPosting(name, json) {
  try {
    const { posting } = await adaptPosting(JSON.parse(json), { format: name });
    return parsePosting(posting);
  } catch {
    throw new Problem(502, 'unreadable-posting', { title: 'The posting of this job could not be read.' });
  }
}
