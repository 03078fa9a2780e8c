import type { CharacterSet } from './pattern-characters.js';

/**
 * One place in an expression. With `set` it takes one character and goes on; without, it takes none. All states that a
 * text can have led to are followed side by side, so that no text is ever read twice.
 */
export interface State {
  readonly id: number;
  readonly set?: CharacterSet | undefined;
  /** `^` or `$`: passed only at the beginning or the end of the text. */
  readonly anchor?: '^' | '$' | undefined;
  readonly to: readonly State[];
}

/** Adds a state with the next id, or throws where there are too many. */
export type AddState = (to: readonly State[], set?: CharacterSet, anchor?: '^' | '$') => State;

/**
 * Adds the states of a part of an expression that goes on to `next`; returns the first. All but an empty `sequence` add
 * at least one, so that the limit on states is one on the work, too.
 */
export type Part = (next: State, add: AddState) => State;

export function character(set: CharacterSet): Part {
  return (next, add) => add([next], set);
}

export function anchor(sign: '^' | '$'): Part {
  return (next, add) => add([next], undefined, sign);
}

export function sequence(parts: readonly Part[]): Part {
  return (next, add) => parts.reduceRight((to, part) => part(to, add), next);
}

export function alternatives(parts: readonly Part[]): Part {
  return (next, add) => add(parts.map((part) => part(next, add)));
}

/** The part `min` to `max` times, `max` perhaps `Infinity`. What is optional is nested, so that few states are followed. */
export function repeat(part: Part, min: number, max: number): Part {
  return (next, add) => {
    let first = max === 0 ? add([next]) : next;
    if (max === Infinity) {
      const ways: State[] = [next];
      first = add(ways);
      ways.push(part(first, add));
    } else {
      for (let count = min; count < max; count += 1) first = add([next, part(first, add)]);
    }
    for (let count = 0; count < min; count += 1) first = part(first, add);
    return first;
  };
}
