import { STATUS_CODES } from 'node:http';
import { Problem } from './problem.js';
import { securityHeaders } from './security-headers.js';

/** For what is no HTTP, too long, or never ends; the rest of `HPE_…` is 400. @type {Readonly<Record<string, number>>} */
const statuses = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413, HPE_HEADER_OVERFLOW: 431 };

/**
 * Answers a connection whose bytes never became a request, as Node would, but with the headers of every other answer.
 * @param {Error & { code?: string }} error
 * @param {import('node:stream').Duplex} socket
 * @param {boolean} isBusy whether an answer to an earlier request is under way
 * @returns {number | undefined} the status, or none where nothing could be said: the connection is ended all the same
 */
export function refuseUnreadable({ code = '' }, socket, isBusy) {
  if (!socket.writable || isBusy) {
    socket.destroy();
    return undefined;
  }
  const status = statuses[code] ?? 400;
  const { body } = new Problem(status, 'unreadable', { title: 'This could not be read as a request.' });
  const text = JSON.stringify(body);
  const headers = {
    ...securityHeaders,
    'Content-Type': 'application/problem+json',
    'Content-Length': text.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`, () => socket.destroy());
  return status;
}
