import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: Buffer;
  /** Milliseconds, of no clock that can be set. */
  readonly at: number;
}

export interface Told {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a test makes happen in place of the next answer to an application: another answer, or none at all. */
export type Disturbance = Told | 'hang' | 'store and hang' | 'hang up';

/** A system that stands in for a real one. */
export interface StandIn {
  readonly url: string;
  readonly key: string;
  /** Everything that was asked, in its order. */
  readonly asked: readonly Asked[];
  /** Each application that it has stored. */
  readonly stored: readonly unknown[];
  /** Those requests among `asked` that were meant to store an application. */
  applications(): readonly Asked[];
  /** Of the next requests to store an application, one each. */
  disturb(...disturbances: readonly Disturbance[]): void;
  close(): Promise<void>;
}

export interface Behaviour {
  readonly key: string;
  isApplication(asked: Asked): boolean;
  /** `store` keeps what was taken. */
  answer(asked: Asked, store: (application: unknown) => void, url: string): Told | Promise<Told>;
}

export async function standIn({ key, isApplication, answer }: Behaviour): Promise<StandIn> {
  const asked: Asked[] = [];
  const stored: unknown[] = [];
  const disturbances: Disturbance[] = [];
  let url = '';
  const server = createServer((request, response) => {
    void read(request).then(async (one) => {
      asked.push(one);
      const disturbance = isApplication(one) ? disturbances.shift() : undefined;
      if (disturbance === 'hang up') request.socket.destroy();
      else if (disturbance === 'store and hang') await answer(one, (application) => stored.push(application), url);
      else if (typeof disturbance === 'object') tell(response, disturbance);
      else if (disturbance === undefined)
        tell(response, await answer(one, (application) => stored.push(application), url));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    key,
    asked,
    stored,
    applications: () => asked.filter(isApplication),
    disturb: (...more) => void disturbances.push(...more),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'] ?? '',
    body: Buffer.concat(chunks),
    at: performance.now(),
  };
}

function tell(response: ServerResponse, { status, headers, body }: Told): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The parts of a multipart request, in their order. */
export async function partsIn({ body, contentType }: Asked): Promise<[string, string | File][]> {
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
  return [...form] as [string, string | File][];
}

export function isBasic({ authorization }: Asked, key: string): boolean {
  return authorization === `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
}

/** The text of the first part of this name; empty where there is none. */
export function textIn(parts: readonly (readonly [string, string | File])[], name: string): string {
  const [, value] = parts.find(([each]) => each === name) ?? [];
  return typeof value === 'string' ? value : '';
}
