import * as z from 'zod/mini';
import type { SystemReply } from '../../form/payload.js';
import type { FormPlan } from '../../form/form-plan.js';
import { askedWords } from '../asked-words.js';
import { any, flag, id, list, maybe, text } from '../lenient.js';

const formRender = maybe(z.looseObject({ errorMessages: list }));
const reply = z.looseObject({
  success: flag,
  results: maybe(
    z.looseObject({
      id,
      applicationId: id,
      application: maybe(z.looseObject({ id })),
      formMessages: maybe(z.looseObject({ blocked: flag, message: text, blockMessageForCandidateHtml: text })),
    }),
  ),
  errors: list,
  errorInfo: maybe(z.looseObject({ message: text, code: text })),
  data: maybe(z.record(z.string(), z.unknown())),
});
const graphAnswer = z.looseObject({ applicationForm: formRender, formRender, errorMessages: list, message: any });

/**
 * Reads the answer of the API (`success` and `errors`, with the status 200) or of the hosted page's GraphQL, where a
 * posting that is gone is `null`. Ashby names a question by its words.
 */
export function readReply(status: number, body: unknown, plan?: FormPlan): SystemReply | undefined {
  const read = reply.safeParse(body);
  if (!read.success || status >= 500 || status === 429) return undefined;
  const { success, results, errors, errorInfo, data } = read.data;
  const messageOf = results?.formMessages;
  // An application may be kept from arriving by rules of the company's own, and is answered with a yes all the same.
  if (success === true && (messageOf?.blocked === true || messageOf?.blockMessageForCandidateHtml !== undefined)) {
    const html = messageOf.blockMessageForCandidateHtml ?? messageOf.message;
    return { status: 'failed', ...(html === undefined ? {} : { message: askedWords(html).label }), issues: [] };
  }
  if (success === true) {
    const stored = results?.applicationId ?? results?.application?.id ?? results?.id;
    return { status: 'sent', ...(stored === undefined ? {} : { id: stored }), issues: [] };
  }
  if (data && 'jobPosting' in data && data['jobPosting'] === null) return { status: 'failed', issues: [] };
  const messages = [...wordsIn(errors), ...(data ? graphMessages(data) : [])];
  if (success !== false && messages.length === 0) return undefined;
  const all = messages.length > 0 ? messages : wordsIn([errorInfo?.message]);
  const issues = all.map((message) => ({ field: fieldIn(message, plan) ?? '', message }));
  // With a field to say it at, the rest is said, too, of the form as a whole.
  const isInvalid = issues.some(({ field }) => field !== '');
  return {
    status: isInvalid ? 'invalid' : 'failed',
    message: all[0] ?? errorInfo?.code,
    issues: isInvalid ? issues : [],
  };
}

function graphMessages(data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(data).flatMap((value) => {
    const read = graphAnswer.safeParse(value);
    if (!read.success) return [];
    const { applicationForm, formRender: render, errorMessages } = read.data;
    return [...wordsIn(errorMessages), ...wordsIn(applicationForm?.errorMessages), ...wordsIn(render?.errorMessages)];
  });
}

/** Errors are words, or objects that have them. */
function wordsIn(errors: readonly unknown[] | undefined): readonly string[] {
  return (errors ?? []).flatMap((error) => {
    const words: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    return typeof words === 'string' && words !== '' ? [words] : [];
  });
}

/** The question whose words, or whose path, an error ends with: "Missing entry for required field: Name". */
function fieldIn(message: string, plan: FormPlan | undefined): string | undefined {
  const named = /field:?\s*["“']?(.+?)["”']?\.?$/i.exec(message)?.[1]?.trim().toLowerCase();
  if (named === undefined) return undefined;
  return plan?.fields.find(({ field: { name, label } }) =>
    [name, typeof label === 'string' ? label : ''].some((each) => each.toLowerCase() === named),
  )?.field.name;
}
