import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { startReceiver, type RunningReceiver } from '../receiver.js';
import { faults, refusedPreflight } from './faults.js';
import { outages } from './outages.js';

/** What became of the requests of one run. */
export interface Run {
  /** Names of what happens to its requests, one after the other; then nothing any more. */
  readonly plan: string[];
  readonly honoursKey: boolean;
  /** Ids under which the receiver has stored it. */
  readonly stored: Set<string>;
  /** One for each time that the element has sent it: a request that the browser repeats by itself has the same boundary. */
  readonly sent: Set<string>;
  /** Requests, those included that the browser repeated by itself. */
  requests: number;
  /** Requests by which the browser asked whether it may send one. */
  preflights: number;
}

export interface FaultServer {
  /** Origin of the page, and another one. */
  readonly origins: readonly [string, string];
  begin(plan: readonly string[], honoursKey: boolean): { readonly id: string; readonly run: Run };
  /** Nobody listens on either origin, until it is up again. */
  down(): void;
  up(): Promise<void>;
  close(): Promise<void>;
}

export const posting = {
  id: 'grinder',
  title: 'Lens grinder',
  links: { help: 'https://www.example.org/help' },
  form: {
    sections: [
      {
        fields: [
          { type: 'text', name: 'name', label: 'Name', required: true },
          { type: 'textarea', name: 'why', label: 'Why?' },
          { type: 'file', name: 'cv', label: 'CV', accept: ['.txt'] },
        ],
      },
    ],
  },
};

const pageHtml =
  '<!doctype html><html lang="en"><title>Faults</title><script type="module" src="/dist/job-application.js"></script><main></main></html>';

/** The real receiver behind an endpoint on two origins, which does to each request what its run has planned. */
export async function startFaultServer(): Promise<FaultServer> {
  const receiver = await startReceiver({ postings: { grinder: posting } });
  const runs = new Map<string, Run>();
  const handle = (request: IncomingMessage, response: ServerResponse): void =>
    void answer(request, response, runs, receiver).catch(() => response.destroy());
  const servers = [await listen(handle), await listen(handle)] as const;
  const ports = servers.map(portOf);
  const down = (): void => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
  return {
    origins: [originOf(servers[0]), originOf(servers[1])],
    begin(plan, honoursKey) {
      const id = randomUUID();
      const run: Run = { plan: [...plan], honoursKey, stored: new Set(), sent: new Set(), requests: 0, preflights: 0 };
      runs.set(id, run);
      return { id, run };
    },
    down,
    async up() {
      await Promise.all(servers.map((server, index) => once(server.listen(ports[index], '127.0.0.1'), 'listening')));
    },
    async close() {
      down();
      await receiver.stop();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  runs: ReadonlyMap<string, Run>,
  receiver: RunningReceiver,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const cors = {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, X-Campaign',
    // Else a browser asks once, and not before the next attempts.
    'Access-Control-Max-Age': '0',
    'Access-Control-Expose-Headers': 'Retry-After',
  };
  if (url.pathname.startsWith('/dist/')) {
    const file = await readFile(new URL(`../../..${url.pathname}`, import.meta.url));
    response.writeHead(200, { 'Content-Type': 'text/javascript', ...cors }).end(file);
    return;
  }
  if (url.pathname === '/portal') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Free Wi-Fi</title>');
    return;
  }
  if (url.pathname === '/said') {
    response.writeHead(200, { 'Content-Type': 'application/json', ...cors }).end('{"id": "17"}');
    return;
  }
  const run = runs.get(url.pathname.slice('/apply/'.length));
  if (!run) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...cors }).end(pageHtml);
    return;
  }
  if (request.method === 'OPTIONS') {
    run.preflights += 1;
    const isRefused = run.plan[0] === refusedPreflight;
    if (isRefused) run.plan.shift();
    response.writeHead(isRefused ? 403 : 204, isRefused ? {} : cors).end();
    return;
  }
  run.requests += 1;
  run.sent.add(/boundary=(\S+)/.exec(request.headers['content-type'] ?? '')?.[1] ?? randomUUID());
  while (run.plan[0] !== undefined && run.plan[0] in outages) run.plan.shift();
  const fault = faults[run.plan.shift() ?? 'none'];
  const answerHead = (status: number, headers: Readonly<Record<string, string>>): void =>
    void response.writeHead(status, { ...cors, ...headers });
  const read = async (): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  await fault?.({
    request,
    response,
    swallow: async () => void (await read()),
    store: async () => store(await read(), request, run, receiver),
    thirdOrigin: `http://localhost:${request.socket.localPort}`,
    answerHead,
    answer: (status, body = '', headers = {}) => {
      answerHead(status, headers);
      response.end(body);
    },
  });
}

/** Passes an application on as it came, or, where the key is not honoured, under a key that nobody has seen. */
async function store(
  body: Buffer,
  { headers }: IncomingMessage,
  run: Run,
  receiver: RunningReceiver,
): Promise<{ status: number; body: string }> {
  const key = /name="_idempotency_key"\r\n\r\n([0-9a-f-]{36})/.exec(body.toString('latin1'))?.[1];
  const bytes =
    run.honoursKey || key === undefined
      ? body
      : Buffer.from(body.toString('latin1').replaceAll(key, randomUUID()), 'latin1');
  const response = await fetch(`${receiver.origin}/applications`, {
    method: 'POST',
    headers: {
      'Content-Type': headers['content-type'] ?? '',
      ...(run.honoursKey && headers['idempotency-key']
        ? { 'Idempotency-Key': String(headers['idempotency-key']) }
        : {}),
    },
    body: new Uint8Array(bytes),
  });
  const text = await response.text();
  if (response.status === 201) run.stored.add((JSON.parse(text) as { id: string }).id);
  return { status: response.status, body: text };
}

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handle);
  // Its connections are kept alive, as those of most servers: a browser repeats a request on one that was reset.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${portOf(server)}`;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
