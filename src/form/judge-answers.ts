import { answerOf, type Answers, type Scope } from '../posting/answers.js';
import type { Issue } from '../posting/issue.js';
import { judgeField } from '../posting/judge-field.js';
import type { FormPlan, PlannedField } from './form-plan.js';
import { judgeRules } from './judge-rules.js';

export function judgeAll(plan: FormPlan, answers: Answers, scope: Scope, today: string): Issue[] {
  const order = new Map(plan.fields.map(({ field }, index) => [field.name, index]));
  const place = (issue: Issue): number => order.get(topLevelName(issue.field, order)) ?? order.size;
  return [
    ...plan.fields.flatMap((planned) => judgeOne(planned, answers, scope, today)),
    ...judgeRules(plan, { answers, scope, today }),
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
