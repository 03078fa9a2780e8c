import type { Field, FieldKind, ScopeContext } from '../posting/field-kind.js';
import { answerOf, kindOf } from '../posting/answers.js';

/** Whether a page may fill it in: it is blank, or a list of entries in which nothing is answered, as some begin. */
export function isUnanswered(answer: unknown, field: Field, kind: FieldKind, scope: ScopeContext): boolean {
  if (answer === undefined || kind.isBlank(answer, field)) return true;
  if (!kind.entries) return false;
  const fields = kind.fieldsOf?.(field) ?? [];
  return kind.entries.of(answer, field, scope).every((entry) =>
    fields.every((each) => {
      const own = kindOf(each, scope.kinds);
      return !own.isVisible || isUnanswered(answerOf(entry.answers, each.name), each, own, entry.scope);
    }),
  );
}
