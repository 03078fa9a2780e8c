import * as z from 'zod/mini';
import {
  answerOf,
  answersFromParts,
  createScope,
  kindOf,
  noAnswers,
  ownersOf,
  partsOf,
  readAnswers,
  readFitting,
  recordsOf,
  sentAnswers,
  textOf,
  type Answers,
  type Scope,
} from '../answers.js';
import type { Field, FieldKind, KindMap, PartSource, ScopeContext, WireName } from '../field-kind.js';
import { judgeField } from '../judge-field.js';
import { answerAt, appearedPlaces, followPlace, placesIn } from '../places.js';
import { limitProblems } from '../limit-problems.js';
import { maxFields } from '../limits.js';
import { fieldShape, open, optionalCount, optionalLocalizedText } from '../schema.js';

const schema = open({
  ...fieldShape,
  /** Read by `parsePosting`, each by its own kind. */
  fields: z.array(z.custom<Field>((value) => typeof value === 'object' && value !== null)),
  /** Of entries. */
  min: optionalCount,
  max: optionalCount,
  /** What one entry is called, such as "School". */
  itemLabel: optionalLocalizedText,
});

export type RepeatField = z.infer<typeof schema>;

/** The same questions several times over, such as one entry for each school. */
export const repeatKind: FieldKind<RepeatField, readonly Answers[]> = {
  schema,
  ask: () => 'add',
  isQuestion: true,
  isVisible: true,
  initial: (field, kinds) => Array.from({ length: fewestEntries(field) }, () => newEntry(field, kinds)),
  isBlank: (entries) => entries.length === 0,
  read: (value, field, { kinds }) =>
    Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null)
      ? value.map((entry) => readAnswers(field.fields, entry as Answers, kinds))
      : undefined,
  judge(entries, field, context) {
    const min = fewestEntries(field);
    if (entries.length < min) return [{ code: 'too-few-entries', params: { min } }];
    const { max } = field;
    if (max !== undefined && entries.length > max) return [{ code: 'too-many-entries', params: { max } }];
    const findings = entries.flatMap((entry, index) => {
      const scope = entryScope(entry, field, context);
      return field.fields
        .filter((each) => scope.isShown(each))
        .flatMap((each) =>
          judgeField(each, answerOf(entry, each.name), { ...context, lookup: scope.lookup }).map((finding) => ({
            ...finding,
            path: `[${index}][${each.name}]${finding.path ?? ''}`,
          })),
        );
    });
    if (findings.length > 0) return findings;
    // An entry in which nothing is answered is none; it would not even travel in a multipart request.
    const answered = entries.filter((entry) => isAnswered(entry, field, context));
    return answered.length < min ? [{ code: 'too-few-entries', params: { min } }] : [];
  },
  fitting: (entries, field, kinds) =>
    entries.map((entry) => {
      const fit = noAnswers();
      for (const [name, answer] of Object.entries(entry)) {
        const asked = field.fields.find((each) => each.name === name);
        fit[name] = asked ? readFitting(answer, asked, kinds) : answer;
      }
      return fit;
    }),
  judgesBlank: true,
  toParts: (entries, field, wire, context) =>
    entries.flatMap((entry, index) =>
      partsOf(field.fields, entry, entryWire(field, index, wire), entryScope(entry, field, context)),
    ),
  fromParts(parts, field, wire, kinds) {
    const length = entriesSent(parts, wire(field.name));
    return length === 0
      ? undefined
      : Array.from({ length }, (_, index) =>
          answersFromParts(field.fields, parts, entryWire(field, index, wire), kinds),
        );
  },
  toText: (entries, field, context) =>
    entries
      .map((entry) =>
        field.fields
          .map((each) => {
            const answer = answerOf(entry, each.name);
            const beside = (name: string): string => textOf(answerOf(entry, name));
            const text =
              answer === undefined ? '' : kindOf(each, context.kinds).toText(answer, each, { ...context, beside });
            return text === '' ? '' : `${context.text(each.label) || each.name}: ${text}`;
          })
          .filter(Boolean)
          .join('\n'),
      )
      .filter(Boolean)
      .join('\n\n'),
  toSent: (entries, field, context) =>
    entries.map((entry) => sentAnswers(field.fields, entry, entryScope(entry, field, context), context)),
  toRecords: (entries, field, context) =>
    (entries ?? []).flatMap((entry, index) =>
      recordsOf(field.fields, entry, entryScope(entry, field, context), {
        ...context,
        wire: entryWire(field, index, context.wire),
      }),
    ),
  fieldsOf: (field) => field.fields,
  entries: {
    of: (entries, field, context) =>
      entries.map((entry) => ({ answers: entry, scope: entryScope(entry, field, context) })),
    places: placesIn,
    follow: followPlace,
    followAnswer(place, before, after) {
      const now = followPlace(place, before, after);
      return now !== undefined && answerAt(place, before) === answerAt(now, after) ? now : undefined;
    },
    appeared: appearedPlaces,
  },
  problems: (field) =>
    fieldsAtFirst(field) > maxFields
      ? [{ pointer: '/min', expected: `no more entries than have ${maxFields} fields together` }]
      : limitProblems(field),
};

/** Inside an entry, its own names come first. */
export function entryScope(entry: Answers, field: RepeatField, { kinds, lookup }: ScopeContext): Scope {
  return createScope({ owners: ownersOf(field.fields, kinds), answers: entry, kinds, outer: lookup });
}

/** A new entry, with its fields' defaults. */
export function newEntry(field: RepeatField, kinds: KindMap): Answers {
  const entry = noAnswers();
  for (const each of field.fields) {
    const kind = kindOf(each, kinds);
    if (kind.isQuestion) entry[each.name] = kind.initial(each, kinds);
  }
  return entry;
}

export function fewestEntries({ min, required }: RepeatField): number {
  return Math.max(min ?? 0, required ? 1 : 0);
}

/** Those drawn before anything is answered; an entry counts even if it has none. */
function fieldsAtFirst(field: RepeatField): number {
  const inEntry = field.fields.map((each) => (each.type === field.type ? fieldsAtFirst(each as RepeatField) : 1));
  return (
    fewestEntries(field) *
    Math.max(
      1,
      inEntry.reduce((sum, each) => sum + each, 0),
    )
  );
}

function isAnswered(entry: Answers, field: RepeatField, context: ScopeContext): boolean {
  const scope = entryScope(entry, field, context);
  return field.fields.some((each) => {
    const kind = kindOf(each, context.kinds);
    const answer = answerOf(entry, each.name);
    return kind.isVisible && scope.isShown(each) && answer !== undefined && !kind.isBlank(answer, each);
  });
}

function entryWire(field: RepeatField, index: number, wire: WireName): WireName {
  const prefix = `${wire(field.name)}[${index}]`;
  return (name) => `${prefix}[${name}]`;
}

/** One more than the highest index among the parts, up to a thousand: an entry left blank sends no part of itself. */
function entriesSent({ names }: PartSource, prefix: string): number {
  let length = 0;
  for (const name of names) {
    const index = name.startsWith(`${prefix}[`) ? /^\d{1,3}(?=\]\[)/.exec(name.slice(prefix.length + 1)) : null;
    if (index) length = Math.max(length, Number(index[0]) + 1);
  }
  return length;
}
