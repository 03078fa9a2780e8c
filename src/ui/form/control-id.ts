import type { Field } from '../../posting/field-kind.js';
import type { FormPlan } from '../../form/form-plan.js';
import { topLevelName } from '../../form/judge-answers.js';

/** Ids need be unique in their shadow root only; they are made of places, since a name may hold any character. */
export function fieldId(place: number): string {
  return `f${place}`;
}

export function innerId(id: string, entry: number, place: number): string {
  return `${id}-${entry}-${place}`;
}

/** The first entry is where an issue of the whole group leads to. */
export function entryId(id: string, entry: number): string {
  return entry === 0 ? id : `${id}-${entry}`;
}

/** Id of the control that an issue with this wire name leads to; `undefined` where no field has it. */
export function controlId(plan: FormPlan, wireName: string): string | undefined {
  const owner = plan.owners.get(topLevelName(wireName, plan.owners));
  const planned = owner && plan.byField.get(owner);
  if (!owner || !planned) return undefined;
  let id = fieldId(planned.index);
  let fields: readonly Field[] | undefined = planned.kind.fieldsOf?.(owner);
  for (const [, entry, name] of wireName.slice(owner.name.length).matchAll(/\[(\d+)\]\[([^\]]*)\]/g)) {
    const inner: number = fields?.findIndex((field) => field.name === name) ?? -1;
    const field: Field | undefined = fields?.[inner];
    if (!field) return id;
    id = innerId(id, Number(entry), inner);
    fields = plan.kinds[field.type]?.fieldsOf?.(field);
  }
  return id;
}
