import type { Progress } from '../form/submission.js';
import { unanswered, type Attempt } from './reply.js';
import type { SendRequest, SendTimes } from './request.js';
import { sendByFetch } from './send-by-fetch.js';
import { sendByXhr } from './send-by-xhr.js';

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Only where the request can be watched: see `send`. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly times?: SendTimes | undefined;
}

const usualTimes: SendTimes = { stallMs: 30_000, answerMs: 60_000 };

/**
 * One attempt. Never rejects for what the network or the endpoint does.
 *
 * A multipart POST to another origin without headers stays one that needs no preflight: endpoints made for plain HTML
 * forms don't answer one. So it is sent by `fetch` and can't be watched, since a listener on the upload counts as a
 * custom header does. Everything else goes by XMLHttpRequest, which tells how far the body is.
 */
export async function send(
  request: SendRequest,
  { signal, onProgress, times = usualTimes }: SendOptions = {},
): Promise<Attempt> {
  if (signal?.aborted) return unanswered('stopped', 'not-stored');
  if (!navigator.onLine) return unanswered('offline', 'not-stored');
  const policy = watchPolicy(request.url);
  try {
    const attempt = await (canBeWatched(request)
      ? sendByXhr(request, times, signal, onProgress)
      : sendByFetch(request, times, signal));
    const isNetworkError = attempt.status === 'unanswered' && attempt.failure.reason === 'network';
    return isNetworkError && (await policy.hasBlocked()) ? unanswered('blocked', 'not-stored') : attempt;
  } finally {
    policy.unwatch();
  }
}

function canBeWatched({ url, method, body, headers, credentials }: SendRequest): boolean {
  // XMLHttpRequest always sends cookies to the page's own origin.
  if (url.origin === self.origin) return credentials !== 'omit';
  return method !== 'POST' || typeof body === 'string' || Object.keys(headers).length > 0;
}

/** Tells a request that the page's Content-Security-Policy stopped, before anything left, from a network that failed. */
function watchPolicy(url: URL): { hasBlocked(): Promise<boolean>; unwatch(): void } {
  const address = url.href.split('#', 1)[0];
  let violations = 0;
  const listen = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI === address) violations++;
  };
  document.addEventListener('securitypolicyviolation', listen);
  return {
    async hasBlocked() {
      await nextTask();
      const before = violations;
      if (before === 0) return false;
      // The event names this address, too, where only a redirect from it was blocked: the application has then arrived.
      // Asking again without following redirects tells the two apart.
      const probe = {
        method: 'HEAD',
        redirect: 'manual',
        credentials: 'omit',
        signal: AbortSignal.timeout(5_000),
      } as const;
      await fetch(url, probe).catch(() => undefined); // of interest is only whether the policy lets it out
      await nextTask();
      if (violations === before) return false;
      console.error(
        `<job-application>: this page's Content-Security-Policy stops the application. Allow ${url.origin} in connect-src.`,
      );
      return true;
    },
    unwatch: () => document.removeEventListener('securitypolicyviolation', listen),
  };
}

/** A violation is reported in a task of its own, which may come after the request has failed. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
