import { answerOf, kindOf, type Answers } from './answers.js';
import type { Field, ScopeContext, Seen } from './field-kind.js';

/**
 * Places of the fields inside an answer that are asked and seen now, each as it follows the field's own wire name:
 * `[0][school]`. None for a field that has no fields inside.
 */
export function placesIn(answer: unknown, field: Field, context: ScopeContext): readonly string[] {
  const kind = kindOf(field, context.kinds);
  const entries = answer === undefined ? [] : (kind.entries?.of(answer, field, context) ?? []);
  return entries.flatMap(({ answers, scope }, index) =>
    (kind.fieldsOf?.(field) ?? []).flatMap((each) => {
      if (!kindOf(each, context.kinds).isVisible || !scope.isShown(each)) return [];
      const place = `[${index}][${each.name}]`;
      return [place, ...placesIn(answerOf(answers, each.name), each, scope).map((inside) => place + inside)];
    }),
  );
}

/**
 * Where a place has gone as the answer changed; `undefined` where its entry is gone. An entry is never changed in place:
 * one that is still there has been moved, and one in whose stead another stands has been answered.
 */
export function followPlace(place: string, before: unknown, after: unknown): string | undefined {
  const [, digits, name = '', rest = ''] = /^\[(\d+)\]\[([^\]]*)\](.*)$/s.exec(place) ?? [];
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const [was, is] = [before as Answers[], after as Answers[]];
  const index = Number(digits);
  const entry = was[index];
  if (entry === undefined) return undefined;
  const moved = is.indexOf(entry);
  if (moved >= 0) return `[${moved}][${name}]${rest}`;
  const other = is[index];
  if (was.length !== is.length || other === undefined || was.includes(other)) return undefined;
  if (rest === '') return place;
  const inside = followPlace(rest, answerOf(entry, name), answerOf(other, name));
  return inside === undefined ? undefined : `[${index}][${name}]${inside}`;
}

/** Places that were not there before, but for those of a new entry. */
export function appearedPlaces(field: Field, before: Seen<unknown>, after: Seen<unknown>): readonly string[] {
  const places = placesIn(before.answer, field, before.scope).flatMap(
    (place) => followPlace(place, before.answer, after.answer) ?? [],
  );
  const known = new Set(places);
  const entries = new Set(places.map(entryOf));
  return placesIn(after.answer, field, after.scope).filter((place) => !known.has(place) && entries.has(entryOf(place)));
}

/** `[0]` of `[0][school]`. */
function entryOf(place: string): string {
  return place.slice(0, place.lastIndexOf('['));
}

/** What stands at a place in an answer. */
export function answerAt(place: string, answer: unknown): unknown {
  const [, digits, name = '', rest = ''] = /^\[(\d+)\]\[([^\]]*)\](.*)$/s.exec(place) ?? [];
  const entry = Array.isArray(answer) ? (answer as (Answers | undefined)[])[Number(digits)] : undefined;
  const inside = entry === undefined ? undefined : answerOf(entry, name);
  return rest === '' ? inside : answerAt(rest, inside);
}
