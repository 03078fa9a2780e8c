/**
 * As `JSON.stringify` gives it in a page of our own: some old libraries add a `toJSON` to every array or object, which
 * makes texts of lists.
 * @param replacer as that of `JSON.stringify`; what it returns is written as the page would have it
 */
export function toJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return JSON.stringify(untouched(value), replacer);
}

function untouched(value: unknown): unknown {
  // Defined, not assigned: what they inherit may be frozen.
  if (Array.isArray(value)) return Object.defineProperty(value.map(untouched), 'toJSON', { value: undefined });
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, each] of Object.entries(value)) copy[key] = untouched(each);
  return copy;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
