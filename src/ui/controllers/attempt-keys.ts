import type { Answers } from '../../posting/answers.js';
import type { Fate } from '../../form/submission.js';
import { newIdempotencyKey } from '../../transport/idempotency-key.js';

interface Attempt {
  readonly key: string;
  readonly payload: string;
  readonly previousKey: string | undefined;
  fate: Fate;
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
      const before = this.#last;
      const previousKey =
        before?.fate === 'unknown' ? before.key : before?.fate === 'not-stored' ? before.previousKey : undefined;
      // Until told otherwise it may have arrived: the page can be left while it is under way.
      this.#last = { key: newIdempotencyKey(), payload, previousKey, fate: 'unknown' };
    }
    return this.#last;
  }

  settle(fate: Fate): void {
    if (this.#last) this.#last.fate = fate;
  }

  #fileId(file: Blob): number {
    let id = this.#fileIds.get(file);
    if (id === undefined) {
      id = this.#files += 1;
      this.#fileIds.set(file, id);
    }
    return id;
  }
}
