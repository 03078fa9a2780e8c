/** How long another tab that still has it, as it is being closed or loaded again, is waited for. */
const waitMs = 2_000;

/**
 * A name that one tab alone can hold. The browser frees it as the page ends, however it ends, which tells a tab that was
 * loaded again, or had crashed, from a copy of one that is still there.
 */
export class TabLock {
  #release: () => void = () => undefined;

  /** @returns whether it is held; on insecure hosts, which have no locks, always */
  hold(name: string): Promise<boolean> {
    this.release();
    const { locks } = navigator as { readonly locks?: LockManager };
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const released = new Promise<void>((release) => (this.#release = release));
      const hold = (): Promise<void> => {
        resolve(true);
        return released;
      };
      locks.request(name, { signal: AbortSignal.timeout(waitMs) }, hold).catch(() => resolve(false)); // it is another's
    });
  }

  release(): void {
    this.#release();
  }
}
