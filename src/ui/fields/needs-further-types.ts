import type { furtherKinds } from '../../posting/kinds/further.js';

/** By name, so that it is known before they are loaded; one that is missing here does not compile. */
const furtherTypes: Readonly<Record<Exclude<keyof typeof furtherKinds, 'text'>, true>> = {
  choice: true,
  number: true,
  date: true,
  month: true,
  location: true,
  repeat: true,
  hidden: true,
  content: true,
};

/**
 * Whether JSON of ours has a field, in the form or in another field, of a type that does not come with the form, or with a
 * pattern. It may be anything: it is looked at before it is read, so that what draws it is on its way meanwhile.
 */
export function needsFurtherTypes(json: unknown, own: Readonly<Record<string, unknown>>): boolean {
  const found = new Set([json]);
  for (const each of found) {
    if (typeof each !== 'object' || each === null) continue;
    const { type, pattern, form, sections, fields } = each as Readonly<Record<string, unknown>>;
    if (pattern !== undefined) return true;
    if (typeof type === 'string' && Object.hasOwn(furtherTypes, type) && !Object.hasOwn(own, type)) return true;
    for (const inner of Array.isArray(each) ? (each as unknown[]) : [form, sections, fields]) found.add(inner);
  }
  return false;
}
