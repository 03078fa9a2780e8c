import type { Application } from '../form/application.js';
import type { FormPlan } from '../form/form-plan.js';
import { outcomeOf, type Outcome } from '../form/submission.js';
import type { Enctype, WireFormat } from '../form/payload.js';
import { encode, encodePayload, UnreadableFile, type RequestBody } from './encode.js';
import { fieldFinder } from './field-finder.js';
import { readReply, type ReplyRules } from './read-reply.js';
import { replyOf } from './reply.js';
import { extraHeaders, type Idempotency } from './request-headers.js';
import { send, type SendOptions } from './send.js';
import { soleFile } from './sole-file.js';
import { holdsAll } from './unresolved.js';

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
  readonly wireFormat?: WireFormatSource | undefined;
}

/** How another system takes the application and answers it; resolves with nothing where that is as ours are. */
export type WireFormatSource = () => Promise<WireFormat | undefined>;

/** Sends the application, once, and says what came of it. Never rejects for what network, endpoint or files do. */
export async function submit(request: SubmitRequest, options: SendOptions = {}): Promise<Outcome> {
  const { plan, application, url, method, enctype, credentials, successHtml } = request;
  let format: WireFormat | undefined;
  let body: RequestBody;
  try {
    format = await request.wireFormat?.();
  } catch (cause) {
    console.error('<job-application>: what writes the application for its system could not be loaded.', cause);
    return outcomeOf({ fate: 'not-stored', reason: navigator.onLine ? 'page' : 'offline' });
  }
  try {
    if (format) {
      const payload = format.toPayload(application, plan, enctype);
      if (!holdsAll(payload)) return outcomeOf({ fate: 'not-stored', reason: 'page' });
      body = await encodePayload(payload);
    } else {
      body = await encode(plan, application, enctype);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return outcomeOf({ fate: 'not-stored', reason: 'unreadable-file' });
    throw error;
  }
  const attempt = await send(
    { url, method: method === 'put' ? 'PUT' : 'POST', body, headers: extraHeaders(request), credentials },
    options,
  );
  return attempt.status === 'answered'
    ? readReply(attempt.reply, { url, successHtml, ...readersFor(plan, application, format) })
    : outcomeOf(attempt.failure);
}

/** How an answer to the page's own request is read. */
export type PageReplyRules = Pick<ReplyRules, 'url' | 'successHtml'> & Pick<SubmitRequest, 'wireFormat'>;

/** Reads the answer of the page's own request. A rejection, or what is no `Response`, leaves the fate unknown. */
export async function readResponse(
  answer: PromiseLike<Response> | Response,
  { plan, application, wireFormat, ...rules }: PageReplyRules & Pick<SubmitRequest, 'plan' | 'application'>,
): Promise<Outcome> {
  let response: Response;
  try {
    response = await answer;
    if (!isResponse(response)) throw new TypeError('respondWith() expects a promise of a Response.');
  } catch (error) {
    console.error('<job-application>: the promise given to respondWith() failed.', error);
    return outcomeOf({ fate: 'unknown', reason: 'page' });
  }
  // Without it, the answer is read as any other.
  const format = await wireFormat?.().catch(() => undefined);
  return readReply(await replyOf(response), { ...rules, ...readersFor(plan, application, format) });
}

/** Of whatever window it is. What other libraries resolve with has a status, too, and nothing to read by. */
function isResponse(value: unknown): boolean {
  const { status, headers, text } = (value ?? {}) as Partial<Response>;
  return typeof status === 'number' && typeof headers?.get === 'function' && typeof text === 'function';
}

function readersFor(
  plan: FormPlan,
  { answers }: Application,
  format: WireFormat | undefined,
): Pick<ReplyRules, 'fieldNamed' | 'soleFile' | 'readSystem'> {
  return {
    fieldNamed: fieldFinder(plan, answers),
    soleFile: soleFile(answers),
    readSystem: (status, body) => format?.readReply?.(status, body, plan),
  };
}
