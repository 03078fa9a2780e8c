import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { RunningReceiver } from '../support/receiver.js';

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A form as the bytes of a request. */
export async function encode(form: FormData): Promise<{ body: Buffer; type: string }> {
  const encoded = new Response(form);
  return { body: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' };
}

/** A POST whose body is the caller's to write; `answer` rejects where the connection ends without one. */
export function post(
  { origin }: RunningReceiver,
  type: string,
  length: number | undefined,
): { request: ClientRequest; answer: Promise<Answer> } {
  const headers = { 'Content-Type': type, ...(length === undefined ? {} : { 'Content-Length': String(length) }) };
  const request = httpRequest(`${origin}/applications`, { method: 'POST', headers, agent: false });
  const answer = new Promise<Answer>((resolve, reject) => {
    request.on('response', (response) => {
      const { statusCode: status, headers: received } = response;
      buffer(response).then((bytes) => resolve({ status, headers: received, body: bytes.toString() }), reject);
    });
    request.on('error', reject);
  });
  answer.catch(() => undefined); // whoever waits for it hears of it
  return { request, answer };
}

/** The same form over as many connections, all of them complete but for one byte before any is completed. */
export async function atTheSameTime(receiver: RunningReceiver, form: FormData, count: number): Promise<Answer[]> {
  const { body, type } = await encode(form);
  const requests = Array.from({ length: count }, () => post(receiver, type, body.length));
  await Promise.all(
    requests.map(({ request }) => new Promise((resolve) => request.write(body.subarray(0, -1), resolve))),
  );
  for (const { request } of requests) request.end(body.subarray(-1));
  return Promise.all(requests.map(({ answer }) => answer));
}

/** A request of which only the first half is ever sent. */
export async function half(receiver: RunningReceiver, form: FormData): Promise<ClientRequest> {
  const { body, type } = await encode(form);
  const { request } = post(receiver, type, body.length);
  await new Promise((resolve) => request.write(body.subarray(0, body.length / 2), resolve));
  return request;
}

/** Bytes on a connection of their own, as they stand, and all that comes back until the other side ends it. */
export async function speak(
  { origin }: RunningReceiver,
  text: string | Buffer,
  onConnected?: (socket: Socket) => void,
): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let heard = '';
  socket.setEncoding('latin1').on('data', (piece: string) => (heard += piece));
  socket.on('error', () => undefined); // an end by reset is an end
  socket.write(text);
  onConnected?.(socket);
  await once(socket, 'close');
  return heard;
}
