import { holds, type Lookup } from './condition.js';
import type {
  ConsentRecord,
  Field,
  FieldKind,
  KindMap,
  Part,
  PartSource,
  RecordContext,
  ScopeContext,
  SendContext,
  WireName,
} from './field-kind.js';

/** Answers by field name. Read with `answerOf`: a field may have the name of something that every object inherits. */
export type Answers = Readonly<Record<string, unknown>>;

export function answerOf(answers: Answers, name: string): unknown {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}

/** An answer that is a text, else an empty one. */
export function textOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : '';
}

/** An object to put answers into; it inherits nothing, so that no name has a value of itself. */
export function noAnswers(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** `parsePosting` has made sure that every field's type has a kind. */
export function kindOf(field: Field, kinds: KindMap): FieldKind {
  const kind = Object.hasOwn(kinds, field.type) ? kinds[field.type] : undefined;
  if (!kind)
    throw new TypeError(`No kind for fields of the type "${field.type}"; was the posting read by parsePosting?`);
  return kind;
}

/** Before anything is answered, and without the field's default. */
export function blankAnswer(field: Field, kinds: KindMap): unknown {
  return kindOf(field, kinds).initial({ ...field, default: undefined }, kinds);
}

/** An answer from outside, as the field can show it; `undefined` where there is nothing of this kind in it. */
export function readFitting(value: unknown, field: Field, kinds: KindMap): unknown {
  const kind = kindOf(field, kinds);
  const read = kind.read(value, field, { kinds });
  return read === undefined || !kind.fitting ? read : kind.fitting(read, field, kinds);
}

/** One form, or one entry of a `repeat`: which of its fields are shown, and what conditions see of their answers. */
export interface Scope extends ScopeContext {
  isShown(field: Field): boolean;
}

export interface ScopeParts {
  /** The scope's own fields, by every name under which they keep answers. */
  readonly owners: ReadonlyMap<string, Field>;
  readonly answers: Answers;
  readonly kinds: KindMap;
  /** Where names that are not of these fields are looked up. */
  readonly outer?: Lookup;
  /** False for a field whose surroundings are not shown, whatever its own condition says. */
  readonly isAllowed?: (field: Field, lookup: Lookup) => boolean;
}

/** Each condition is evaluated once at most, in whatever order it is asked for. `parsePosting` refuses cycles. */
export function createScope({ owners, answers, kinds, outer, isAllowed }: ScopeParts): Scope {
  const shown = new Map<Field, boolean>();
  const isShown = (field: Field): boolean => {
    let answer = shown.get(field);
    if (answer === undefined) {
      answer = (isAllowed?.(field, lookup) ?? true) && holds(field.showIf, lookup);
      shown.set(field, answer);
    }
    return answer;
  };
  const lookup: Lookup = (name) => {
    const owner = owners.get(name);
    if (!owner) return outer?.(name);
    const answer = answerOf(answers, name);
    if (answer === undefined || !isShown(owner)) return undefined;
    const kind = kindOf(owner, kinds);
    return name === owner.name && kind.toOperand ? kind.toOperand(answer, owner, lookup) : answer;
  };
  return { kinds, lookup, isShown };
}

export function ownersOf(fields: readonly Field[], kinds: KindMap): ReadonlyMap<string, Field> {
  return new Map(fields.flatMap((field) => namesOf(field, kinds).map((name) => [name, field] as const)));
}

/** The names under which a field keeps answers: its own and those of texts beside it. */
export function namesOf(field: Field, kinds: KindMap): readonly string[] {
  const names = kindOf(field, kinds).besideNames?.(field) ?? [];
  return field.name === '' ? names : [field.name, ...names];
}

/** The answers that count, as they are sent: of shown questions, not blank, in the order of the fields. */
export function sentAnswers(fields: readonly Field[], answers: Answers, scope: Scope, context: SendContext): Answers {
  const kept = noAnswers();
  for (const field of fields) {
    const kind = kindOf(field, scope.kinds);
    if (!kind.isQuestion || !scope.isShown(field)) continue;
    const answer = answerOf(answers, field.name) ?? (kind.sendsBlank ? kind.initial(field, scope.kinds) : undefined);
    if (answer === undefined || (kind.isBlank(answer, field) && !kind.sendsBlank)) continue;
    const sent = kind.toSent ? kind.toSent(answer, field, { ...context, lookup: scope.lookup }) : answer;
    if (sent === undefined || (kind.isBlank(sent, field) && !kind.sendsBlank)) continue;
    kept[field.name] = sent;
    for (const name of kind.besideNames?.(field, sent) ?? []) {
      const beside = answerOf(answers, name);
      if (typeof beside === 'string' && beside.trim() !== '') kept[name] = beside;
    }
  }
  return kept;
}

/** Parts for answers that count, in the order of the fields. */
export function partsOf(fields: readonly Field[], answers: Answers, wire: WireName, scope: ScopeContext): Part[] {
  return fields.flatMap((field) => {
    const answer = answerOf(answers, field.name);
    if (answer === undefined) return [];
    const kind = kindOf(field, scope.kinds);
    const beside = (kind.besideNames?.(field, answer) ?? []).flatMap((name) => {
      const value = answerOf(answers, name);
      return typeof value === 'string' ? [{ name: wire(name), value }] : [];
    });
    return [...kind.toParts(answer, field, wire, scope), ...beside];
  });
}

/** The proof that goes with these answers, of shown fields. */
export function recordsOf(
  fields: readonly Field[],
  answers: Answers,
  scope: Scope,
  context: Omit<RecordContext, 'lookup'>,
): ConsentRecord[] {
  return fields.flatMap((field) => {
    const records = scope.isShown(field)
      ? kindOf(field, scope.kinds).toRecords?.(answerOf(answers, field.name), field, {
          ...context,
          lookup: scope.lookup,
        })
      : undefined;
    return records ?? [];
  });
}

/** The way back: answers out of parts, still to be judged. An answer of a wrong shape is kept as it came. */
export function answersFromParts(fields: readonly Field[], parts: PartSource, wire: WireName, kinds: KindMap): Answers {
  const given = noAnswers();
  for (const field of fields) {
    const kind = kindOf(field, kinds);
    if (kind.isQuestion) given[field.name] = kind.fromParts(parts, field, wire, kinds);
    for (const name of kind.besideNames?.(field) ?? []) given[name] = parts.values(wire(name))[0];
  }
  return readAnswers(fields, given, kinds);
}

/** Answers out of foreign data, each read by its kind; one of a wrong shape is kept as it came, for `judge` to name. */
export function readAnswers(fields: readonly Field[], given: Answers, kinds: KindMap): Answers {
  const answers = noAnswers();
  for (const field of fields) {
    const kind = kindOf(field, kinds);
    const value = answerOf(given, field.name);
    if (kind.isQuestion && value !== undefined && value !== null) {
      answers[field.name] = kind.read(value, field, { kinds }) ?? value;
    }
    for (const name of kind.besideNames?.(field) ?? []) {
      const beside = answerOf(given, name);
      if (typeof beside === 'string') answers[name] = beside;
    }
  }
  return answers;
}
