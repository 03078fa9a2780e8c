import { draftKey, mayHaveDraft } from '../../drafts/draft-key.js';
import type { Posting } from '../../posting/posting.js';
import type * as code from '../controllers/draft-controller.js';
import type { JobApplication } from '../job-application.js';
import { reportMissing } from './report-missing.js';

/** The code that keeps drafts: a chunk of its own, for those who have begun. `undefined` where it does not arrive. */
export function loadDraftCode(): Promise<typeof code | undefined> {
  return import('../controllers/draft-controller.js').catch(reportMissing);
}

/** Looks for a draft before its form is drawn, so that it is drawn once. Loads nothing where there is none. */
export async function findDraft(
  { draft, src }: JobApplication,
  posting: Posting,
): Promise<code.FoundDraft | undefined> {
  const key = draftKey(posting, src);
  return draft !== 'off' && mayHaveDraft(key) ? (await loadDraftCode())?.readStored(key) : undefined;
}
