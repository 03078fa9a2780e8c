import { createHash } from 'node:crypto';
import { Problem } from '../problem.js';
import { askSystem } from './ask-system.js';
import { systems } from './systems.js';

/**
 * A job as its system serves it, ready to be served on.
 * @typedef {object} SystemPosting
 * @property {string} json
 * @property {string} hash of it
 *
 * @typedef {object} Seen
 * @property {number} checkedAt
 * @property {SystemPosting | undefined} posting `undefined` where the system has no such job
 * @property {number} seenAt when the system last said so
 */

/** Any page may read what a job is, and why it can't be told. */
export const everybody = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

const timeoutMs = 10_000;
/** A system that is down for so long, and a copy is too old to be shown. */
const maxStaleMs = 24 * 60 * 60 * 1000;
const maxEntries = 300;
/** Asked for at once; who makes up ids must not make this receiver ask for them all. */
const maxPending = 20;

/** The jobs of one system, each asked for at most once in a while, however many want it. */
export class SystemPostings {
  #system;
  #access;
  #freshMs;
  #now;
  #ask;
  /** @type {Map<string, Seen>} */
  #seen = new Map();
  /** @type {Map<string, Promise<SystemPosting | undefined>>} */
  #pending = new Map();

  /**
   * @param {import('../settings.js').RelaySettings} settings
   * @param {{ now?: () => number, ask?: typeof askSystem }} [surroundings]
   */
  constructor({ system, access, freshMs }, { now = Date.now, ask = askSystem } = {}) {
    this.#system = systems[system];
    this.#access = access;
    this.#freshMs = freshMs;
    this.#now = now;
    this.#ask = ask;
  }

  /** For how long an answer counts without asking again. */
  get freshMs() {
    return this.#freshMs;
  }

  /**
   * @param {string} job
   * @returns {Promise<SystemPosting | undefined>} undefined where there is no such job
   * @throws {Problem} 502 where the system doesn't say, and never did lately; 503 where too much is being asked
   */
  async get(job) {
    if (!this.#system.id.test(job)) return undefined;
    const seen = this.#seen.get(job);
    if (seen && this.#now() - seen.checkedAt < this.#freshMs) return this.#told(seen);
    const pending = this.#pending.get(job);
    if (pending) return pending;
    if (this.#pending.size >= maxPending) {
      const title = 'Too many postings are being asked for.';
      throw new Problem(503, 'busy', { title, headers: { ...everybody, 'Retry-After': '5' } });
    }
    const asking = this.#refresh(job, seen).finally(() => this.#pending.delete(job));
    this.#pending.set(job, asking);
    return asking;
  }

  /** @param {string} job @param {Seen | undefined} before */
  async #refresh(job, before) {
    const answer = await this.#ask(this.#system.posting(this.#access, job), timeoutMs).catch(() => undefined);
    const now = this.#now();
    const told = answer && this.#read(answer);
    const seen = told
      ? { ...told, checkedAt: now, seenAt: now }
      : { posting: before?.posting, seenAt: before?.seenAt ?? 0, checkedAt: now };
    this.#seen.delete(job);
    this.#seen.set(job, seen);
    for (const oldest of this.#seen.keys()) {
      if (this.#seen.size <= maxEntries) break;
      this.#seen.delete(oldest);
    }
    return this.#told(seen);
  }

  /** @param {import('./ask-system.js').SystemAnswer} answer @returns {{ posting: SystemPosting | undefined } | undefined} */
  #read({ status, body, text }) {
    if (status === 404 || status === 410) return { posting: undefined };
    if (status !== 200 || typeof body !== 'object' || body === null || text.includes(this.#access.key))
      return undefined;
    const published = this.#system.publish(body);
    if (published === undefined) return { posting: undefined };
    const json = JSON.stringify(published);
    return { posting: { json, hash: createHash('sha256').update(json).digest('base64url') } };
  }

  /** @param {Seen} seen */
  #told({ posting, seenAt }) {
    if (this.#now() - seenAt <= maxStaleMs) return posting;
    throw new Problem(502, 'no-posting', {
      title: 'The system that has this job does not answer at present.',
      headers: everybody,
    });
  }
}
