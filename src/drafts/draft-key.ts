import type { Posting } from '../posting/posting.js';
import { toJson } from '../posting/to-json.js';

/** What survives a reload. */
export type DraftMode = 'session' | 'device' | 'off';

/** Under which name a posting's draft is kept. Storage belongs to an origin already. */
export function draftKey({ id, title }: Pick<Posting, 'id' | 'title'>, src: string | undefined): string {
  return `job-application:draft:${id ?? toJson([src, title])}`;
}

/** The same for what is remembered of an attempt to send it. */
export function attemptKey(draftKey: string): string {
  return draftKey.replace('draft', 'attempt');
}

/**
 * Whether there may be a draft, or an attempt to send it, without loading what reads it. What a device has can't be asked at once, so there may
 * always be one.
 */
export function mayHaveDraft(key: string, mode: DraftMode): boolean {
  if (mode !== 'session') return mode === 'device';
  try {
    return sessionStorage.getItem(key) !== null || sessionStorage.getItem(attemptKey(key)) !== null;
  } catch {
    return false; // blocked, so nothing was kept
  }
}
