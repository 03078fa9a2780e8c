import { answerOf, kindOf, ownersOf, type Answers, type Scope } from '../posting/answers.js';
import { isRefuted } from '../posting/condition.js';
import type { Field, JudgeContext } from '../posting/field-kind.js';
import type { Issue, IssueCode } from '../posting/issue.js';
import { judgeField } from '../posting/judge-field.js';
import type { Rule } from '../posting/posting.js';
import { repeatedIn } from '../posting/rule-fields.js';
import type { FormPlan } from './form-plan.js';
import { toJson } from '../posting/to-json.js';

/** Where a rule is judged: the form, or one entry. */
interface Ground {
  readonly owners: ReadonlyMap<string, Field>;
  readonly answers: Answers;
  readonly scope: JudgeContext & Pick<Scope, 'isShown'>;
  /** Wire name of a field here. */
  readonly wire: (name: string) => string;
}

/** The answers that rules are about. */
interface Judged {
  readonly answers: Answers;
  readonly scope: Scope;
  /** ISO. */
  readonly today: string;
}

/** Judges the rules over several fields. */
export function judgeRules(plan: FormPlan, judged: Judged): Issue[] {
  return plan.rules.flatMap((_, index) => judgeRule(index, plan, judged));
}

/**
 * Judges one rule, by its place in the list: in the form, or in every entry of the `repeat` that its fields stand in. It
 * looks at shown fields only, and does not apply where none is shown; where it fails it gives an issue at each of its
 * shown fields, all with the same `params.rule`.
 */
export function judgeRule(index: number, plan: FormPlan, { answers, scope, today }: Judged): Issue[] {
  const rule = plan.rules[index];
  if (!rule) return [];
  const repeated = repeatedIn(rule);
  if (!repeated) {
    const ground = { owners: plan.owners, answers, scope: { ...scope, today }, wire: (name: string) => name };
    return judgeOn(ground, rule, rule.fields, index);
  }
  const field = plan.owners.get(repeated.name);
  const kind = field && plan.byField.get(field)?.kind;
  if (!field || !kind?.entries || !scope.isShown(field)) return [];
  const read = kind.read(answerOf(answers, field.name), field, plan);
  const entries = read === undefined ? [] : kind.entries.of(read, field, scope);
  const owners = ownersOf(kind.fieldsOf?.(field) ?? [], plan.kinds);
  return entries.flatMap((entry, at) => {
    const wire = (name: string): string => `${field.name}[${at}][${name}]`;
    const ground = { answers: entry.answers, scope: { ...entry.scope, today }, owners, wire };
    return judgeOn(ground, rule, repeated.fields, index);
  });
}

function judgeOn(ground: Ground, rule: Rule, names: readonly string[], index: number): Issue[] {
  const { owners, scope, wire } = ground;
  const shown = names.flatMap((name) => {
    const field = owners.get(name);
    return field && scope.isShown(field) ? [field.name] : [];
  });
  if (shown.length === 0 || isMet(rule, shown, ground)) return [];
  const message = rule.message;
  const params = { rule: index, fields: names.map(wire), ...(message === undefined ? {} : { message }) };
  return shown.map((name): Issue => ({ field: wire(name), code: 'rule' in rule ? rule.rule : 'assert', params }));
}

function isMet(rule: Rule, names: readonly string[], ground: Ground): boolean {
  const { lookup } = ground.scope;
  if (!('rule' in rule)) return !isRefuted(rule.assert, lookup) || names.some((name) => isUnreadable(name, ground));
  if (rule.rule === 'at-least-one') return names.some((name) => isAnswered(name, ground));
  const [left, right] = names;
  // With one of the two not shown, there is nothing to compare.
  if (left === undefined || right === undefined) return true;
  if (!isAnswered(left, ground) && !isAnswered(right, ground)) return true;
  return toJson(lookup(left)) === toJson(lookup(right));
}

/** What is not the number or the day that it should be compares with nothing, and has an issue of its own. */
const unreadable: readonly IssueCode[] = ['number', 'date', 'month', 'wrong-type'];

function isUnreadable(name: string, ground: Ground): boolean {
  const { owners, answers, scope } = ground;
  const field = owners.get(name);
  if (!field || !isAnswered(name, ground)) return false;
  return judgeField(field, answerOf(answers, name), scope).some(({ code }) => unreadable.includes(code));
}

function isAnswered(name: string, { owners, answers, scope }: Ground): boolean {
  const field = owners.get(name);
  const answer = answerOf(answers, name);
  return field !== undefined && answer !== undefined && !kindOf(field, scope.kinds).isBlank(answer, field);
}
