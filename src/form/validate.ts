import type { Answers } from '../posting/answers.js';
import type { Issue } from '../posting/issue.js';
import { kindsWith } from '../posting/kinds/index.js';
import type { ParseOptions } from '../posting/parse-posting.js';
import type { Posting } from '../posting/posting.js';
import { planForm, scopeOf } from './form-plan.js';
import { isoDay, judgeAll } from './judge-answers.js';

export interface ValidateOptions extends ParseOptions {
  /** The moment of judging; its day, in the local time zone, is what `today` means in a limit. Now, if absent. */
  readonly now?: Date | undefined;
}

/**
 * Judges all answers: what is shown, required, of the right shape and within its limits, and the rules over several
 * fields. Pure; the same in the browser and in Node.
 * @param posting as `parsePosting` gives it
 * @param answers by field name, as `readApplication` or the element's `answers` gives them
 * @returns issues in the order of the form; none where all is well
 */
export function validateApplication(posting: Posting, answers: Answers, options: ValidateOptions = {}): Issue[] {
  const plan = planForm(posting, kindsWith(options.fieldTypes));
  return judgeAll(plan, answers, scopeOf(plan, answers), isoDay(options.now ?? new Date()));
}
