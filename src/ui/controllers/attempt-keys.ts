import type { Answers } from '../../posting/answers.js';
import type { Fate } from '../../form/submission.js';
import { FileCopy } from '../files/copy-file.js';
import { newIdempotencyKey } from '../../transport/idempotency-key.js';

interface Attempt {
  readonly key: string;
  readonly payload: string;
  readonly previousKey: string | undefined;
  /** `open`: under way. Until told otherwise it may have arrived: the page can be left meanwhile. */
  fate: Fate | 'open';
}

/**
 * Keys of attempts: one for each payload, the same for every attempt to send it again. A payload that was changed gets a
 * new one; where the fate of the one before is unknown, that one's key goes along, so that the endpoint can put the new
 * one in its place.
 */
export class AttemptKeys {
  #last: Attempt | undefined;
  /** Files have no content to compare that could be read at once; the object is what was chosen. */
  readonly #fileIds = new WeakMap<object, number>();
  #files = 0;

  keyFor(answers: Answers): { readonly key: string; readonly previousKey: string | undefined } {
    const payload = JSON.stringify(answers, (_name, value: unknown) =>
      value instanceof Blob ? this.#fileId(value) : value,
    );
    if (this.#last?.payload !== payload || this.#last.fate === 'stored') {
      this.#last = { key: newIdempotencyKey(), payload, previousKey: previousKeyOf(this.#last), fate: 'open' };
    } else if (this.#last.fate === 'not-stored') {
      this.#last.fate = 'open';
    }
    return this.#last;
  }

  /**
   * Takes down what came of the payload that was sent last.
   * @returns what is known of it by all that was sent: once it may have arrived, a later "no" does not take it back
   */
  settle(fate: Fate): Fate {
    if (!this.#last) return fate;
    if (this.#last.fate !== 'unknown' || fate === 'stored') this.#last.fate = fate;
    return this.#last.fate;
  }

  /** The same for a file and its copy, which may take its place after it was sent. */
  #fileId(chosen: Blob): number {
    const file = chosen instanceof FileCopy ? chosen.original : chosen;
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
