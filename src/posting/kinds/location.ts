import * as z from 'zod/mini';
import { isBlankText } from '../blank-text.js';
import type { FieldKind } from '../field-kind.js';
import { fieldShape, open, optionalBoolean, optionalString } from '../schema.js';

const schema = open({
  ...fieldShape,
  latitudeName: optionalString,
  longitudeName: optionalString,
  /** URL template: `{query}` is where the text goes, encoded. Answers `[{ text, latitude, longitude }]`. */
  suggest: z.optional(
    z.string().check(z.refine((url) => url.includes('{query}'), 'an address with {query} where the text goes')),
  ),
  /** Who takes the application wants a place with coordinates: where places are offered, one of them is to be taken. */
  coordinates: optionalBoolean,
});

export type LocationField = z.infer<typeof schema>;

/** A place as it was written, with its coordinates (degrees, WGS 84) where they are known. */
export interface LocationAnswer {
  readonly text: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** Of a text without coordinates: places were offered for it. Where none were, nobody can be asked to take one. */
  readonly offered?: true | undefined;
}

/** A place. */
export const locationKind: FieldKind<LocationField, LocationAnswer> = {
  schema,
  ask: () => 'enter',
  isQuestion: true,
  isVisible: true,
  initial: (field) => ({ text: typeof field.default === 'string' ? field.default : '' }),
  isBlank: (answer) => isBlankText(answer.text),
  read(value) {
    if (typeof value === 'string') return { text: value };
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
      return undefined;
    }
    const degrees = (key: 'latitude' | 'longitude'): number | undefined => {
      const found = Object.hasOwn(value, key) ? Number((value as Record<string, unknown>)[key]) : NaN;
      return Number.isFinite(found) ? found : undefined;
    };
    return {
      text: value.text,
      latitude: degrees('latitude'),
      longitude: degrees('longitude'),
      ...('offered' in value && value.offered === true ? { offered: true } : {}),
    };
  },
  judge: ({ offered, latitude, longitude }, { coordinates }) =>
    coordinates && offered && (latitude === undefined || longitude === undefined)
      ? [{ code: 'unknown-option', params: {} }]
      : [],
  toParts(answer, { name, latitudeName, longitudeName }, wire) {
    const parts = [{ name: wire(name), value: answer.text }];
    if (latitudeName !== undefined && answer.latitude !== undefined) {
      parts.push({ name: wire(latitudeName), value: String(answer.latitude) });
    }
    if (longitudeName !== undefined && answer.longitude !== undefined) {
      parts.push({ name: wire(longitudeName), value: String(answer.longitude) });
    }
    return parts;
  },
  fromParts(parts, { name, latitudeName, longitudeName }, wire) {
    const [text] = parts.values(wire(name));
    if (text === undefined) return undefined;
    const [latitude] = latitudeName === undefined ? [] : parts.values(wire(latitudeName));
    const [longitude] = longitudeName === undefined ? [] : parts.values(wire(longitudeName));
    return { text, ...(latitude === undefined ? {} : { latitude }), ...(longitude === undefined ? {} : { longitude }) };
  },
  toOperand: (answer) => answer.text,
  toText: (answer) => answer.text,
  derivedNames: ({ latitudeName, longitudeName }) => [latitudeName, longitudeName].filter((name) => name !== undefined),
};
