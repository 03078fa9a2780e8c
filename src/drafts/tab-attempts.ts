import * as z from 'zod/mini';
import { attemptKey } from './draft-key.js';
import { TabLock } from './tab-lock.js';
import { toJson } from '../posting/to-json.js';

const key = z.string().check(z.regex(/^[\w-]{1,64}$/));

const storedAttempt = z.object({
  version: z.literal(1),
  /** The key that it was sent under. */
  key,
  /** The key of one before it, of which it is not known either. */
  previousKey: z.optional(key),
  /** Of the last of these two: `unknown` also while it is under way. */
  fate: z.enum(['unknown', 'not-stored']),
  /** See `fingerprintOf`; absent where the page could make none. */
  salt: z.optional(z.string()),
  fingerprint: z.optional(z.string()),
});

/** What is remembered of an application that may have arrived. No answer is in it. */
export type StoredAttempt = z.infer<typeof storedAttempt>;

/**
 * Remembers, in `sessionStorage`, the attempt whose fate is not known: through a reload and a crash of the tab. One that a
 * tab has because it began as a copy is not its own, and is forgotten there. Where storage is blocked, so is all of it.
 */
export class TabAttempts {
  readonly #key: string;
  readonly #lock = new TabLock();
  #found: Promise<StoredAttempt | undefined> | undefined;
  #held: string | undefined;

  constructor(draftKey: string) {
    this.#key = attemptKey(draftKey);
  }

  /** Takes a moment where another tab may have it. Never rejects. */
  read(): Promise<StoredAttempt | undefined> {
    this.#found ??= this.#read();
    return this.#found;
  }

  write(attempt: StoredAttempt): void {
    this.#found = Promise.resolve(attempt);
    try {
      sessionStorage.setItem(this.#key, toJson(attempt));
      void this.#hold(attempt.key);
    } catch {
      // Blocked: it is sent all the same.
    }
  }

  remove(): void {
    this.#found = Promise.resolve(undefined);
    this.close();
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Blocked: nothing was kept.
    }
  }

  close(): void {
    this.#held = undefined;
    this.#lock.release();
  }

  async #read(): Promise<StoredAttempt | undefined> {
    try {
      const read = storedAttempt.safeParse(JSON.parse(sessionStorage.getItem(this.#key) ?? 'null'));
      if (!read.success) return undefined;
      if (await this.#hold(read.data.key)) return read.data;
      sessionStorage.removeItem(this.#key);
    } catch {
      // Blocked, or no JSON: nothing is known.
    }
    return undefined;
  }

  async #hold(name: string): Promise<boolean> {
    if (name === this.#held) return true;
    this.#held = name;
    return this.#lock.hold(`job-application:${name}`);
  }
}
