import type { Posting } from '../posting/posting.js';

/** What survives a reload. */
export type DraftMode = 'session' | 'off';

/** Under which name a posting's draft is kept. Storage belongs to an origin already. */
export function draftKey({ id, title }: Pick<Posting, 'id' | 'title'>, src: string | undefined): string {
  return `job-application:draft:${id ?? JSON.stringify([src, title])}`;
}

/** Whether there may be a draft, without loading what reads it. False where storage is blocked. */
export function mayHaveDraft(key: string): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false; // blocked, so nothing was kept
  }
}
