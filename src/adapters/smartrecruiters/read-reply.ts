import * as z from 'zod/mini';
import type { SystemReply } from '../../form/payload.js';
import { id, list, text } from '../lenient.js';

const reply = z.looseObject({ id, applicationId: id, message: text, errors: list });
const error = z.looseObject({ code: text, message: text });

/** What SmartRecruiters' sentences speak of. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/first ?name/i, 'firstName'],
  [/last ?name/i, 'lastName'],
  [/e-?mail/i, 'email'],
  [/phone/i, 'phoneNumber'],
  [/resume/i, 'resume'],
];

/** Reads SmartRecruiters' answer: the candidate's `id`, or a `message` with `errors`. */
export function readReply(status: number, body: unknown): SystemReply | undefined {
  const read = reply.safeParse(body);
  if (!read.success || status === 429 || status >= 500) return undefined;
  const { errors = [], message, applicationId } = read.data;
  if (status < 300 && errors.length === 0) {
    const stored = applicationId ?? read.data.id;
    return stored === undefined ? undefined : { status: 'sent', id: stored, issues: [] };
  }
  const messages = errors.flatMap((each) => error.safeParse(each).data?.message ?? []);
  const all = messages.length > 0 ? messages : message === undefined ? [] : [message];
  if (all.length === 0) return undefined;
  const issues = all.map((words) => {
    const subject = subjects.find(([pattern]) => pattern.test(words));
    return { field: subject?.[1] ?? '', message: words };
  });
  // With a field to say it at, the rest is said, too, of the form as a whole.
  const isInvalid = issues.some(({ field }) => field !== '');
  return { status: isInvalid ? 'invalid' : 'failed', message: message ?? all[0], issues: isInvalid ? issues : [] };
}
