import { UnknownInPattern, readPattern } from './pattern-parser.js';
import type { AddState, State } from './pattern-state.js';

/** An expression ready to be matched; made by `compilePattern`. */
export interface Pattern {
  readonly start: State;
  /** A text that leads here has matched. */
  readonly end: State;
}

/** All states that the text up to here can have led to, and where the characters seen here lead. */
interface Place {
  readonly states: readonly State[];
  readonly next: Map<string, Place>;
}

/** Formats that a posting may name in place of an expression. Letters and digits are those of every script. */
export const namedFormats: Readonly<Record<string, string>> = {
  digits: '\\d+',
  letters: '[\\p{L}\\p{M}]+',
  alphanumeric: '[\\p{L}\\p{M}\\p{Nd}]+',
  /** As a number or as the link that ORCID asks people to show; the check digit is not worked out. */
  orcid: '(?:https?://orcid\\.org/)?(?:\\d{4}-){3}\\d{3}[\\dXx]',
  /** The shape of a postcode with or without its space, and GIR 0AA; not whether there is such a place. */
  'postcode-gb': '[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}|[Gg][Ii][Rr] ?0[Aa]{2}',
  'zip-us': '\\d{5}(?:-\\d{4})?',
  'plz-de': '\\d{5}',
};

/** In characters. It and `maxWays`, the ways from state to state, bound the time to compile. */
const maxSourceLength = 2_000;
const maxWays = 8_000;
const tooLarge = 'an expression of this size, or one that repeats so much';

/**
 * What a match may cost before it is given up: a step is, roughly, one state, one range of characters or one character
 * of the text looked at, so that the same text ends at the same step in the browser and on the server. Measured with
 * the worst expressions we know on 10,000 characters (Node 20, shared cores): 1 ms; 4 to 13 ms the first time in a
 * process, before the engine has compiled this code.
 */
const maxSteps = 30_000;
/** Keeping a place allocates, which takes the time of some steps. */
const placeCost = 12;

/**
 * Reads a named format (an exact name wins) or an expression: ECMAScript's syntax under its flag `u`, read over code
 * points, without lookaround, backreferences, `\b`, named groups, inline flags and the set operations of the flag `v`.
 * Never throws: what is not understood, not valid or too large is said in `unknown`, with its place where it has one.
 */
export function compilePattern(source: string): Pattern | { readonly unknown: string } {
  const expression = Object.hasOwn(namedFormats, source) ? (namedFormats[source] ?? source) : source;
  if (expression.length > maxSourceLength) return { unknown: tooLarge };
  let states = 0;
  let ways = 0;
  const add: AddState = (to, set, anchor) => {
    ways += to.length;
    if (ways > maxWays) throw new UnknownInPattern(tooLarge);
    states += 1;
    return { id: states, to, set, anchor };
  };
  try {
    const part = readPattern(expression);
    const end = add([]);
    return { start: part(end, add), end };
  } catch (error) {
    if (error instanceof UnknownInPattern) return { unknown: error.message };
    throw error;
  }
}

/**
 * Whether the whole of the text fits. `undefined` where that would take more steps than a page can spare; the caller
 * then lets the text pass.
 */
export function matches({ start, end }: Pattern, text: string): boolean | undefined {
  let steps = 0;
  let round = 0;
  const reachedIn: number[] = [];
  const places = new Map<string, Place>();
  const follow = (from: readonly State[], signs: string): readonly State[] => {
    const states: State[] = [];
    round += 1;
    const reach = (state: State): void => {
      steps += 1;
      if (reachedIn[state.id] === round) return;
      reachedIn[state.id] = round;
      states.push(state);
    };
    from.forEach(reach);
    // The list grows while it is read.
    for (const { set, anchor = '', to } of states) if (!set && signs.includes(anchor)) to.forEach(reach);
    return states;
  };
  const placeOf = (states: readonly State[]): Place => {
    const key = states.map(({ id }) => id).join();
    const known = places.get(key);
    if (known) return known;
    steps += placeCost + states.length;
    const place = { states, next: new Map<string, Place>() };
    places.set(key, place);
    return place;
  };
  const goOn = (place: Place, character: string): Place => {
    const codePoint = character.codePointAt(0) ?? 0;
    const reached: State[] = [];
    for (const { set, to } of place.states) {
      steps += set?.cost ?? 0;
      if (steps > maxSteps) break;
      if (set?.has(character, codePoint)) reached.push(...to);
    }
    const next = placeOf(follow(reached, ''));
    place.next.set(character, next);
    return next;
  };

  let place = placeOf(follow([start], '^'));
  for (const character of text) {
    steps += 1;
    place = place.next.get(character) ?? goOn(place, character);
    if (steps > maxSteps) return undefined;
    if (place.states.length === 0) return false;
  }
  return follow(place.states, text === '' ? '^$' : '$').includes(end);
}
