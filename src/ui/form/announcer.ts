/** A polite live region. It stands in the page before it says anything, or screen readers would miss it. */
export class Announcer {
  readonly element: HTMLElement;

  constructor() {
    this.element = document.createElement('p');
    this.element.setAttribute('role', 'status');
    this.element.className = 'visually-hidden';
  }

  /** Emptied first, so that the same sentence is said again. */
  say(sentence: string): void {
    this.element.textContent = '';
    queueMicrotask(() => {
      this.element.textContent = sentence;
    });
  }
}
