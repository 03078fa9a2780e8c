import * as z from 'zod/mini';
import type { SystemReply } from '../../form/payload.js';
import { id, maybe } from '../lenient.js';

const messages = maybe(z.union([z.string(), z.array(z.string())]));
const reply = z.looseObject({
  candidate: maybe(z.looseObject({ id })),
  error: messages,
  error_fields: maybe(z.record(z.string(), messages)),
});

/** Reads Recruitee's answer: `candidate`, or `error` with `error_fields` by the names of its fields. */
export function readReply(status: number, body: unknown): SystemReply | undefined {
  const read = reply.safeParse(body);
  if (!read.success || status === 429 || status >= 500) return undefined;
  const { candidate, error, error_fields } = read.data;
  const fields = Object.entries(error_fields ?? {});
  if (error === undefined && fields.length === 0) {
    if (status >= 300 || candidate === undefined) return undefined;
    return { status: 'sent', ...(candidate.id === undefined ? {} : { id: candidate.id }), issues: [] };
  }
  const issues = fields.flatMap(([field, found]) =>
    [found ?? []].flat().map((message) => ({ field: field.replace(/^candidate[.[]|\]$/g, ''), message })),
  );
  return { status: issues.length > 0 ? 'invalid' : 'failed', message: [error ?? []].flat()[0], issues };
}
