import { fingerprintOf } from '../../drafts/fingerprint.js';
import type { StoredAttempt, TabAttempts } from '../../drafts/tab-attempts.js';
import type { Fate } from '../../form/submission.js';
import type { Answers } from '../../posting/answers.js';
import type { Part } from '../../posting/field-kind.js';
import { newIdempotencyKey } from '../../transport/idempotency-key.js';
import { ChosenFile } from '../files/copy-file.js';
import { toJson } from '../../posting/to-json.js';

interface Attempt {
  readonly key: string;
  readonly payload: string;
  readonly previousKey: string | undefined;
  /** `open`: under way. Until told otherwise it may have arrived: the page can be left meanwhile. */
  fate: Fate | 'open';
}

/** The keys that an application is sent with. */
export type Keys = Pick<Attempt, 'key' | 'previousKey'>;

/**
 * Keys of attempts: one for each payload, the same for every attempt to send it again, also after a reload. A payload that
 * was changed gets a new one; where the fate of the one before is unknown, that one's key goes along, so that the endpoint
 * can put the new one in its place.
 */
export class AttemptKeys {
  readonly #memory: () => TabAttempts | undefined;
  #last: Attempt | undefined;
  #remembered: StoredAttempt | undefined;
  /** Files have no content to compare that could be read at once; the object is what was chosen. */
  readonly #fileIds = new WeakMap<object, number>();
  #files = 0;

  /** @param memory what outlives the page; `undefined` where nothing does */
  constructor(memory: () => TabAttempts | undefined) {
    this.#memory = memory;
  }

  /**
   * For an application that is about to be sent: from here on it counts as one that may have arrived.
   * @param parts the same answers as they are sent
   */
  async keysFor(answers: Answers, parts: readonly Part[]): Promise<Keys> {
    const payload = toJson(answers, (_name, value: unknown) => (value instanceof Blob ? this.#fileId(value) : value));
    this.#last ??= await this.#recall(payload, parts);
    if (this.#last?.payload !== payload || this.#last.fate === 'stored') {
      this.#last = { key: newIdempotencyKey(), payload, previousKey: previousKeyOf(this.#last), fate: 'open' };
    } else if (this.#last.fate === 'not-stored') {
      this.#last.fate = 'open';
    }
    await this.#remember(this.#last, parts);
    return this.#last;
  }

  /**
   * Takes down what came of the payload that was sent last.
   * @returns what is known of it by all that was sent: once it may have arrived, a later "no" does not take it back
   */
  settle(fate: Fate): Fate {
    if (!this.#last) return fate;
    if (this.#last.fate !== 'unknown' || fate === 'stored') this.#last.fate = fate;
    if (this.#last.fate === 'stored') this.#memory()?.remove();
    if (this.#last.fate === 'not-stored') this.#rememberBefore();
    return this.#last.fate;
  }

  /** Before the first attempt of this page: the one before the reload. */
  async #recall(payload: string, parts: readonly Part[]): Promise<Attempt | undefined> {
    const stored = await this.#memory()?.read();
    if (!stored) return undefined;
    const { key, previousKey, fate, salt = '', fingerprint } = stored;
    const isSame = fingerprint !== undefined && fingerprint === (await fingerprintOf(parts, salt));
    return { key, previousKey, fate, payload: isSame ? payload : 'another one' };
  }

  /** Before it is sent: the page may end before there is an answer. */
  async #remember({ key, previousKey }: Attempt, parts: readonly Part[]): Promise<void> {
    const memory = this.#memory();
    if (!memory) return;
    const salt = newIdempotencyKey();
    const fingerprint = await fingerprintOf(parts, salt);
    this.#remembered = { version: 1, key, previousKey, fate: 'unknown', salt, fingerprint };
    memory.write(this.#remembered);
  }

  /** It has not arrived; the one before it may have. */
  #rememberBefore(): void {
    if (this.#remembered?.previousKey) this.#memory()?.write({ ...this.#remembered, fate: 'not-stored' });
    else this.#memory()?.remove();
  }

  /** The same for a file and its copy, which may take its place after it was sent. */
  #fileId(chosen: Blob): number {
    const file = chosen instanceof ChosenFile ? chosen.original : chosen;
    let id = this.#fileIds.get(file);
    if (id === undefined) {
      id = this.#files += 1;
      this.#fileIds.set(file, id);
    }
    return id;
  }
}

function previousKeyOf(before: Attempt | undefined): string | undefined {
  switch (before?.fate) {
    case 'open':
    case 'unknown':
      return before.key;
    case 'not-stored':
      return before.previousKey;
    default:
      return undefined;
  }
}
