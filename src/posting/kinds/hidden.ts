import * as z from 'zod/mini';
import type { FieldKind } from '../field-kind.js';
import { fieldShape, open, optionalString } from '../schema.js';
import { stringKind } from './string-kind.js';

const schema = open({
  ...fieldShape,
  value: optionalString,
  /** Where the value comes from: a parameter of the page's query string, the referrer, the page's address, the language. */
  from: z.optional(
    z
      .string()
      .check(z.regex(/^(?:query:.+|referrer|page|locale)$/, '"query:" and a name, "referrer", "page" or "locale"')),
  ),
});

export type HiddenField = z.infer<typeof schema>;

/** A value that travels along unseen. What it takes `from` the page is filled in by the page's side. */
export const hiddenKind: FieldKind<HiddenField, string> = {
  ...stringKind<HiddenField>({ schema, judge: () => [] }),
  isVisible: false,
  initial: (field) => field.value ?? '',
};
