import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Recorder {
  readonly url: string;
  /** @throws {Error} where there was none, or more than one */
  only(): RecordedRequest;
  close(): void;
}

/** An endpoint on an origin of its own that confirms everything and keeps the requests as they came, preflights aside. */
export async function startRecorder(): Promise<Recorder> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.method !== 'OPTIONS') requests.push({ headers: request.headers, body: Buffer.concat(pieces) });
      response.writeHead(200, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'Content-Type',
        'Content-Type': 'application/json',
      });
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    only: () => {
      const [only, ...others] = requests;
      if (!only || others.length > 0) throw new Error(`Expected one request; there were ${requests.length}.`);
      return only;
    },
    close: () => void server.close(),
  };
}
