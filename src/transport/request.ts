import type { RequestBody } from './encode.js';

export interface SendRequest {
  readonly url: URL;
  readonly method: 'POST' | 'PUT';
  readonly body: RequestBody;
  /** Beside `Accept` and the body's own `Content-Type`. Any of them makes a request to another origin ask first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials;
}

export interface SendTimes {
  /** Without a byte moving. */
  readonly stallMs: number;
  /** For the whole answer, once the body is out. */
  readonly answerMs: number;
}

/** Accept is set last: no header of the page's makes an endpoint answer a web page on purpose. */
export function headersOf({ body, headers }: SendRequest): Readonly<Record<string, string>> {
  return {
    ...headers,
    ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
    Accept: 'application/json',
  };
}
