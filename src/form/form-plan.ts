import { createScope, kindOf, ownersOf, type Answers, type Scope } from '../posting/answers.js';
import { holds, namesIn } from '../posting/condition.js';
import type { Field, FieldKind, KindMap } from '../posting/field-kind.js';
import { sectionsOf, type Posting, type Rule, type Section } from '../posting/posting.js';
import { ruleNames } from '../posting/rule-fields.js';

/** A top-level field with what belongs to it. */
export interface PlannedField {
  readonly field: Field;
  readonly kind: FieldKind;
  readonly section: Section;
  /** Its place in the form, from 0. */
  readonly index: number;
}

/** What can be known of a form before any answer: who belongs where and who depends on whom. Made once for a form. */
export interface FormPlan {
  readonly posting: Posting;
  readonly kinds: KindMap;
  /** As they are drawn: those about equality come last, wherever they stand in the posting. */
  readonly sections: readonly Section[];
  /** In the form's order. */
  readonly fields: readonly PlannedField[];
  readonly byField: ReadonlyMap<Field, PlannedField>;
  /** By every name under which a field keeps an answer. */
  readonly owners: ReadonlyMap<string, Field>;
  /** By the name of a control, the fields whose conditions look at its answer. */
  readonly dependents: ReadonlyMap<string, readonly Field[]>;
  readonly rules: readonly Rule[];
  /** For each rule, the names of the fields that its outcome hangs on. */
  readonly ruleNames: readonly (readonly string[])[];
}

export function planForm(posting: Posting, kinds: KindMap): FormPlan {
  const given = sectionsOf(posting);
  const isApart = ({ equality }: Section): boolean => equality === true;
  const sections = [...given.filter((section) => !isApart(section)), ...given.filter(isApart)];
  const fields = given
    .flatMap((section) => section.fields.map((field) => ({ field, kind: kindOf(field, kinds), section })))
    .map((planned, index): PlannedField => ({ ...planned, index }));
  const rules = posting.form?.rules ?? [];
  return {
    posting,
    kinds,
    sections,
    fields,
    byField: new Map(fields.map((planned) => [planned.field, planned])),
    owners: ownersOf(
      fields.map(({ field }) => field),
      kinds,
    ),
    dependents: dependentsOf(fields, kinds),
    rules,
    ruleNames: rules.map(ruleNames),
  };
}

/** Which fields these answers show. Costs nothing until it is asked. */
export function scopeOf(plan: FormPlan, answers: Answers): Scope {
  const shown = new Map<Section, boolean>();
  return createScope({
    owners: plan.owners,
    answers,
    kinds: plan.kinds,
    isAllowed(field, lookup) {
      const section = plan.byField.get(field)?.section;
      if (!section) return true;
      const isShown = shown.get(section) ?? holds(section.showIf, lookup);
      shown.set(section, isShown);
      return isShown;
    },
  });
}

function dependentsOf(fields: readonly PlannedField[], kinds: KindMap): ReadonlyMap<string, readonly Field[]> {
  const dependents = new Map<string, Field[]>();
  for (const { field, section } of fields) {
    for (const name of new Set([...namesIn(section.showIf), ...conditionNames(field, kinds)])) {
      const known = dependents.get(name);
      if (known) known.push(field);
      else dependents.set(name, [field]);
    }
  }
  return dependents;
}

/** Names in the field's own condition, in those of its parts and in those of its fields. */
function conditionNames(field: Field, kinds: KindMap): readonly string[] {
  const kind = kindOf(field, kinds);
  return [
    ...namesIn(field.showIf),
    ...(kind.conditionsOf?.(field) ?? []).flatMap(namesIn),
    ...(kind.fieldsOf?.(field) ?? []).flatMap((each) => conditionNames(each, kinds)),
  ];
}
