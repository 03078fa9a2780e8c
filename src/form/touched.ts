import { answerOf, namesOf, type Answers, type Scope } from '../posting/answers.js';
import type { Field, Seen } from '../posting/field-kind.js';
import type { FormPlan } from './form-plan.js';
import { toJson } from '../posting/to-json.js';

/** The answers at one moment, and what they show. */
export interface Answered {
  readonly answers: Answers;
  readonly scope: Scope;
}

/** What a change of answers reaches. */
export interface Touched {
  /** The fields answered, those whose conditions look at them, and so on along what is shown or hidden by these. */
  readonly fields: ReadonlySet<Field>;
  /** Fields of the form were shown or hidden. */
  readonly shown: boolean;
  /**
   * Wire names of visible fields that were not shown before, those inside an answer, too, but for those of a new
   * entry. Empty for a field without a name.
   */
  readonly appeared: readonly string[];
}

/** Evaluates no condition but those that hang on what changed. */
export function touchedBy(plan: FormPlan, names: ReadonlySet<string>, before: Answered, after: Answered): Touched {
  const owners = new Set([...names].flatMap((name) => plan.owners.get(name) ?? []));
  const fields = new Set(owners);
  const followed = new Set<Field>();
  let shown = false;
  const follow = (name: string): void => {
    for (const field of plan.dependents.get(name) ?? []) {
      if (followed.has(field)) continue;
      followed.add(field);
      fields.add(field);
      const isFlipped = before.scope.isShown(field) !== after.scope.isShown(field);
      shown ||= isFlipped;
      if (isFlipped || isOtherOperand(field, before, after)) namesOf(field, plan.kinds).forEach(follow);
    }
  };
  names.forEach(follow);
  return { fields, shown, appeared: [...fields].flatMap((field) => appearedIn(field, plan, before, after)) };
}

/** What conditions see of an answer may change while it stays: a chosen option comes and goes with its own condition. */
function isOtherOperand({ name }: Field, before: Answered, after: Answered): boolean {
  const [was, is] = [before, after].map(({ scope }) => toJson(scope.lookup(name)));
  return was !== is;
}

function appearedIn(field: Field, plan: FormPlan, before: Answered, after: Answered): readonly string[] {
  const kind = plan.byField.get(field)?.kind;
  if (!kind?.isVisible || !after.scope.isShown(field)) return [];
  if (!before.scope.isShown(field)) return [field.name];
  const seen = ({ answers, scope }: Answered): Seen<unknown> => ({ answer: answerOf(answers, field.name), scope });
  return (kind.entries?.appeared(field, seen(before), seen(after)) ?? []).map((place) => field.name + place);
}
