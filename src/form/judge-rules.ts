import { answerOf, kindOf, type Answers, type Scope } from '../posting/answers.js';
import { holds } from '../posting/condition.js';
import type { Issue } from '../posting/issue.js';
import type { Rule } from '../posting/posting.js';
import type { FormPlan } from './form-plan.js';

/**
 * Judges the rules over several fields. A rule looks at shown fields only, and does not apply where none is shown; one
 * that fails gives an issue at each of its shown fields, all with the same `params.rule`.
 */
export function judgeRules(plan: FormPlan, answers: Answers, scope: Scope): Issue[] {
  return plan.rules.flatMap((rule, index) => {
    const shown = rule.fields.flatMap((name) => {
      const field = plan.owners.get(name);
      return field && scope.isShown(field) ? [field] : [];
    });
    if (
      shown.length === 0 ||
      isMet(
        rule,
        shown.map(({ name }) => name),
        plan,
        answers,
        scope,
      )
    )
      return [];
    const message = rule.message;
    const params = { rule: index, fields: rule.fields, ...(message === undefined ? {} : { message }) };
    return shown.map(({ name }): Issue => ({ field: name, code: 'rule' in rule ? rule.rule : 'assert', params }));
  });
}

function isMet(rule: Rule, names: readonly string[], plan: FormPlan, answers: Answers, scope: Scope): boolean {
  if (!('rule' in rule)) return holds(rule.assert, scope.lookup);
  if (rule.rule === 'at-least-one') return names.some((name) => isAnswered(name, plan, answers));
  const [left, right] = names;
  // With one of the two not shown, there is nothing to compare.
  if (left === undefined || right === undefined) return true;
  if (!isAnswered(left, plan, answers) && !isAnswered(right, plan, answers)) return true;
  return JSON.stringify(scope.lookup(left)) === JSON.stringify(scope.lookup(right));
}

function isAnswered(name: string, { owners, kinds }: FormPlan, answers: Answers): boolean {
  const field = owners.get(name);
  const answer = answerOf(answers, name);
  return field !== undefined && answer !== undefined && !kindOf(field, kinds).isBlank(answer, field);
}
