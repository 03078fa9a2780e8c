import { PostingError, type PostingProblem } from '../../src/posting/errors.js';
import { parsePosting, type ParseOptions } from '../../src/posting/parse-posting.js';
import { fieldsOf, type Posting } from '../../src/posting/posting.js';
import type { Field } from '../../src/posting/field-kind.js';

export type Json = Record<string, unknown>;

/** The JSON of a posting with these fields in one section. */
export function postingJson(fields: readonly unknown[], { form, ...posting }: { form?: Json } & Json = {}): Json {
  return { id: 'optician', locale: 'en', title: 'Optician', ...posting, form: { sections: [{ fields }], ...form } };
}

/** The same, read. A field without a label gets one. */
export function postingWith(
  fields: readonly Json[],
  rest: { form?: Json } & Json = {},
  options?: ParseOptions,
): Posting {
  const labelled = fields.map((field) => ({ label: String(field['name']), ...field }));
  return parsePosting(postingJson(labelled, rest), options);
}

/** One field as its kind has read it. */
export function fieldWith(field: Json): Field {
  const [read] = fieldsOf(postingWith([{ name: 'it', ...field }]));
  if (!read) throw new Error('The posting came back without its field');
  return read;
}

/** Every problem that `parsePosting` finds; none where it takes the posting. */
export function problemsIn(json: unknown): readonly PostingProblem[] {
  try {
    parsePosting(json);
    return [];
  } catch (error) {
    if (error instanceof PostingError) return error.problems;
    throw error;
  }
}

export function pointersIn(json: unknown): string[] {
  return problemsIn(json).map(({ pointer }) => pointer);
}
