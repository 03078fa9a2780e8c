import type { Pause } from '../../transport/retry.js';

/** How a pause ended: its time was up, or somebody pressed "Try now"; or somebody gave the sending up. */
export type PauseEnd = 'due' | 'stopped';

/** Waits a pause out. */
export class Countdown {
  readonly over: Promise<PauseEnd>;
  readonly #pause: Pause;
  readonly #tick: (secondsLeft: number | undefined) => void;
  #end: (end: PauseEnd) => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onOnline = (): void => this.end('due');

  /** @param tick called at once and then every second with the seconds left; with `undefined` where it waits for a connection */
  constructor(pause: Pause, tick: (secondsLeft: number | undefined) => void) {
    this.#pause = pause;
    this.#tick = tick;
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
    if (pause.until === 'time') {
      this.#count(performance.now() + pause.ms);
      return;
    }
    window.addEventListener('online', this.#onOnline);
    tick(undefined);
    // It may have come back since it was asked for.
    if (navigator.onLine) this.end('due');
  }

  /** Ends it before its time; where there is still no connection, it says so again. */
  hurry(): void {
    if (this.#pause.until === 'online' && !navigator.onLine) this.#tick(undefined);
    else this.end('due');
  }

  end(end: PauseEnd): void {
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#onOnline);
    this.#end(end);
  }

  #count(dueAt: number): void {
    const leftMs = dueAt - performance.now();
    if (leftMs <= 0) return this.end('due');
    const secondsLeft = Math.ceil(leftMs / 1000);
    this.#tick(secondsLeft);
    // To the next whole second, so that a late timer does not add up.
    this.#timer = setTimeout(() => this.#count(dueAt), leftMs - (secondsLeft - 1) * 1000);
  }
}
