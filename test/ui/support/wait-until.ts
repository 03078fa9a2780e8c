import { waitUntil as waitFor } from '@open-wc/testing';

/** Less than a test may take, and more than a busy machine does: that it comes is awaited, not how soon. */
const patienceMs = 25_000;

/**
 * Resolves once it holds.
 * @param what for who reads that it never did
 */
export function waitUntil(holds: () => unknown, what?: string): Promise<void> {
  return waitFor(holds, what, { timeout: patienceMs });
}
