import type { Application } from '../form/application.js';
import type { FormPlan } from '../form/form-plan.js';
import type { Outcome } from '../form/submission.js';
import { encode, UnreadableFile, type Enctype, type RequestBody } from './encode.js';
import { fieldFinder } from './field-finder.js';
import { outcomeOf, readReply, type ReplyRules } from './read-reply.js';
import { replyOf } from './reply.js';
import { extraHeaders, type Idempotency } from './request-headers.js';
import { send, type SendOptions } from './send.js';

export interface SubmitRequest {
  readonly plan: FormPlan;
  readonly application: Application;
  /** As `resolveAction` gives it. */
  readonly url: URL;
  readonly method: 'post' | 'put';
  readonly enctype: Enctype;
  readonly credentials: RequestCredentials;
  readonly headers: Readonly<Record<string, string>>;
  readonly idempotency: Idempotency;
  readonly successHtml: boolean;
}

/** Sends the application, once, and says what came of it. Never rejects for what network, endpoint or files do. */
export async function submit(request: SubmitRequest, options: SendOptions = {}): Promise<Outcome> {
  const { plan, application, url, method, enctype, credentials, successHtml } = request;
  let body: RequestBody;
  try {
    body = await encode(plan, application, enctype);
  } catch (error) {
    if (error instanceof UnreadableFile) return outcomeOf({ fate: 'not-stored', reason: 'unreadable-file' });
    throw error;
  }
  const attempt = await send(
    { url, method: method === 'put' ? 'PUT' : 'POST', body, headers: extraHeaders(request), credentials },
    options,
  );
  return attempt.status === 'answered'
    ? readReply(attempt.reply, { url, successHtml, fieldNamed: fieldFinder(plan, application.answers) })
    : outcomeOf(attempt.failure);
}

/** Reads the answer of the page's own request. A rejection, or what is no `Response`, leaves the fate unknown. */
export async function readResponse(
  answer: PromiseLike<Response> | Response,
  { plan, application, ...rules }: Pick<SubmitRequest, 'plan' | 'application'> & Omit<ReplyRules, 'fieldNamed'>,
): Promise<Outcome> {
  let response: Response;
  try {
    response = await answer;
    if (typeof (response as Partial<Response> | undefined)?.status !== 'number') {
      throw new TypeError('respondWith() expects a promise of a Response.');
    }
  } catch (error) {
    console.error('<job-application>: the promise given to respondWith() failed.', error);
    return outcomeOf({ fate: 'unknown', reason: 'page' });
  }
  return readReply(await replyOf(response), { ...rules, fieldNamed: fieldFinder(plan, application.answers) });
}
