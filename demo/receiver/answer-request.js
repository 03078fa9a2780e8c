import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { corsHeaders } from './origins.js';
import { Problem } from './problem.js';
import { routeOf } from './routes.js';
import { securityHeaders } from './security-headers.js';
import { remedyFor } from './storage-fault.js';
import { watchPace } from './watch-pace.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 * @typedef {import('./routes.js').Reply} Reply
 */

/** Of a body that was refused, this much is read and dropped: a browser sees the answer only once its upload has gone through. */
const maxDrainedBytes = 250_000_000;

/**
 * Answers one request and writes one line about it, with nothing in it that the sender chose.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {import('./routes.js').Site & { log: (line: string) => void, isClosing: () => boolean }} site connections that are
 *   kept alive would keep a closing server alive, too
 */
export async function answerRequest(request, response, site) {
  const startedAt = performance.now();
  const route = routeOf(request, site);
  /** @type {string[]} */
  const notes = [];
  const reply = await route.reply().catch((error) => {
    notes.push(error instanceof Problem ? error.note : traceOf(error));
    return replyTo(error);
  });
  const isDrained = reply.status !== 408 && (await drain(request, site.reception.limits.bodyWindowMs));
  try {
    response.writeHead(reply.status ?? 200, {
      ...securityHeaders,
      ...corsHeaders(request, site.allowedOrigins),
      ...reply.headers,
      ...(isDrained && !site.isClosing() ? {} : { Connection: 'close' }),
    });
    if (reply.body instanceof Readable) await pipeline(reply.body, response);
    else response.end(reply.body);
  } catch {
    notes.push('the connection ended first');
    response.destroy();
  }
  const elapsed = `${Math.round(performance.now() - startedAt)} ms`;
  const method = /^[A-Z]{1,10}$/.test(request.method ?? '') ? request.method : '-';
  site.log([new Date().toISOString(), method, route.label, response.statusCode, elapsed, ...notes].join(' '));
}

/** @param {unknown} error @returns {Reply} */
function replyTo(error) {
  const { status, body, headers } =
    error instanceof Problem ? error : new Problem(500, 'fault', { title: 'Something went wrong here.' });
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** What to do about a fault, or where it happened. Its message stays out: it may quote an answer. @param {unknown} error */
function traceOf(error) {
  if (!(error instanceof Error)) return 'a fault that is no Error';
  const remedy = remedyFor(error);
  if (remedy !== undefined) return `fault ${remedy}`; // where it happened matters to nobody, and it may happen a thousand times
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}

/**
 * @param {IncomingMessage} request
 * @param {number} windowMs
 * @returns {Promise<boolean>} false where the request goes on for too long, or too slowly, or broke off
 */
function drain(request, windowMs) {
  if (request.complete && request.readableEnded) return Promise.resolve(true);
  if (request.destroyed) return Promise.resolve(request.complete);
  return new Promise((resolve) => {
    let dropped = 0;
    const pace = watchPace(request, windowMs);
    pace.stalled.catch(() => resolve(false));
    request.on('data', (chunk) => {
      dropped += chunk.length;
      if (dropped > maxDrainedBytes) resolve(false);
    });
    request.once('end', () => resolve(true));
    request.once('close', () => {
      pace.end();
      resolve(request.complete);
    });
    request.resume();
  });
}
