import * as z from 'zod/mini';
import type { SystemReply } from '../../form/payload.js';
import { id, maybe, text } from '../lenient.js';

const messages = maybe(z.union([z.string(), z.array(z.string())]));
const reply = z.looseObject({
  status: text,
  candidate: maybe(z.looseObject({ id })),
  error: text,
  validation_errors: maybe(z.record(z.string(), messages)),
});

/** Reads Workable's answer: `candidate`, or `error` with `validation_errors` by the names of its fields. */
export function readReply(status: number, body: unknown): SystemReply | undefined {
  const read = reply.safeParse(body);
  if (!read.success || status === 429 || status >= 500) return undefined;
  const { candidate, error, validation_errors } = read.data;
  if (error === undefined && validation_errors === undefined) {
    if (status >= 300 || candidate === undefined) return undefined;
    return { status: 'sent', ...(candidate.id === undefined ? {} : { id: candidate.id }), issues: [] };
  }
  const issues = Object.entries(validation_errors ?? {}).flatMap(([field, found]) =>
    // Entries of a group have another name in a candidate than in the form.
    [found ?? []]
      .flat()
      .map((message) => ({ field: field.replace(/^(education|experience)_entries\b/, '$1'), message })),
  );
  return { status: issues.length > 0 ? 'invalid' : 'failed', message: error, issues };
}
