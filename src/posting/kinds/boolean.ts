import type * as z from 'zod/mini';
import type { FieldKind } from '../field-kind.js';
import { fieldShape, open, optionalBoolean } from '../schema.js';

const schema = open({
  ...fieldShape,
  /** An acknowledgement: only "yes" is accepted. */
  mustBeTrue: optionalBoolean,
});

export type BooleanField = z.infer<typeof schema>;

/** Yes or no; `undefined` until one is chosen. */
export const booleanKind: FieldKind<BooleanField, boolean | undefined> = {
  schema,
  ask: () => 'yes-or-no',
  isQuestion: true,
  isVisible: true,
  initial: (field) => (typeof field.default === 'boolean' ? field.default : undefined),
  isBlank: (answer) => answer === undefined,
  read: readBoolean,
  judge: (answer, field) => (field.mustBeTrue && answer === false ? [{ code: 'must-be-true', params: {} }] : []),
  toParts: (answer, field, wire) => [{ name: wire(field.name), value: String(answer) }],
  fromParts: (parts, field, wire) => parts.values(wire(field.name))[0],
  toText: (answer, _field, { yes, no }) => (answer === undefined ? '' : answer ? yes : no),
};

/** `true` and `false`, also as the text that a multipart request carries. */
export function readBoolean(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}
