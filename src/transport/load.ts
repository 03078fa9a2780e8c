import { LoadError } from '../posting/errors.js';
import { maxPostingLength } from '../posting/limits.js';
import { BodyTooLarge, readBody } from './read-body.js';

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly credentials?: RequestCredentials | undefined;
  /** For the whole of it, the last byte included. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Fetches a posting, or another system's JSON, still to be read.
 * @throws {LoadError} with words for the page's author
 * @throws the reason of `signal`, once that is aborted
 */
export async function loadPosting(
  url: string | URL,
  { signal, credentials = 'same-origin', timeoutMs = 15_000 }: LoadOptions = {},
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const subject = `The posting at ${String(url)}`;
  let text: string;
  let status: number | undefined;
  let contentType: string;
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json' },
      credentials,
      referrerPolicy: 'strict-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    status = response.status;
    if (!response.ok) {
      throw new LoadError(`${subject} could not be loaded: the server answered ${status}.`, { status });
    }
    contentType = response.headers.get('Content-Type') ?? 'no content type';
    text = await readBody(response, maxPostingLength);
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof LoadError
      ? cause
      : new LoadError(`${subject} ${describe(cause, timeout, timeoutMs)}`, {
          status,
          cause,
          reason: timeout.aborted ? 'timeout' : navigator.onLine ? 'unreadable' : 'offline',
        });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new LoadError(`${subject} is not JSON (it came as ${contentType}); expected a JSON document.`, {
      status,
      cause,
    });
  }
  // So some systems say that a job is gone.
  if (json === null) throw new LoadError(`${subject} is null: there is no such job.`, { status, reason: 'not-found' });
  return json;
}

function describe(cause: unknown, timeout: AbortSignal, timeoutMs: number): string {
  if (timeout.aborted) return `did not arrive within ${timeoutMs / 1000} seconds.`;
  if (cause instanceof BodyTooLarge) return `is larger than ${maxPostingLength / 1_000_000} MB, the most that is read.`;
  return (
    'could not be fetched. Is the address right and the server reachable? On another origin it must allow this page ' +
    "(Access-Control-Allow-Origin); the page's Content-Security-Policy must allow it in connect-src."
  );
}
