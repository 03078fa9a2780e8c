import type { DraftPlace, Refusal } from '../../drafts/draft.js';
import { keepableAnswers } from '../../drafts/keepable-answers.js';
import type { FormStore } from '../../form/form-store.js';

interface KeeperHost {
  readonly store: FormStore;
  readonly place: DraftPlace;
  /** Whether the page still wants anything kept there. */
  isWanted(): boolean;
  onKept(kept: Kept): void;
  /** Called once. */
  onRefused(reason: Refusal): void;
}

export interface Kept {
  /** Milliseconds since 1970; `undefined` where nothing was left to keep. */
  readonly savedAt: number | undefined;
  /** Another page had written its own there. */
  readonly isOverOther: boolean;
  /** Why files are not kept where they could be: all else is. */
  readonly refusedFiles: Refusal | undefined;
}

/** How long a change waits for more; that much typing a crash can cost. */
const delayMs = 500;

/** Keeps the answers of one form: a moment after each change, and at once as the page is hidden or left. */
export class DraftKeeper {
  readonly #host: KeeperHost;
  /** One page that has the form open. */
  readonly #writer = crypto.getRandomValues(new Uint32Array(2)).join('-');
  /** Set while there is something to keep. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One after the other, but for the last one. */
  #saving: Promise<void> = Promise.resolve();
  #isRefused = false;
  #refusedFiles: Refusal | undefined;

  constructor(host: KeeperHost) {
    this.#host = host;
  }

  /** Follows the page as it is hidden or left. */
  start(): void {
    addEventListener('pagehide', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
  }

  /** Keeps what is not kept yet. */
  stop(): void {
    removeEventListener('pagehide', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
    this.#saveNow();
  }

  /** There is something to keep. */
  schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#saving = this.#saving.then(() => this.#save(false));
    }, delayMs);
  }

  /** What is to be kept is not; resolves once nothing is being written any more. */
  async cancel(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
  }

  readonly #onLeave = (): void => {
    if (document.visibilityState === 'hidden') this.#saveNow();
  };

  #saveNow(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = Promise.all([this.#saving, this.#save(true)]).then(() => undefined);
  }

  async #save(isLast: boolean): Promise<void> {
    const { store, place, isWanted, onKept, onRefused } = this.#host;
    if (!isWanted()) return;
    const keeping = this.#refusedFiles === undefined ? place.files : 'name';
    const answers = keepableAnswers(store.plan, store.state.answers, keeping);
    if (answers.length === 0) {
      // Where it can't be deleted, what was said of it still holds.
      if (await place.remove()) onKept({ savedAt: undefined, isOverOther: false, refusedFiles: undefined });
      return;
    }
    const savedAt = Date.now();
    const writing = await place.write({ version: 1, savedAt, writer: this.#writer, answers }, isLast);
    if (writing.status === 'kept') {
      this.#isRefused = false;
      onKept({ savedAt, isOverOther: writing.isOverOther, refusedFiles: this.#refusedFiles });
    } else if (keeping === 'keep') {
      // Files take the most room by far, and one that has changed since can't be copied: the words are tried alone.
      this.#refusedFiles = writing.reason;
      await this.#save(isLast);
    } else {
      this.#refusedFiles = undefined;
      if (!this.#isRefused) onRefused(writing.reason);
      this.#isRefused = true;
    }
  }
}
