import { answerOf, type Answers, type Scope } from '../posting/answers.js';
import { judgeField } from '../posting/judge-field.js';
import type { Section } from '../posting/posting.js';
import { ownFields } from '../posting/rule-fields.js';
import type { FormPlan } from './form-plan.js';
import { judgeRules } from './judge-rules.js';
import { topLevelName } from './judge-answers.js';
import { reviewId, sectionId } from './section-id.js';

/** What stands alone on the page: a section, or the review of all answers. */
export type Step =
  { readonly id: string; readonly section: Section } | { readonly id: typeof reviewId; readonly section?: undefined };

/** The answers that steps depend on. */
interface Answered {
  readonly answers: Answers;
  readonly scope: Scope;
}

/** The steps that these answers show: the sections, then the review, then the sections about equality. */
export function stepsOf(plan: FormPlan, scope: Scope): readonly Step[] {
  const shown = plan.sections
    .filter((section) => isSectionShown(section, plan, scope))
    .map((section): Step => ({ id: sectionId(section), section }));
  const isApart = ({ section }: Step): boolean => section?.equality === true;
  return [...shown.filter((step) => !isApart(step)), { id: reviewId }, ...shown.filter(isApart)];
}

/** A section with nothing to show is not shown. */
export function isSectionShown({ fields }: Section, { byField }: FormPlan, scope: Scope): boolean {
  return fields.some((field) => byField.get(field)?.kind.isVisible === true && scope.isShown(field));
}

/** The section of the field that has this wire name; `undefined` for what belongs to the form, or to none of its fields. */
export function sectionOf({ owners, byField }: FormPlan, wireName: string): Section | undefined {
  const owner = owners.get(topLevelName(wireName, owners));
  return owner && byField.get(owner)?.section;
}

/** Places of the rules that can be judged as this section is left: it has a shown field of theirs, no later one has. */
export function rulesAt(plan: FormPlan, section: Section, scope: Scope): readonly number[] {
  const place = plan.sections.indexOf(section);
  return plan.rules.flatMap((rule, index) => {
    const places = ownFields(rule).map((name) => {
      const owner = plan.owners.get(name);
      const asked = owner && scope.isShown(owner) ? plan.byField.get(owner)?.section : undefined;
      return asked ? plan.sections.indexOf(asked) : -1;
    });
    return Math.max(...places) === place ? [index] : [];
  });
}

/** Whether a section could be left as it is; nothing is told of it. */
export function isSectionRight(plan: FormPlan, section: Section, { answers, scope }: Answered, today: string): boolean {
  const isRight = section.fields.every(
    (field) =>
      !scope.isShown(field) || judgeField(field, answerOf(answers, field.name), { ...scope, today }).length === 0,
  );
  if (!isRight) return false;
  const rules = new Set(rulesAt(plan, section, scope));
  if (rules.size === 0) return true;
  return !judgeRules(plan, { answers, scope, today }).some(({ params }) => 'rule' in params && rules.has(params.rule));
}
