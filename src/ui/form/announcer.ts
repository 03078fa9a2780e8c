/** A polite live region. It stands in the page before it says anything, or screen readers would miss it. */
export class Announcer {
  readonly element: HTMLElement;
  /** What one press brought about is said in one go: a sentence must not wipe out the one before it. */
  #sentences: string[] = [];

  constructor() {
    this.element = document.createElement('p');
    this.element.setAttribute('role', 'status');
    this.element.className = 'visually-hidden';
  }

  /** Emptied first, so that the same sentence is said again. */
  say(sentence: string): void {
    this.#sentences.push(sentence);
    if (this.#sentences.length > 1) return;
    this.element.textContent = '';
    setTimeout(() => {
      this.element.textContent = this.#sentences.splice(0).reduce(join);
    });
  }
}

/** Some sentences end with a full stop of their own, others are names of what was done. */
function join(said: string, next: string): string {
  return `${said}${/[.!?…]$/.test(said) ? '' : '.'} ${next}`;
}
