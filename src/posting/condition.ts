/** JsonLogic (jsonlogic.com) over answers, with the twelve operators below and nothing else. */
export type Condition = unknown;

/** Gives the answer of a field by its whole name; `undefined` where there is none or the field is not shown. */
export type Lookup = (name: string) => unknown;

export const maxConditionDepth = 8;
export const maxConditionNodes = 200;

/** What a condition is evaluated with. */
interface Evaluation {
  readonly lookup: Lookup;
  /** What a comparison comes to where one of its sides is blank, or of another type than the other. */
  readonly incomparable: false | typeof undecided;
}

/** Neither true nor false. */
const undecided = Symbol('undecided');

type Operator = (operands: readonly unknown[], by: Evaluation) => unknown;

const operators: Readonly<Record<string, Operator>> = {
  '==': ([left, right], by) => isEqual(evaluate(left, by), evaluate(right, by)),
  '!=': ([left, right], by) => !isEqual(evaluate(left, by), evaluate(right, by)),
  in: ([item, list], by) => {
    const found = evaluate(list, by);
    const wanted = evaluate(item, by);
    return Array.isArray(found) && found.some((each) => isEqual(each, wanted));
  },
  // Both give the operand that decided, as JsonLogic does.
  and: (operands, by) => decide(operands, by, false),
  or: (operands, by) => decide(operands, by, true),
  '!': ([operand], by) => {
    const value = evaluate(operand, by);
    return value === undecided ? undecided : !isTruthy(value);
  },
  '>': (operands, by) => isOrdered(operands, by, (left, right) => left > right),
  '>=': (operands, by) => isOrdered(operands, by, (left, right) => left >= right),
  '<': (operands, by) => isOrdered(operands, by, (left, right) => left < right),
  '<=': (operands, by) => isOrdered(operands, by, (left, right) => left <= right),
  var: ([name, fallback], by) => {
    const value = by.lookup(String(name));
    return value === undefined ? evaluate(fallback, by) : value;
  },
  missing: (operands, by) => operands.flat().filter((name) => isMissing(by.lookup(String(name)))),
};

/** Operators that take exactly two operands; between, `a < b < c`, takes three. */
const arities: Readonly<Record<string, readonly number[]>> = {
  '==': [2],
  '!=': [2],
  in: [2],
  '!': [1],
  '>': [2],
  '>=': [2],
  '<': [2, 3],
  '<=': [2, 3],
  var: [1, 2],
};

/** True where the condition holds, and where there is none. */
export function holds(condition: Condition, lookup: Lookup): boolean {
  return condition === undefined || isTruthy(evaluate(condition, { lookup, incomparable: false }));
}

/**
 * True where the condition is plainly false. A comparison with a blank answer is neither true nor false here, and so is
 * what hangs on it alone: "the end is after the start" is not refuted by an end that may be left blank.
 */
export function isRefuted(condition: Condition, lookup: Lookup): boolean {
  const value = evaluate(condition, { lookup, incomparable: undecided });
  return value !== undecided && !isTruthy(value);
}

/** Every name the condition looks at. */
export function namesIn(condition: Condition): readonly string[] {
  if (Array.isArray(condition)) return condition.flatMap(namesIn);
  const call = readCall(condition);
  if (!call) return [];
  if (call.operator === 'var') return [String(call.operands[0]), ...namesIn(call.operands[1])];
  if (call.operator === 'missing') return call.operands.flat().map(String);
  return call.operands.flatMap(namesIn);
}

/** What is wrong with the condition, or `undefined`: the operators, their operands, the depth and the size. */
export function conditionProblem(condition: Condition): string | undefined {
  let nodes = 0;
  const visit = (node: unknown, depth: number): string | undefined => {
    nodes += 1;
    if (nodes > maxConditionNodes) return `a condition of at most ${maxConditionNodes} nodes`;
    if (depth > maxConditionDepth) return `a condition at most ${maxConditionDepth} deep`;
    if (Array.isArray(node)) return firstProblem(node, depth);
    if (typeof node !== 'object' || node === null) return undefined;
    const call = readCall(node);
    if (!call) return `an object with one of the operators ${Object.keys(operators).join(' ')}`;
    const arity = Object.hasOwn(arities, call.operator) ? arities[call.operator] : undefined;
    if (arity && !arity.includes(call.operands.length))
      return `${arity.join(' or ')} ${arity.at(-1) === 1 ? 'operand' : 'operands'} for "${call.operator}"`;
    if (call.operator === 'missing' && !call.operands.flat().every((name) => typeof name === 'string')) {
      return 'names of fields for "missing"';
    }
    if (call.operator === 'var' && typeof call.operands[0] !== 'string') return 'the name of a field for "var"';
    return firstProblem(call.operands, depth);
  };
  const firstProblem = (nodes: readonly unknown[], depth: number): string | undefined => {
    for (const node of nodes) {
      const problem = visit(node, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return visit(condition, 0);
}

function evaluate(node: unknown, by: Evaluation): unknown {
  if (Array.isArray(node)) return node.map((item) => evaluate(item, by));
  const call = readCall(node);
  return call ? operators[call.operator]?.(call.operands, by) : node;
}

/** @param deciding the truth of an operand that decides alone */
function decide(operands: readonly unknown[], by: Evaluation, deciding: boolean): unknown {
  let last: unknown;
  let isUndecided = false;
  for (const operand of operands) {
    const value = evaluate(operand, by);
    if (value === undecided) isUndecided = true;
    else if (isTruthy(value) === deciding) return value;
    else last = value;
  }
  return isUndecided ? undecided : last;
}

function readCall(node: unknown): { operator: string; operands: readonly unknown[] } | undefined {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return undefined;
  const [entry, ...rest] = Object.entries(node);
  if (!entry || rest.length > 0 || !Object.hasOwn(operators, entry[0])) return undefined;
  return { operator: entry[0], operands: Array.isArray(entry[1]) ? entry[1] : [entry[1]] };
}

/** JsonLogic's own truth: an empty list is false; `"0"` is true. */
function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** An absent answer equals `null`, which is how JSON says "absent"; nothing else is coerced. */
function isEqual(left: unknown, right: unknown): boolean {
  return (left ?? null) === (right ?? null);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Numbers with numbers, strings with strings (ISO dates order as strings); anything else is not ordered. */
function isOrdered(
  operands: readonly unknown[],
  by: Evaluation,
  compare: (left: number | string, right: number | string) => boolean,
): false | true | typeof undecided {
  const values = operands.map((operand) => evaluate(operand, by));
  const results = values.slice(1).map((right, index) => {
    const left = values[index];
    if (typeof left === 'number' && typeof right === 'number') return compare(left, right);
    const areTexts = typeof left === 'string' && typeof right === 'string' && left !== '' && right !== '';
    return areTexts ? compare(left, right) : by.incomparable;
  });
  return results.includes(false) ? false : results.includes(undecided) ? undecided : true;
}
