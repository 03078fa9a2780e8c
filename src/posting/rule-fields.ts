import { namesIn } from './condition.js';
import type { Rule } from './posting.js';

/** `education[][end]`: a field inside every entry of a `repeat`, as it is named on the wire but for the entry's number. */
const inEntries = /^(.+?)\[\]\[([^\]]+)\]$/s;

/** The `repeat` whose entries a rule is about, each for itself, with the names inside an entry. */
export interface Repeated {
  readonly name: string;
  readonly fields: readonly string[];
}

/** `undefined` for a rule over the form's own fields. */
export function repeatedIn({ fields }: Rule): Repeated | undefined {
  const found = fields.map((field) => inEntries.exec(field));
  const name = found[0]?.[1];
  return name === undefined ? undefined : { name, fields: found.flatMap((each) => each?.[2] ?? []) };
}

/** Whether the fields of a rule all stand in the form, or all in the entries of one `repeat`. */
export function isOnOneGround({ fields }: Rule): boolean {
  return new Set(fields.map((field) => inEntries.exec(field)?.[1])).size === 1;
}

/** Names of the form's own fields that a rule is about: of the `repeat`, for one about its entries. */
export function ownFields(rule: Rule): readonly string[] {
  const repeated = repeatedIn(rule);
  return repeated ? [repeated.name] : rule.fields;
}

/** Names of the form's own fields that a rule's outcome hangs on. */
export function ruleNames(rule: Rule): readonly string[] {
  return [...ownFields(rule), ...('rule' in rule ? [] : namesIn(rule.assert))];
}
