import type { FieldKind, KindMap } from '../field-kind.js';
import { everydayKinds } from './everyday.js';
import { furtherKinds } from './further.js';

/** Every built-in field type. */
export const builtInKinds = { ...everydayKinds, ...furtherKinds } as const;

/** Field types of one's own, by name. */
export type OwnKinds = Readonly<Record<string, { readonly kind: FieldKind }>>;

/** The kinds that a form or a call works with: the built-in ones and its own, which may replace a built-in one. */
export function kindsWith(own: OwnKinds = {}): KindMap {
  // It inherits nothing, since a type may have any name.
  const kinds = Object.create(null) as Record<string, FieldKind>;
  // A kind is only ever given fields that its own schema has read, so its narrower parameters are safe.
  Object.assign(kinds, builtInKinds);
  for (const [type, { kind }] of Object.entries(own)) kinds[type] = kind;
  return kinds;
}
