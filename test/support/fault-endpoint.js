import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * What the endpoint does with a request: it replies, or fails in a way that a network or a server can.
 * @typedef {object} Behaviour
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 * @property {number} [delayMs] before the reply, with the request read
 * @property {number} [bodyBytes] a body of so many bytes, sent for as long as it is taken
 * @property {'reset' | 'hang' | 'break-off' | 'trickle' | 'deaf'} [fault]
 * `reset`: the connection is reset once the request is read. `hang`: read, never answered. `break-off`: half an answer.
 * `trickle`: a byte of an answer now and then, without end. `deaf`: the request's body is never read.
 * @property {boolean} [isClosedToOthers] no CORS header: another origin may not read the answer
 * @property {boolean} [refusesPreflight]
 *
 * @typedef {object} Recorded
 * @property {string} method
 * @property {Record<string, string | string[] | undefined>} headers
 * @property {string} body one character per byte
 *
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const prefix = '/fault/';

/**
 * An HTTP endpoint whose every request says in its own address what it shall come to, `/fault/NAME?do=JSON of a Behaviour`
 * (or of a list of them, one for each request; the last for all that follow), and which remembers what arrived under NAME: `/fault/NAME?recorded`. It answers on the test server's origin and on another
 * one, which `/fault/?other` tells.
 */
export function faultEndpoint() {
  /** @type {Map<string, Recorded[]>} */
  const records = new Map();
  let otherOrigin = '';

  /** @param {Request} request @param {Response} response */
  const handle = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = url.pathname.slice(prefix.length);
    response.statusCode = 200; // the test server's own framework begins with 404
    if (url.searchParams.has('other')) return void response.end(otherOrigin);
    if (url.searchParams.has('recorded')) return void response.end(JSON.stringify(records.get(name) ?? []));
    const { method = '', headers } = request;
    const before = records.get(name) ?? [];
    /** @type {Recorded} */
    const record = { method, headers, body: '' };
    records.set(name, [...before, record]);
    /** @type {Behaviour | Behaviour[]} */
    const script = JSON.parse(url.searchParams.get('do') ?? '{}');
    const turn = before.filter(({ method }) => method !== 'OPTIONS').length;
    const behaviour = Array.isArray(script) ? (script[Math.min(turn, script.length - 1)] ?? {}) : script;
    if (behaviour.fault === 'deaf') return;
    for await (const piece of request) record.body += Buffer.from(piece).toString('latin1');
    if (method === 'OPTIONS') return answerPreflight(request, response, behaviour);
    await answer(request, response, behaviour);
  };

  const other = createServer((request, response) => void handle(request, response));
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  other.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  return {
    /** @type {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]} */
    middleware: async (context, next) => {
      if (!context.path.startsWith(prefix)) return next();
      context.respond = false;
      await handle(context.req, context.res);
    },
    /** @type {import('@web/test-runner').TestRunnerPlugin} */
    plugin: {
      name: 'fault-endpoint',
      async serverStart() {
        await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(undefined)));
        otherOrigin = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (other.address()).port}`;
      },
      async serverStop() {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => other.close(resolve));
      },
    },
  };
}

/** @param {Request} request @param {Behaviour} behaviour @returns {Record<string, string>} */
function corsHeaders({ headers }, { isClosedToOthers }) {
  const { origin } = headers;
  return origin && !isClosedToOthers
    ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }
    : {};
}

/** @param {Request} request @param {Response} response @param {Behaviour} behaviour */
function answerPreflight(request, response, behaviour) {
  if (behaviour.refusesPreflight) return void response.writeHead(405).end();
  const { 'access-control-request-headers': asked = '' } = request.headers;
  response
    .writeHead(204, {
      ...corsHeaders(request, behaviour),
      'Access-Control-Allow-Headers': asked,
      'Access-Control-Allow-Methods': 'POST, PUT',
    })
    .end();
}

/** @param {Request} request @param {Response} response @param {Behaviour} behaviour */
async function answer(request, response, behaviour) {
  const { status = 200, headers = {}, body = '', delayMs = 0, bodyBytes = 0, fault } = behaviour;
  if (fault === 'hang') return;
  if (fault === 'reset') return void request.socket.resetAndDestroy();
  await delay(delayMs);
  response.writeHead(status, { ...corsHeaders(request, behaviour), ...headers });
  response.write(body);
  if (fault === 'break-off') return void setTimeout(() => request.socket.resetAndDestroy(), 50);
  if (fault === 'trickle') await trickle(response);
  for (let sent = 0; sent < bodyBytes && !response.destroyed; sent += 65_536) {
    if (!response.write('x'.repeat(65_536))) await drained(response);
  }
  response.end();
}

/** @param {Response} response */
async function trickle(response) {
  while (!response.destroyed) {
    response.write(' ');
    await delay(20);
  }
}

/** @param {Response} response until there is room again, or nobody is left to write to */
async function drained(response) {
  const either = new AbortController();
  await Promise.race(['drain', 'close'].map((event) => once(response, event, { signal: either.signal })));
  either.abort();
}
