import * as z from 'zod/mini';
import type { SystemReply } from '../../form/payload.js';
import { text } from '../lenient.js';

const reply = z.looseObject({ success: text, error: text, reason: text });

/** What Greenhouse's sentences speak of; it names no field. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/cover letter/i, 'cover_letter'],
  [/resume|résumé/i, 'resume'],
  [/first[ _]name/i, 'first_name'],
  [/last[ _]name/i, 'last_name'],
  [/e-?mail/i, 'email'],
  [/phone/i, 'phone'],
  [/location/i, 'location'],
  [/education/i, 'educations'],
  [/employment/i, 'employments'],
];

/** Reads Greenhouse's answer, whose refusals have come with the status 200, too. */
export function readReply(status: number, body: unknown): SystemReply | undefined {
  const read = reply.safeParse(body);
  if (!read.success) return undefined;
  const { success, error, reason } = read.data;
  if (error === undefined && reason === undefined) {
    return success === undefined || status >= 300 ? undefined : { status: 'sent', issues: [] };
  }
  const message = reason ?? error ?? '';
  const issues = fieldsIn(message, error).map((field) => ({ field, message }));
  return { status: issues.length > 0 ? 'invalid' : 'failed', message, issues };
}

function fieldsIn(message: string, error: string | undefined): readonly string[] {
  for (const sentence of [message, error ?? '']) {
    const attributes = /invalid attributes?: *(.+)$/i.exec(sentence)?.[1];
    if (attributes !== undefined)
      return attributes
        .split(',')
        .map((name) => name.trim().replace(/\.$/, ''))
        .filter(Boolean);
  }
  return subjects
    .filter(([pattern]) => pattern.test(message))
    .map(([, field]) => field)
    .slice(0, 1);
}
