import type { FileInfo, Part } from '../posting/field-kind.js';

/** A file in a body that becomes multipart. */
export class Upload {
  constructor(readonly file: FileInfo) {}
}

/**
 * A body's parts, named as Rails and Rack read them: `list[]`, `object[key]`, `list[][key]`. Rack starts a new entry of a
 * list where a key comes again, so the keys of one stand together, the first one first.
 */
export function toParts(body: object): readonly Part[] {
  return Object.entries(body).flatMap(([key, value]) => partsOf(key, value));
}

function partsOf(name: string, value: unknown): readonly Part[] {
  if (value instanceof Upload) return [{ name, value: value.file }];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => partsOf(`${name}[]`, item));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => partsOf(`${name}[${key}]`, item));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [{ name, value: String(value) }]
    : [];
}
