import * as z from 'zod/mini';
import type { SystemReply } from '../../form/payload.js';
import { flag, id, maybe, text } from '../lenient.js';

const reply = z.looseObject({
  ok: flag,
  applicationId: id,
  error: text,
  message: text,
  data: maybe(z.looseObject({ applicationId: id })),
});

/** What Lever's sentences speak of, by the names of the form. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/e-?mail/i, 'email'],
  [/resume|résumé/i, 'resume'],
  [/phone/i, 'phone'],
  [/\bname\b/i, 'name'],
];

/** Reads the answer of API v0 (`ok`, `applicationId`) or v1 (`data.applicationId`). */
export function readReply(status: number, body: unknown): SystemReply | undefined {
  const read = reply.safeParse(body);
  if (!read.success) return undefined;
  const { ok, applicationId, data, error, message } = read.data;
  const stored = applicationId ?? data?.applicationId;
  if (status < 300 && ok !== false && stored !== undefined) return { status: 'sent', id: stored, issues: [] };
  if (ok !== false || status === 429 || status >= 500) return undefined;
  const words = error ?? message;
  const subject =
    status < 300 || status === 400 || status === 422
      ? subjects.find(([pattern]) => pattern.test(words ?? ''))
      : undefined;
  return {
    status: subject ? 'invalid' : 'failed',
    message: words,
    issues: subject && words !== undefined ? [{ field: subject[1], message: words }] : [],
  };
}
