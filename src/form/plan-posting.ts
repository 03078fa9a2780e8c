import { kindsWith } from '../posting/kinds/index.js';
import type { ParseOptions } from '../posting/parse-posting.js';
import type { Posting } from '../posting/posting.js';
import { planForm, type FormPlan } from './form-plan.js';

/**
 * What an adapter's `toPayload` and `readReply` want to know of a posting's form.
 * @param posting as `parsePosting` gives it
 */
export function planPosting(posting: Posting, { fieldTypes }: ParseOptions = {}): FormPlan {
  return planForm(posting, kindsWith(fieldTypes));
}
