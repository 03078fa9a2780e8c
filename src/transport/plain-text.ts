/** Characters of an endpoint's own words that are shown. */
const maxLength = 500;

/**
 * An endpoint's own words as one line of plain text, or `undefined` where there are none: without control characters and
 * without those that turn the direction of writing around, cut at 500 characters.
 */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .slice(0, 4 * maxLength)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const characters = [...line];
  return (characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : line) || undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
