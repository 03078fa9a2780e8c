/**
 * While an application is on its way: asks before the page is left, and tells when the page comes back out of the
 * browser's back-forward cache, which cuts requests off without a word.
 */
export class PageWatch {
  readonly #onReturn: () => void;

  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
    window.addEventListener('beforeunload', this.#onBeforeUnload);
    window.addEventListener('pageshow', this.#onPageShow);
  }

  end(): void {
    window.removeEventListener('beforeunload', this.#onBeforeUnload);
    window.removeEventListener('pageshow', this.#onPageShow);
  }

  /** The words of the question are the browser's own. */
  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    event.returnValue = true; // Chromium before 119 and Safari before 16 ask only then
  };

  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#onReturn();
  };
}
