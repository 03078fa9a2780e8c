import { answerOf, noAnswers, type Answers } from '../../posting/answers.js';
import type { FormStore } from '../../form/form-store.js';
import { planForm } from '../../form/form-plan.js';
import type { KindMap } from '../../posting/field-kind.js';
import type { Posting } from '../../posting/posting.js';

/** Answers of one form that another has a place for: a field of that name and type that can read them. */
export function keepAnswers(before: FormStore | undefined, posting: Posting, kinds: KindMap): Answers {
  const kept = noAnswers();
  if (!before) return kept;
  for (const { field, kind } of planForm(posting, kinds).fields) {
    const answer = answerOf(before.state.answers, field.name);
    const asked = before.plan.owners.get(field.name);
    // A kind may come in two forms, with and without what few fields need; their configuration is one.
    const isSame = asked !== undefined && before.plan.byField.get(asked)?.kind.schema === kind.schema;
    if (!isSame || answer === undefined || kind.read(answer, field, { kinds }) === undefined) continue;
    kept[field.name] = kind.fitting ? kind.fitting(answer, field, kinds) : answer;
    for (const name of kind.besideNames?.(field) ?? []) {
      const beside = answerOf(before.state.answers, name);
      if (beside !== undefined) kept[name] = beside;
    }
  }
  return kept;
}
