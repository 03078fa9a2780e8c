import { answerOf, blankAnswer, kindOf, noAnswers, type Answers } from '../posting/answers.js';
import type { Field, FieldKind, KindMap } from '../posting/field-kind.js';
import type { FormPlan } from '../form/form-plan.js';
import type { Draft, StoredAnswer } from './draft.js';
import { isSame, keepableFields, mayBeKept } from './keepable-answers.js';

/** What a form gets back of a draft. */
export interface Restored {
  readonly answers: Answers;
  /** How many answers have no place in the form any more, as a whole or in part. */
  readonly lost: number;
  /** Names of files that are to be chosen again, by the name of the top-level field. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/** Gives answers back to a form that may have changed: to fields of that name and type that can still read them. */
export function restoreAnswers(plan: FormPlan, draft: Draft): Restored {
  const restoring = new Restoring(plan.kinds);
  const answers = restoring.answers(keepableFields(plan), draft.answers);
  const files = draft.answers
    .filter(({ name }) => Object.hasOwn(answers, name))
    .map((stored) => [stored.name, filesOf(stored)] as const)
    .filter(([, names]) => names.length > 0);
  return { answers, lost: restoring.lost, files: new Map(files) };
}

class Restoring {
  lost = 0;
  readonly #kinds: KindMap;

  constructor(kinds: KindMap) {
    this.#kinds = kinds;
  }

  answers(fields: readonly Field[], stored: readonly StoredAnswer[]): Record<string, unknown> {
    const answers = noAnswers();
    const byName = new Map(fields.map((field) => [field.name, field]));
    for (const each of stored) {
      const field = byName.get(each.name);
      const kind = field && kindOf(field, this.#kinds);
      const answer =
        field?.type === each.type && kind && mayBeKept(field, kind) ? this.#answer(each, field, kind) : gone;
      if (answer === gone) {
        if (!isBlank(each)) this.lost += 1;
        continue;
      }
      answers[each.name] = answer;
      for (const name of (field && kind?.besideNames?.(field)) ?? []) {
        const text = answerOf(each.beside ?? {}, name);
        if (text !== undefined) answers[name] = text;
      }
    }
    return answers;
  }

  #answer({ value, entries }: StoredAnswer, field: Field, kind: FieldKind): unknown {
    const inner = kind.fieldsOf?.(field);
    if (entries) return inner ? entries.map((entry) => this.#entry(inner, entry)) : gone;
    if (value === undefined || value === null) return blankAnswer(field, this.#kinds);
    const read = kind.read(value, field, { kinds: this.#kinds });
    if (read === undefined) return gone;
    const left = kind.fitting ? kind.fitting(read, field, this.#kinds) : read;
    if (isSame(left, read)) return read;
    if (kind.isBlank(left, field)) return gone;
    this.lost += 1;
    return left;
  }

  /** What an entry does not say begins as in a new one. */
  #entry(fields: readonly Field[], stored: readonly StoredAnswer[]): Answers {
    const entry = noAnswers();
    for (const field of fields) {
      const kind = kindOf(field, this.#kinds);
      if (kind.isQuestion) entry[field.name] = kind.initial(field, this.#kinds);
    }
    return Object.assign(entry, this.answers(fields, stored));
  }
}

/** In place of an answer that has no place any more. */
const gone = Symbol('gone');

function isBlank({ value, beside, files, entries }: StoredAnswer): boolean {
  return !entries?.length && !beside && !files && (value === undefined || value === null || value === '');
}

function filesOf({ files = [], entries = [] }: StoredAnswer): readonly string[] {
  return [...files, ...entries.flat().flatMap(filesOf)];
}
