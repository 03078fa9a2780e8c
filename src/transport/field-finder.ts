import { answerOf, createScope, ownersOf, type Answers, type Scope } from '../posting/answers.js';
import type { Field, KindMap } from '../posting/field-kind.js';
import { scopeOf, type FormPlan } from '../form/form-plan.js';

/**
 * The field that a wire name belongs to, by its own wire name (`resume` for `resume_text`, `education[0][school]` for
 * itself), or `undefined` where there is none that the applicant sees.
 */
export type FieldFinder = (wireName: string) => string | undefined;

/** Finds the fields of the form as it was sent: shown ones, and as many entries of a `repeat` as there were. */
export function fieldFinder(plan: FormPlan, answers: Answers): FieldFinder {
  const fields = plan.fields.map(({ field }) => field);
  const scope = scopeOf(plan, answers);
  return (name) => find(name, fields, answers, plan.kinds, scope);
}

function find(
  name: string,
  fields: readonly Field[],
  answers: Answers,
  kinds: KindMap,
  scope: Scope,
): string | undefined {
  for (const field of fields) {
    const kind = kinds[field.type];
    if (!kind?.isQuestion || !kind.isVisible || !scope.isShown(field)) continue;
    if (name === field.name || kind.derivedNames?.(field).includes(name)) return field.name;
    const inner = kind.fieldsOf?.(field);
    if (!inner || !name.startsWith(`${field.name}[`)) continue;
    const [, index = '', first = '', rest = ''] =
      /^\[(\d+)\]\[([^\]]+)\](.*)$/.exec(name.slice(field.name.length)) ?? [];
    const entries = answerOf(answers, field.name);
    const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : undefined;
    if (typeof entry !== 'object' || entry === null) continue;
    const own = entry as Answers;
    const entryScope = createScope({ owners: ownersOf(inner, kinds), answers: own, kinds, outer: scope.lookup });
    const found = find(first + rest, inner, own, kinds, entryScope);
    if (found !== undefined) return `${field.name}[${index}]${found.replace(/^[^[]+/, '[$&]')}`;
  }
  return undefined;
}
