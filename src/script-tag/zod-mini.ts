/**
 * What the script for a tag has in place of `zod/mini`: the functions of it that `src` calls, and nothing that they do
 * not use. zod serves every schema there may be, which costs the page 7 kB of gzip and its first posting the building of
 * it; a package manager's build keeps zod, which the page may have anyway, and so do the types and the tests of all that
 * reads. `test/node/zod-mini.test.ts` holds the two against each other: the same data and the same issues, in the same order.
 */

interface Issue {
  readonly code: string;
  readonly path: PropertyKey[];
  readonly message: string;
  /** False where no check is to follow; absent where what is there is not even of the type. */
  readonly continue?: boolean;
  readonly [detail: string]: unknown;
}

interface Payload {
  value: unknown;
  issues: Issue[];
  isAborted?: boolean;
}

interface Check {
  /** Also after a fault that would keep others from looking. */
  readonly isOfLength?: boolean;
  /** A longer list is refused before its items are read. */
  readonly maxItems?: number;
  run(payload: Payload): void;
}

/** What becomes of a key that is absent: nothing, or a value in its place. */
type Absence = 'optional' | 'defaulted' | undefined;

interface Options {
  /** As it comes in, and as it goes out. */
  readonly absent?: () => Absence;
  readonly absentOut?: () => Absence;
  readonly checks?: readonly Check[];
  readonly def?: object;
}

type Shape = Readonly<Record<string, Schema>>;
type Test = (value: never) => unknown;

class Schema {
  readonly def: object;
  readonly #parse: (payload: Payload) => Payload;
  readonly #options: Options;

  constructor(parse: (payload: Payload) => Payload, options: Options = {}) {
    this.#parse = parse;
    this.#options = options;
    this.def = options.def ?? {};
  }

  get absent(): Absence {
    return this.#options.absent?.();
  }

  get absentOut(): Absence {
    return this.#options.absentOut?.();
  }

  check(...checks: readonly Check[]): Schema {
    const options = this.#options;
    return new Schema(this.#parse, { ...options, checks: [...(options.checks ?? []), ...checks] });
  }

  run(given: Payload): Payload {
    const { value } = given;
    const tooLong = this.#options.checks?.find(
      ({ maxItems = Infinity }) => Array.isArray(value) && value.length > maxItems,
    );
    if (tooLong) {
      tooLong.run(given);
      return { ...given, isAborted: true };
    }
    const payload = this.#parse(given);
    let isOver = isAborted(payload);
    for (const check of this.#options.checks ?? []) {
      if (check.isOfLength ? isStopped(payload) || !hasLength(payload.value) : isOver) continue;
      const { length } = payload.issues;
      check.run(payload);
      isOver ||= payload.issues.slice(length).some(isGrave);
    }
    return payload;
  }

  safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues: readonly Issue[] } } {
    const { issues, value: data } = this.run({ value, issues: [] });
    return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
  }

  /** @throws where it is something else */
  parse(value: unknown): unknown {
    const { success, data, error } = this.safeParse(value);
    if (!success) throw new TypeError(JSON.stringify(error));
    return data;
  }
}

function isGrave(issue: Issue): boolean {
  return issue.continue !== true;
}

function isAborted(payload: Payload): boolean {
  return payload.isAborted === true || payload.issues.some(isGrave);
}

function isStopped(payload: Payload): boolean {
  return payload.isAborted === true || payload.issues.some((issue) => issue.continue === false);
}

function hasLength(value: unknown): boolean {
  return value !== undefined && value !== null && (value as { length?: unknown }).length !== undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function find(payload: Payload, code: string, details: Readonly<Record<string, unknown>> = {}): Payload {
  payload.issues.push({ code, path: [], message: 'Invalid input', ...details });
  return payload;
}

/** Reads one thing inside another, and takes over what is wrong with it. */
function readInside({ issues }: Payload, schema: Schema, value: unknown, key: PropertyKey): Payload {
  const inside = schema.run({ value, issues: [] });
  inside.issues.forEach(({ path }) => path.unshift(key));
  issues.push(...inside.issues);
  return inside;
}

function typed(expected: string, isOne: (value: unknown) => boolean): Schema {
  return new Schema((payload) => (isOne(payload.value) ? payload : find(payload, 'invalid_type', { expected })));
}

function oneOf(values: readonly unknown[]): Schema {
  return new Schema((payload) =>
    values.includes(payload.value) ? payload : find(payload, 'invalid_value', { values }),
  );
}

export const string = (): Schema => typed('string', (value) => typeof value === 'string');
export const boolean = (): Schema => typed('boolean', (value) => typeof value === 'boolean');
export const number = (): Schema => typed('number', Number.isFinite);
export const unknown = (): Schema => new Schema((payload) => payload);
export const literal = (value: unknown): Schema => oneOf([value]);

export function int(): Schema {
  return number().check({
    run(payload) {
      const value = payload.value as number;
      const bound = { origin: 'int', inclusive: true, continue: true };
      if (!Number.isInteger(value)) {
        find(payload, 'invalid_type', { expected: 'int', format: 'safeint', continue: false });
      } else if (value > Number.MAX_SAFE_INTEGER) {
        find(payload, 'too_big', { ...bound, maximum: Number.MAX_SAFE_INTEGER });
      } else if (value < Number.MIN_SAFE_INTEGER) {
        find(payload, 'too_small', { ...bound, minimum: Number.MIN_SAFE_INTEGER });
      }
    },
  });
}

export function array(item: Schema): Schema {
  return new Schema((payload) => {
    const { value } = payload;
    if (!Array.isArray(value)) return find(payload, 'invalid_type', { expected: 'array' });
    payload.value = Array.from(value, (each: unknown, index) => readInside(payload, item, each, index).value);
    return payload;
  });
}

export function record(_key: Schema, item: Schema): Schema {
  return new Schema((payload) => {
    const given = payload.value;
    if (!isObject(given)) return find(payload, 'invalid_type', { expected: 'record' });
    const read: Record<string, unknown> = {};
    payload.value = read;
    for (const key of Object.keys(given)) {
      if (key !== '__proto__') read[key] = readInside(payload, item, given[key], key).value;
    }
    return payload;
  });
}

/** Keys that are not known are left out. */
export function object(shape: Shape, keepsOthers = false): Schema {
  const parse = (payload: Payload): Payload => {
    const given = payload.value;
    if (!isObject(given)) return find(payload, 'invalid_type', { expected: 'object' });
    const read: Record<string, unknown> = {};
    payload.value = read;
    for (const [key, schema] of Object.entries(shape)) readKey(payload, read, schema, given, key);
    for (const key in keepsOthers ? given : {}) {
      if (!Object.hasOwn(shape, key) && key !== '__proto__') read[key] = given[key];
    }
    return payload;
  };
  return new Schema(parse, { def: { shape } });
}

export const looseObject = (shape: Shape): Schema => object(shape, true);

function readKey(
  payload: Payload,
  read: Record<string, unknown>,
  schema: Schema,
  given: Record<string, unknown>,
  key: string,
): void {
  const isPresent = key in given;
  const { absent, absentOut } = schema;
  const mayLack = !isPresent && absentOut !== undefined;
  if (mayLack && absent === 'optional') return;
  const { issues } = payload;
  const { length } = issues;
  const { value } = readInside(payload, schema, given[key], key);
  const hasIssues = issues.length > length;
  if (hasIssues && mayLack && absent !== undefined) {
    issues.length = length;
  } else if (!isPresent && absent === undefined) {
    if (!hasIssues) find(payload, 'invalid_type', { expected: 'nonoptional', path: [key] });
  } else if (value !== undefined || isPresent || (absent === 'defaulted' && absentOut === undefined)) {
    read[key] = value;
  }
}

export function union(options: readonly Schema[]): Schema {
  const parse = (payload: Payload): Payload => {
    const results: Payload[] = [];
    for (const option of options) {
      const result = option.run({ value: payload.value, issues: [] });
      if (result.issues.length === 0) return result;
      results.push(result);
    }
    const [closest, ...others] = results.filter((result) => !isAborted(result));
    if (closest && others.length === 0) return closest;
    return find(payload, 'invalid_union', { errors: results.map(({ issues }) => issues) });
  };
  return new Schema(parse, {
    absent: () => {
      const all = options.map(({ absent }) => absent);
      return all.includes('defaulted') ? 'defaulted' : all.find(Boolean);
    },
    absentOut: () => options.map(({ absentOut }) => absentOut).find(Boolean),
  });
}

export function optional(inner: Schema): Schema {
  const absent = (): Absence => inner.absent ?? 'optional';
  const parse = (payload: Payload): Payload => {
    if (payload.value !== undefined) return inner.run(payload);
    if (absent() !== 'defaulted') return payload;
    const { issues, value } = inner.run({ value: undefined, issues: [] });
    payload.value = issues.length > 0 ? undefined : value;
    return payload;
  };
  return new Schema(parse, { absent, absentOut: () => 'optional' });
}

export function nullable(inner: Schema): Schema {
  return new Schema((payload) => (payload.value === null ? payload : inner.run(payload)), {
    absent: () => inner.absent,
    absentOut: () => inner.absentOut,
  });
}

export const nullish = (inner: Schema): Schema => optional(nullable(inner));

export function _default(inner: Schema, value: unknown): Schema {
  const parse = (payload: Payload): Payload => {
    const result = payload.value === undefined ? payload : inner.run(payload);
    // A copy: what is read is not shared.
    if (result.value === undefined) result.value = structuredClone(value);
    return result;
  };
  return new Schema(parse, { absent: () => 'defaulted' });
}

function caught(inner: Schema, instead: unknown): Schema {
  const parse = (payload: Payload): Payload => {
    const { issues, value } = inner.run({ value: payload.value, issues: [] });
    payload.value = issues.length > 0 ? instead : value;
    return payload;
  };
  return new Schema(parse, { absent: () => inner.absent ?? 'optional', absentOut: () => inner.absentOut });
}

export function pipe(first: Schema, second: Schema): Schema {
  const parse = (payload: Payload): Payload => {
    const result = first.run(payload);
    if (result.issues.length === 0) return second.run(result);
    result.isAborted = true;
    return result;
  };
  return new Schema(parse, { absent: () => first.absent, absentOut: () => second.absentOut });
}

export function transform(change: (value: never) => unknown): Schema {
  const parse = (payload: Payload): Payload => {
    payload.value = change(payload.value as never);
    return payload;
  };
  return new Schema(parse, { absent: () => 'optional' });
}

export function lazy(get: () => Schema): Schema {
  let schema: Schema | undefined;
  const inner = (): Schema => (schema ??= get());
  return new Schema((payload) => inner().run(payload), {
    absent: () => inner().absent,
    absentOut: () => inner().absentOut,
  });
}

export const custom = (isOne: Test): Schema => unknown().check(refined(isOne, undefined, false));

export const refine = (isOne: Test, message?: string): Check => refined(isOne, message, true);

function refined(isOne: Test, message: string | undefined, goesOn: boolean): Check {
  return {
    run(payload) {
      if (isOne(payload.value as never)) return;
      find(payload, 'custom', { ...(message === undefined ? {} : { message }), continue: goesOn });
    },
  };
}

interface Context {
  addIssue(issue: { readonly code: string; readonly message: string }): void;
}

export function superRefine(look: (value: unknown, context: Context) => void): Check {
  return {
    run(payload) {
      look(payload.value, { addIssue: ({ code, ...rest }) => void find(payload, code, { ...rest, continue: true }) });
    },
  };
}

export function regex(pattern: RegExp, { abort = false } = {}): Check {
  return {
    run(payload) {
      if (pattern.test(payload.value as string)) return;
      find(payload, 'invalid_format', {
        origin: 'string',
        format: 'regex',
        pattern: String(pattern),
        continue: !abort,
      });
    },
  };
}

type Bound = 'minimum' | 'maximum';

function bounded(bound: Bound, limit: number, inclusive: boolean, isOfLength: boolean): Check {
  const code = bound === 'minimum' ? 'too_small' : 'too_big';
  return {
    isOfLength,
    ...(isOfLength && bound === 'maximum' ? { maxItems: limit } : {}),
    run(payload) {
      const { value } = payload;
      const measured = isOfLength ? lengthOf(value as string | readonly unknown[]) : (value as number);
      const distance = bound === 'minimum' ? measured - limit : limit - measured;
      if (inclusive ? distance >= 0 : distance > 0) return;
      const origin = Array.isArray(value) ? 'array' : typeof value;
      find(payload, code, { origin, [bound]: limit, inclusive, continue: true });
    },
  };
}

/** Texts are measured in characters, not in the halves of them that JavaScript counts. */
function lengthOf(value: string | readonly unknown[]): number {
  return typeof value === 'string' ? [...value].length : value.length;
}

export const minLength = (limit: number): Check => bounded('minimum', limit, true, true);
export const maxLength = (limit: number): Check => bounded('maximum', limit, true, true);
export const gte = (limit: number): Check => bounded('minimum', limit, true, false);
export const lte = (limit: number): Check => bounded('maximum', limit, true, false);
export const nonnegative = (): Check => gte(0);
export const positive = (): Check => bounded('minimum', 0, false, false);

export { oneOf as enum, caught as catch };
