import type { FailureReason } from '../form/submission.js';
import type { RequestBody } from './encode.js';
import { replyOf, unanswered, type Attempt } from './reply.js';
import { headersOf, type SendRequest, type SendTimes } from './request.js';

/** A connection slower than this is taken for a broken one. */
const fewestBytesPerSecond = 8_000;

/** One attempt of which nothing is known between its start and the answer. */
export async function sendByFetch(
  request: SendRequest,
  { stallMs, answerMs }: SendTimes,
  signal?: AbortSignal,
): Promise<Attempt> {
  const { url, method, body, credentials } = request;
  const controller = new AbortController();
  let reason: FailureReason = 'network';
  const giveUp = (why: FailureReason): void => {
    reason = why;
    controller.abort();
  };
  const stop = (): void => giveUp('stopped');
  signal?.addEventListener('abort', stop);
  // Whether bytes move can't be seen, so the body is given the time that a very slow connection needs.
  const uploadMs = (sizeOf(body) / fewestBytesPerSecond) * 1000;
  let timer = setTimeout(giveUp, stallMs + answerMs + uploadMs, 'timeout');
  try {
    const response = await fetch(url, {
      method,
      body,
      headers: headersOf(request),
      credentials,
      referrerPolicy: 'strict-origin',
      signal: controller.signal,
    });
    clearTimeout(timer);
    timer = setTimeout(giveUp, answerMs, 'timeout');
    return { status: 'answered', reply: await replyOf(response) };
  } catch {
    return unanswered(reason); // browsers say no more about it than "Failed to fetch"
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Bytes, without what stands between the parts. */
function sizeOf(body: RequestBody): number {
  if (typeof body === 'string') return body.length;
  let size = 0;
  for (const value of body.values()) size += typeof value === 'string' ? value.length : value.size;
  return size;
}
