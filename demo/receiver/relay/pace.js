/** Keeps requests apart, so that a system's limit is never reached. It knows no clock: the time is told to it. */
export class Pace {
  #spacingMs;
  #freeAt = 0;

  /** @param {number} spacingMs between the beginnings of two requests */
  constructor(spacingMs) {
    this.#spacingMs = spacingMs;
  }

  /** @param {number} nowMs @returns {number} milliseconds until the next request may begin; 0 for at once */
  waitMs(nowMs) {
    return Math.max(0, this.#freeAt - nowMs);
  }

  /** To be told whenever a request begins. @param {number} nowMs */
  began(nowMs) {
    this.holdUntil(nowMs + this.#spacingMs);
  }

  /** @param {number} atMs before which the system wants to hear nothing */
  holdUntil(atMs) {
    this.#freeAt = Math.max(this.#freeAt, atMs);
  }
}
