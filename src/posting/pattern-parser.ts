import { type CharacterSet, complement, namedSet, range, union, withinLine } from './pattern-characters.js';
import { type Part, alternatives, anchor, character, repeat, sequence } from './pattern-state.js';

/** Thrown for an expression that is not understood; the message says what, and where. */
export class UnknownInPattern extends Error {
  override name = 'UnknownInPattern';
}

/** Groups in groups; deeper ones could use up the stack. */
const maxDepth = 100;

/** Reads the whole of an expression, or throws `UnknownInPattern`. */
export function readPattern(source: string): Part {
  let at = 0;

  /** Goes past what stands here, if it has this form. */
  function take(form: RegExp): RegExpExecArray | null {
    const found = form.exec(source.slice(at));
    at += found?.[0].length ?? 0;
    return found;
  }

  function refuse(place = at): never {
    const [found] = /^(?:\(\?<?.?|\\p\{\w*\}|\\?.|)/isu.exec(source.slice(place)) ?? [];
    throw new UnknownInPattern(`${found ? JSON.stringify(found) : 'the end'} at character ${place + 1}`);
  }

  function readAlternatives(depth: number): Part {
    const parts = [readSequence(depth)];
    while (take(/^\|/)) parts.push(readSequence(depth));
    return alternatives(parts);
  }

  /** Anchors stand at its ends alone; elsewhere, as in `/^x$/`, they would refuse every answer. */
  function readSequence(depth: number): Part {
    const parts: Part[] = [];
    if (take(/^\^/)) parts.push(anchor('^'));
    while (at < source.length && !/[|)$]/.test(source.charAt(at))) parts.push(readRepeated(depth));
    if (take(/^\$/)) parts.push(anchor('$'));
    return sequence(parts);
  }

  function readRepeated(depth: number): Part {
    const part = readOne(depth);
    const place = at;
    const count = take(/^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/);
    if (!count) return part;
    const [, short, least, comma, most] = count;
    if (short) return repeat(part, short === '+' ? 1 : 0, short === '?' ? 1 : Infinity);
    const min = Number(least);
    const max = most ? Number(most) : comma ? Infinity : min;
    return max < min ? refuse(place) : repeat(part, min, max);
  }

  function readOne(depth: number): Part {
    const place = at;
    if (take(/^\((?:\?:|(?!\?))/)) {
      if (depth === maxDepth) refuse(place);
      const part = readAlternatives(depth + 1);
      return take(/^\)/) ? part : refuse();
    }
    if (take(/^\./)) return character(withinLine);
    const bracket = take(/^\[(\^?)/);
    if (bracket) return character(bracket[1] ? complement(readClass()) : readClass());
    return character(asSet(readCharacter(/^[^$()*+.?[\\\]^{|}]/u)));
  }

  /** What stands in brackets, and the closing one. Inner brackets and doubled signs belong to the flag `v`. */
  function readClass(): CharacterSet {
    const members: CharacterSet[] = [];
    const plain = /^(?!--|&&)[^[\\\]]/u;
    while (!take(/^\]/)) {
      const place = at;
      const first = readCharacter(plain);
      if (take(/^-(?!\])/)) {
        const last = readCharacter(plain);
        if (typeof first !== 'number' || typeof last !== 'number' || last < first) return refuse(place);
        members.push(range(first, last));
      } else {
        members.push(asSet(first));
      }
    }
    return union(members);
  }

  /** The code point of one character, or a set for an escape that stands for several. */
  function readCharacter(plain: RegExp): number | CharacterSet {
    const place = at;
    // Signs may be escaped where they need not be, as many people do with the hyphen.
    const literal = take(/^\\(?=[ -/:-@[-`{-~])/) ? take(/^./) : take(plain);
    if (literal) return literal[0].codePointAt(0) ?? 0;
    const control = take(/^\\([tnvfr])/)?.[1];
    if (control) return 9 + 'tnvfr'.indexOf(control);
    const code = take(/^\\(?:x(\w\w)|u\{(\w+)\}|u(\w{4}))/);
    if (code) {
      const codePoint = Number(`0x${code.slice(1).join('')}`);
      const isHalf = codePoint >> 11 === 0x1b;
      return codePoint <= 0x10ffff && !isHalf ? codePoint : refuse(place);
    }
    const [, short = '', letter = short, name = letter.toLowerCase()] =
      take(/^\\(?:([dDsSwW])|([pP])\{([A-Z]\w*)\})/) ?? [];
    const set = namedSet(name) ?? refuse(place);
    return letter < 'a' ? complement(set) : set;
  }

  const part = readAlternatives(0);
  return at < source.length ? refuse() : part;
}

function asSet(character: number | CharacterSet): CharacterSet {
  return typeof character === 'number' ? range(character, character) : character;
}
