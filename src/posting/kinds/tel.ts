import * as z from 'zod/mini';
import { fieldShape, open, optionalString } from '../schema.js';
import { stringKind } from './string-kind.js';

const schema = open({
  ...fieldShape,
  /** ISO 3166-1 alpha-2, in which a number without a country code is read. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/, 'two letters, such as GB'))),
  /** Wire name of the number in E.164 form, where it can be read. */
  e164Name: optionalString,
});

export type TelField = z.infer<typeof schema>;

/**
 * A telephone number, sent as it was typed. Judged by its digits alone: national plans differ too much to refuse a
 * number that somebody answers.
 */
export const telKind = stringKind<TelField>({
  schema,
  judge(answer) {
    const digits = answer.match(/\p{Nd}/gu)?.length ?? 0;
    const letters = answer.match(/\p{L}/gu)?.length ?? 0;
    return digits >= 3 && digits <= 25 && letters <= 10 ? [] : [{ code: 'tel', params: {} }];
  },
  derivedNames: (field) => (field.e164Name === undefined ? [] : [field.e164Name]),
  besideNames: (field) => (field.e164Name === undefined ? [] : [field.e164Name]),
});
