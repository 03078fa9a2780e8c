/** Some characters, and the steps it takes to look one up. */
export interface CharacterSet {
  readonly has: (character: string, codePoint: number) => boolean;
  readonly cost: number;
}

/** How long an expression of ours takes for one character, in comparisons with a range. */
const testCost = 4;

/** Constants: an expression made from what a posting says could hold up the page. */
const named: Readonly<Record<string, RegExp>> = {
  d: /\d/,
  w: /\w/,
  s: /\s/,
  L: /\p{L}/u,
  Lu: /\p{Lu}/u,
  Ll: /\p{Ll}/u,
  M: /\p{M}/u,
  N: /\p{N}/u,
  Nd: /\p{Nd}/u,
  P: /\p{P}/u,
  S: /\p{S}/u,
  Z: /\p{Z}/u,
};

/** What `.` stands for. */
export const withinLine = tested(/./u);

/** What `\d`, `\w`, `\s` or a Unicode property stands for, by its letters; `undefined` for other names. */
export function namedSet(name: string): CharacterSet | undefined {
  const expression = Object.hasOwn(named, name) ? named[name] : undefined;
  return expression && tested(expression);
}

/** Code points from `first` to `last`, both included. */
export function range(first: number, last: number): CharacterSet {
  return { cost: 1, has: (_, codePoint) => codePoint >= first && codePoint <= last };
}

export function union(sets: readonly CharacterSet[]): CharacterSet {
  return {
    cost: sets.reduce((sum, { cost }) => sum + cost, 1),
    has: (character, codePoint) => sets.some(({ has }) => has(character, codePoint)),
  };
}

export function complement({ has, cost }: CharacterSet): CharacterSet {
  return { cost, has: (character, codePoint) => !has(character, codePoint) };
}

function tested(expression: RegExp): CharacterSet {
  return { cost: testCost, has: (character) => expression.test(character) };
}
