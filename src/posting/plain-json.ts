import { PostingError } from './errors.js';
import { maxPostingLength, maxTurns } from './limits.js';
import { toPointer } from './problems.js';
import { turns } from './turns.js';

const maxDepth = 64;
/** Latin letters and the usual signs, which need neither of the looks below: engines take long over the first of those. */
const everyday = /^[\0-\u02ff\u1e00-\u1eff\u2010-\u2029\u20ac]*$/;

/**
 * A copy of the JSON without absent keys (`null` means absent) and without `__proto__`. A list keeps its nulls, which
 * mean something in a condition. Throws `PostingError` where the whole is too large or too deep, or no JSON.
 */
export function toPlainJson(input: unknown): unknown {
  let length = 0;
  let turned = 0;
  const refuse = (path: readonly PropertyKey[], expected: string): never => {
    throw new PostingError([{ pointer: toPointer(path), expected }]);
  };
  const grow = (by: number, path: readonly PropertyKey[]): void => {
    length += by + 4;
    if (length > maxPostingLength)
      refuse(path.slice(0, 1), `a posting of at most ${maxPostingLength} characters as JSON`);
  };
  const look = (text: string, path: readonly PropertyKey[]): void => {
    // More accents one upon another than Unicode's stream-safe text has (UAX #15): engines draw them in the square of their number.
    if (/(?<!\p{M})\p{M}{31}/u.test(text)) refuse(path, 'at most 30 marks a letter');
    turned += text.match(turns)?.length ?? 0;
    if (turned > maxTurns) refuse(path, `at most ${maxTurns} turns between right and left`);
  };
  const copy = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (path.length > maxDepth) refuse(path.slice(0, 4), `a posting at most ${maxDepth} deep`);
    if (typeof value === 'string') {
      grow(value.length, path);
      if (!everyday.test(value)) look(value, path);
    }
    if (Array.isArray(value)) {
      grow(value.length, path);
      return value.map((item, index) => copy(item, [...path, index]));
    }
    if (typeof value !== 'object' || value === null) {
      return /function|symbol|bigint/.test(typeof value) ? refuse(path, 'JSON') : value;
    }
    const kept: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      grow(key.length, path);
      if (item !== null && item !== undefined && key !== '__proto__') kept[key] = copy(item, [...path, key]);
    }
    return kept;
  };
  return copy(input, []);
}
