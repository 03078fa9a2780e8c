import { askSystem } from './ask-system.js';
import { backoffMs } from './backoff.js';
import { fateOf, fateOfFault, nameOf } from './fate.js';
import { JudgedPostings } from './judged-postings.js';
import { Pace } from './pace.js';
import { prepareSubmission } from './prepare-submission.js';
import { withoutKey } from './secret.js';
import { SystemPostings } from './system-postings.js';
import { systems } from './systems.js';

/**
 * @typedef {import('job-application-element/server.js').Posting} Posting
 * @typedef {import('./queue.js').Waiting} Waiting
 * @typedef {import('./fate.js').Fate} Fate
 * @typedef {import('./ask-system.js').SystemRequest} SystemRequest
 */

/** For an application with all its files. */
const timeoutMs = 60_000;
/** After this long at the latest, the queue is looked at again: a command may have put something into it. */
const maxSleepMs = 5_000;

/**
 * Passes applications on to an applicant tracking system, one after the other, after they have been stored. None of these
 * systems knows a repeated application for what it is, so one whose fate nobody knows is not sent again by itself: a try is
 * written down before its first byte leaves, and one that was cut short is left to a person.
 */
export class Relay {
  #settings;
  #queue;
  #store;
  #files;
  #folder;
  #log;
  #pace;
  #postings;
  #isStopping = false;
  #isWoken = false;
  #wake = () => {};
  /** @type {Promise<void>} */
  #work = Promise.resolve();

  /**
   * @param {import('../settings.js').RelaySettings} settings
   * @param {{ queue: import('./queue.js').RelayQueue, store: import('../store.js').Store,
   *   files: import('../application-files.js').ApplicationFiles, folder: string, log: (line: string) => void }} surroundings
   *   `folder` is the id of the one that has the files; `log` never hears an answer, or the key
   */
  constructor(settings, { queue, store, files, folder, log }) {
    this.#settings = settings;
    this.#queue = queue;
    this.#store = store;
    this.#files = files;
    this.#folder = folder;
    this.#log = log;
    this.#pace = new Pace(systems[settings.system].spacingMs);
    this.jobs = new SystemPostings(settings);
    this.#postings = new JudgedPostings(settings.system, this.jobs, queue);
  }

  /** Takes up what an earlier run left. */
  async start() {
    await this.#queue.settleInterrupted(this.#folder);
    this.#work = this.#run();
  }

  /** Lets the application that is under way get its answer first. */
  async stop() {
    this.#isStopping = true;
    this.#wake();
    await this.#work;
  }

  /** To be called when something has been put into the queue. */
  wake() {
    this.#isWoken = true;
    this.#wake();
  }

  /** @param {string} job @returns {Promise<Posting | undefined>} as `JudgedPostings` finds it */
  find(job) {
    return this.#postings.find(job);
  }

  /**
   * What puts an application into the queue, to be committed with it.
   * @param {string} application
   * @param {Posting} posting
   * @param {string | undefined} previousKey of an earlier version of it
   * @returns nothing for a posting that is not the system's
   */
  statements(application, posting, previousKey) {
    const origin = this.#postings.originOf(posting);
    if (!origin) return [];
    const { system } = this.#settings;
    const place = { application, previousKey, folder: this.#folder, system, now: Date.now() };
    return this.#queue.statements({ ...place, ...origin });
  }

  async #run() {
    while (!this.#isStopping) {
      try {
        const waiting = await this.#queue.next(this.#folder, this.#settings.system);
        const waitMs = Math.max((waiting?.dueAt ?? Infinity) - Date.now(), this.#pace.waitMs(Date.now()));
        if (waiting && waitMs <= 0) await this.#pass(waiting);
        else await this.#sleep(Math.min(waitMs, maxSleepMs));
      } catch (error) {
        this.#say('-', `fault ${nameOf(error)}`);
        await this.#sleep(maxSleepMs);
      }
    }
  }

  /** @param {Waiting} waiting */
  async #pass(waiting) {
    const { application } = waiting;
    const { fate, rest = [] } = await this.#try(application, waiting.hash);
    // A later version came while it was being made ready.
    if (!fate) return;
    await this.#settle(waiting, fate);
    if (fate.kind === 'sent') await this.#sendRest(application, fate, rest);
  }

  /**
   * @param {string} application
   * @param {string} hash of its posting
   * @returns {Promise<{ fate?: Fate, rest?: readonly SystemRequest[] }>} with what is to be sent once it is stored
   */
  async #try(application, hash) {
    let isBegun = false;
    try {
      const [record, origin] = await Promise.all([this.#store.get(application), this.#queue.posting(hash)]);
      if (!record || !origin) throw new Error('The application, or its posting, is not in the database.');
      const whole = { record, origin, files: this.#files, ask: askBefore };
      const { request, afterwards, read, unresolved } = await prepareSubmission(this.#settings, whole);
      if (!(await this.#queue.begin(application))) return {};
      this.#pace.began(Date.now());
      isBegun = true;
      const answer = await askSystem(request, timeoutMs);
      const fate = withUnresolved(fateOf(answer, read(answer), Date.now()), unresolved ?? []);
      return { fate, rest: fate.kind === 'sent' ? (afterwards?.(fate.systemId) ?? []) : [] };
    } catch (error) {
      return { fate: fateOfFault(error, isBegun, Date.now()) };
    }
  }

  /** @param {Waiting} waiting @param {Fate} fate */
  async #settle({ application, tries: before }, fate) {
    const tries = before + 1;
    const words = fate.words !== undefined ? withoutKey(fate.words, this.#settings.access.key) : null;
    this.#say(application, fate.kind);
    switch (fate.kind) {
      case 'sent':
        return this.#queue.settle(application, { status: 'sent', tries, words, systemId: fate.systemId ?? null });
      case 'again': {
        if (tries >= this.#settings.tries)
          return this.#queue.settle(application, { status: 'exhausted', tries, words });
        const now = Date.now();
        if (fate.waitMs !== undefined) this.#pace.holdUntil(now + fate.waitMs);
        const dueAt = now + backoffMs(tries, this.#settings.retryMs, fate.waitMs);
        return this.#queue.settle(application, { status: 'waiting', tries, dueAt, words });
      }
      default:
        return this.#queue.settle(application, { status: fate.kind, tries, words });
    }
  }

  /**
   * What the system takes apart from the application, such as the answers to a survey.
   * @param {string} application
   * @param {Extract<Fate, { kind: 'sent' }>} fate
   * @param {readonly SystemRequest[]} requests
   */
  async #sendRest(application, { systemId }, requests) {
    for (const request of requests) {
      const status = 'sent';
      await this.#queue.settle(application, { status, words: 'The answers to a survey are on their way.' });
      const answer = await askSystem(request, timeoutMs).catch(() => undefined);
      const { success } = /** @type {{ success?: unknown }} */ (answer?.body ?? {});
      const words = success === true ? null : 'The answers to a survey may be missing there.';
      await this.#queue.settle(application, { status, words, systemId: systemId ?? null });
      if (words) this.#say(application, 'without a survey');
    }
  }

  /** @param {string} application @param {string} what */
  #say(application, what) {
    this.#log([new Date().toISOString(), 'relay', this.#settings.system, application, what].join(' '));
  }

  /** @param {number} ms @returns {Promise<void>} earlier, if it is woken */
  async #sleep(ms) {
    const isWoken = this.#isWoken;
    this.#isWoken = false;
    if (this.#isStopping || isWoken) return;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }
}

/**
 * What a system took without using it, for a person to look up there.
 * @param {Fate} fate
 * @param {readonly import('job-application-element/server.js').Unresolved[]} unresolved
 * @returns {Fate}
 */
function withUnresolved(fate, unresolved) {
  if (fate.kind !== 'sent' || unresolved.length === 0) return fate;
  const named = unresolved.map(({ field, needs }) => `${field} (no ${needs})`);
  return { ...fate, words: `Not usable there as it was written: ${named.join(', ')}.` };
}

/** @param {SystemRequest} request that comes before the application */
function askBefore(request) {
  return askSystem(request, timeoutMs);
}
