import type { FailureReason, Progress } from '../form/submission.js';
import { maxReplyBytes, toReply, unanswered, type Attempt, type ReplyHead } from './reply.js';
import { headersOf, type SendRequest, type SendTimes } from './request.js';

/** One attempt that can be watched: how far the body is, and when it is out. */
export function sendByXhr(
  request: SendRequest,
  { stallMs, answerMs }: SendTimes,
  signal?: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<Attempt> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    let head: ReplyHead | undefined;
    let text: string | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const finish = (reason: FailureReason): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(head ? { status: 'answered', reply: toReply(head, text) } : unanswered(reason));
    };
    const giveUp = (reason: FailureReason): void => {
      finish(reason); // first: aborted in its last `progress` event, a request of Chromium 156 never fires `loadend`
      xhr.abort();
    };
    const stop = (): void => giveUp('stopped');
    const wait = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms, 'timeout');
    };

    xhr.upload.onprogress = ({ loaded, total }) => {
      wait(stallMs);
      onProgress?.({ sentBytes: loaded, totalBytes: total });
    };
    xhr.upload.onload = () => wait(answerMs);
    xhr.onreadystatechange = () => {
      if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) head = headOf(xhr, request.url);
    };
    xhr.onprogress = ({ loaded }) => {
      if (loaded > maxReplyBytes) giveUp('unreadable');
    };
    xhr.onload = ({ loaded }) => {
      if (loaded <= maxReplyBytes) text = xhr.responseText;
    };
    xhr.onloadend = () => finish('network');

    signal?.addEventListener('abort', stop);
    wait(stallMs);
    xhr.open(request.method, request.url);
    xhr.withCredentials = request.credentials === 'include';
    for (const [name, value] of Object.entries(headersOf(request))) xhr.setRequestHeader(name, value);
    xhr.send(request.body);
  });
}

/** Taken as soon as it is there: an aborted request forgets its status. */
function headOf(xhr: XMLHttpRequest, { href }: URL): ReplyHead {
  const headers = new Headers();
  // `getResponseHeader` of one that another origin does not expose writes an error to the console.
  for (const line of xhr.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const { status, responseURL: url } = xhr;
  return { status, url, isRedirected: url !== href.split('#', 1)[0], headers };
}
