import { draftKey, mayHaveDraft } from '../../drafts/draft-key.js';
import type { Posting } from '../../posting/posting.js';
import type { OpenDrafts } from '../controllers/open-drafts.js';
import type { JobApplication } from '../job-application.js';
import { reportMissing } from './report-missing.js';

/**
 * Where the draft of a posting is kept. The code for it is a chunk of its own, for those who have begun. `undefined`
 * where none is to be kept, or the code does not arrive.
 */
export async function openDrafts(element: JobApplication, posting: Posting): Promise<OpenDrafts | undefined> {
  if (element.draft === 'off') return undefined;
  const code = await import('../controllers/open-drafts.js').catch(reportMissing);
  return code?.openDrafts(element, posting);
}

/** Looks for a draft before its form is drawn, so that it is drawn once. Loads nothing where there can be none. */
export async function findDraft(element: JobApplication, posting: Posting): Promise<OpenDrafts | undefined> {
  if (!mayHaveDraft(draftKey(posting, element.src), element.draft)) return undefined;
  const drafts = await openDrafts(element, posting);
  await drafts?.read();
  return drafts;
}
