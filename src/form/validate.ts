import { answerOf, type Answers, type Scope } from '../posting/answers.js';
import type { Issue } from '../posting/issue.js';
import { judgeField } from '../posting/judge-field.js';
import { kindsWith } from '../posting/kinds/index.js';
import type { ParseOptions } from '../posting/parse-posting.js';
import type { Posting } from '../posting/posting.js';
import { planForm, scopeOf, type FormPlan, type PlannedField } from './form-plan.js';
import { judgeRules } from './judge-rules.js';

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

export function judgeAll(plan: FormPlan, answers: Answers, scope: Scope, today: string): Issue[] {
  const order = new Map(plan.fields.map(({ field }, index) => [field.name, index]));
  const place = (issue: Issue): number => order.get(topLevelName(issue.field, order)) ?? order.size;
  return [
    ...plan.fields.flatMap((planned) => judgeOne(planned, answers, scope, today)),
    ...judgeRules(plan, answers, scope),
  ].sort((left, right) => place(left) - place(right));
}

/** Issues of one top-level field; none where it is not shown. */
export function judgeOne({ field }: PlannedField, answers: Answers, scope: Scope, today: string): Issue[] {
  if (!scope.isShown(field)) return [];
  return judgeField(field, answerOf(answers, field.name), { ...scope, today }).map(
    ({ path = '', code, params }) => ({ field: field.name + path, code, params }) as Issue,
  );
}

/** The local day, ISO. */
export function isoDay(now: Date): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** `education[0][school]` belongs to `education`, unless a field has that whole name. */
export function topLevelName(name: string, known: { has(name: string): boolean }): string {
  return known.has(name) ? name : name.replace(/\[\d+\]\[.*$/, '');
}
