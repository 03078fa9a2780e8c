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

export const flag = maybe(z.boolean());
/** Read one by one, so that what is wrong with one does not touch the others. */
export const list = maybe(z.array(z.unknown()));
/** Anything: its reading is for later. */
export const any = z.optional(z.unknown());
