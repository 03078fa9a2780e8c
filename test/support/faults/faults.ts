import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to the endpoint as a fault sees it. */
export interface Faulty {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Neither the page's nor the endpoint's: a network that wants to be signed in to leads there. */
  readonly thirdOrigin: string;
  /** Reads the body, passes the application on, and gives what the receiver answered. */
  store(): Promise<{ status: number; body: string }>;
  /** Reads the body and drops it. */
  swallow(): Promise<void>;
  /** Answers with what lets a page of another origin read it. */
  answer(status: number, body?: string, headers?: Readonly<Record<string, string>>): void;
  /** The same, but for the body, which is still to come. */
  answerHead(status: number, headers: Readonly<Record<string, string>>): void;
}

export type Fault = (faulty: Faulty) => Promise<void> | void;

const json = { 'Content-Type': 'application/json' };
const problem = { 'Content-Type': 'application/problem+json' };
const page = { 'Content-Type': 'text/html; charset=utf-8' };
/** A page of another origin is not shown `Retry-After` then. */
const hidden = { 'Access-Control-Expose-Headers': '' };
const login = '<!doctype html><title>Sign in</title><form method="post"><input name="password" type="password"></form>';

/** Reads all of it, stores nothing, and answers so. */
function refusal(status: number, body = '', headers: Readonly<Record<string, string>> = json): Fault {
  return async ({ swallow, answer }) => {
    await swallow();
    answer(status, body, headers);
  };
}

/** Stores it, and answers so all the same. */
function storedBut(status: number, body = '', headers: Readonly<Record<string, string>> = json): Fault {
  return async ({ store, answer }) => {
    await store();
    answer(status, body, headers);
  };
}

/** Begins an answer to what it has stored, and goes on a byte at a time. */
function trickle(bytes: number): Fault {
  return async ({ store, response, answerHead }) => {
    await store();
    answerHead(201, json);
    response.write('{"id": "1"');
    let left = bytes;
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) response.write(' ');
      else response.end('}');
    }, 20);
    response.once('close', () => clearInterval(timer));
  };
}

function reset({ request }: Faulty): void {
  request.socket.resetAndDestroy();
}

/** The endpoint does not allow what the browser asks whether it may send. */
export const refusedPreflight = 'preflight refused';

/** In place of the receiver's own answer to one request; by name. */
export const faults: Readonly<Record<string, Fault>> = {
  none: async ({ store, answer }) => {
    const { status, body } = await store();
    answer(status, body, json);
  },
  'reset before the body': reset,
  'reset in the middle of the body': (faulty) => {
    faulty.request.once('data', () => reset(faulty));
  },
  'reset after the body': async (faulty) => {
    await faulty.swallow();
    reset(faulty);
  },
  'reset after it was stored': async (faulty) => {
    await faulty.store();
    reset(faulty);
  },
  'closed without an answer': async ({ swallow, request }) => {
    await swallow();
    request.socket.end();
  },
  'never answered': async ({ swallow }) => swallow(),
  'stored, never answered': async ({ store }) => void (await store()),
  'a body that is never read': ({ request }) => void request.pause(),
  'half an answer': async ({ store, response }) => {
    await store();
    response.writeHead(201, { ...json, 'Content-Length': '1000' });
    response.write('{"id": "');
    setTimeout(() => response.destroy(), 20);
  },
  'an answer that never ends': async ({ store, response }) => {
    await store();
    response.writeHead(201, { ...json, 'Content-Length': '1000' });
    response.write('{"id": "');
  },
  'no HTTP': async ({ swallow, request }) => {
    await swallow();
    request.socket.end('\u0000\u0001garbage\r\n\r\n');
  },
  'truncated JSON': storedBut(201, '{"id": "17", "mess'),
  'a page in place of an answer': refusal(200, '<!doctype html><title>Welcome</title><p>Free Wi-Fi', page),
  'stored, and a page as answer': storedBut(200, '<!doctype html><title>Thank you</title>', page),
  'a login form': refusal(200, login, page),
  'a redirect to a login form': refusal(302, '', { Location: '/login' }),
  'a redirect to a captive portal': async ({ swallow, response, thirdOrigin }) => {
    await swallow();
    response.writeHead(302, { Location: `${thirdOrigin}/portal` }).end();
  },
  'a captive portal that says so': refusal(511, '<!doctype html><title>Sign in to the network</title>', page),
  'stored, and a redirect to what is JSON': storedBut(303, '', { Location: '/said?id=17' }),
  'a redirect in a circle': refusal(307, '', { Location: '' }),
  'a "no" that says 200': refusal(200, '{"success": false, "error": "Closed"}'),
  'a page that says it is JSON': refusal(200, '<!doctype html><title>Welcome</title>'),
  'an answer of 50 MB': storedBut(201, `{"id": "1", "padding": "${'x'.repeat(50_000_000)}"}`),
  'an answer that trickles': trickle(20),
  'an answer that trickles without end': trickle(Infinity),
  'the type of a picture': storedBut(201, '\u0089PNG', { 'Content-Type': 'image/png' }),
  '204': storedBut(204),
  '400': refusal(400, '{"message": "Bad request"}'),
  '401': refusal(401, login, page),
  '403': refusal(403, '{"message": "Forbidden"}'),
  '403 for a bot': refusal(403, '{"code": "bot"}'),
  '403 for a bot, as a problem': refusal(403, '{"type": "https://example.org/problems/bot", "title": "No"}', problem),
  '400 for a token of a captcha': refusal(400, '{"success": false, "error-codes": ["timeout-or-duplicate"]}'),
  '422 at the field of a captcha': refusal(422, '{"errors": {"cf-turnstile-response": ["Missing"]}}'),
  '404': refusal(404, 'Not found', { 'Content-Type': 'text/plain' }),
  '408': refusal(408),
  '409 while it is stored': storedBut(409, '{"title": "In progress"}'),
  '413': refusal(413, '{"title": "Too large"}'),
  '415': refusal(415, '{"title": "Type"}'),
  '422 with a field': refusal(422, '{"errors": {"name": ["Write it out"]}}'),
  '422 without a field': refusal(422, '{"title": "No"}'),
  '425': refusal(425, '', { ...json, 'Retry-After': '0' }),
  '429 in a second': refusal(429, '', { ...json, 'Retry-After': '1' }),
  '429 in an hour': refusal(429, '', { ...json, 'Retry-After': '3600' }),
  '429 until a date': async ({ swallow, answer }) => {
    await swallow();
    answer(429, '', { ...json, 'Retry-After': new Date(Date.now() + 2000).toUTCString() });
  },
  '429 in a second, which another origin does not show': refusal(429, '', { ...json, ...hidden, 'Retry-After': '1' }),
  '429 without a time': refusal(429),
  '500': refusal(500, 'Internal Server Error', { 'Content-Type': 'text/plain' }),
  '500 after it was stored': storedBut(500, '{"message": "Oops"}'),
  '502 with a page': refusal(502, '<h1>Bad gateway</h1>', page),
  '503': refusal(503),
  '503 in a second': refusal(503, '', { ...json, 'Retry-After': '1' }),
  '503 until a date, which another origin does not show': async ({ swallow, answer }) => {
    await swallow();
    answer(503, '', { ...json, ...hidden, 'Retry-After': new Date(Date.now() + 2000).toUTCString() });
  },
  '504 after it was stored': storedBut(504),
  'no CORS': async ({ store, response }) => {
    const { status, body } = await store();
    // On the page's own origin this is an answer like any other.
    response.writeHead(status, json).end(body);
  },
  // What it does is done to the question before it; on the page's own origin none is asked.
  [refusedPreflight]: async (faulty) => faults['none']?.(faulty),
};
