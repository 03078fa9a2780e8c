import * as z from 'zod/mini';

/** A key that may be absent, `null`, or of a type that says nothing; it is then absent. */
export function maybe<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> {
  return z.catch(
    z.pipe(
      z.nullish(schema),
      z.transform((value) => value ?? undefined),
    ),
    undefined,
  );
}

/** A text with something in it. */
export const text = maybe(z.string().check(z.refine((value) => value.trim() !== '')));

/** The words of a question or an option: a text, empty or not, or a number as its text. */
export const words = maybe(
  z.union([
    z.string(),
    z.pipe(
      z.number(),
      z.transform((value) => String(value)),
    ),
  ]),
);

/** A text, or a number as its text, as ids come. */
export const id = maybe(
  z.union([
    z.string().check(z.minLength(1)),
    z.pipe(
      z.number(),
      z.transform((value) => String(value)),
    ),
  ]),
);

/** A number, or a text that is one. */
export const numeric = maybe(
  z.union([
    z.number(),
    z.pipe(
      z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/)),
      z.transform((value) => Number(value)),
    ),
  ]),
);

/** Yes or no, also where it comes as 0 or 1, or as the words. */
export const flag = maybe(
  z.union([
    z.boolean(),
    z.pipe(
      z.literal([0, 1, 'true', 'false']),
      z.transform((value) => value === 1 || value === 'true'),
    ),
  ]),
);
/** Read one by one, so that what is wrong with one does not touch the others. */
export const list = maybe(z.array(z.unknown()));
/** Anything: its reading is for later. */
export const any = z.optional(z.unknown());

/** The first of these values that says something: absent, `null` and empty lists do not. */
export function firstGiven(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0));
}

/** A list; where one thing stands in place of a list of one, a list of it. */
export function listOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : value;
}
