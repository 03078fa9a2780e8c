import { forbidden } from './problem.js';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/**
 * What lets a page of another origin read an answer from here: nothing, unless the origin is allowed.
 * @param {IncomingMessage} request
 * @param {ReadonlySet<string>} allowedOrigins
 * @returns {Record<string, string>}
 */
export function corsHeaders({ headers }, allowedOrigins) {
  if (allowedOrigins.size === 0) return {};
  const { origin } = headers;
  return {
    Vary: 'Origin',
    ...(origin !== undefined && allowedOrigins.has(origin)
      ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' }
      : {}),
  };
}

/** The answer to a preflight, for `corsHeaders` to make it count. */
export const preflightHeaders = {
  'Access-Control-Allow-Methods': 'POST, PUT',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '600',
};

/**
 * Refuses what a page of some other site makes a browser send. A program that is no browser may send applications: there is
 * nothing here that a cookie or an address would protect.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * @param {IncomingMessage} request
 * @param {ReadonlySet<string>} allowedOrigins
 */
export function refuseOtherSites({ headers }, allowedOrigins) {
  const { origin, host } = headers;
  if (origin !== undefined && allowedOrigins.has(origin)) return;
  const site = headers['sec-fetch-site'];
  // Only the host is compared: behind a proxy that ends TLS, the scheme here is another one than the page's.
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (site === undefined ? isOwn : site === 'same-origin' || site === 'none') return;
  throw forbidden('Applications are not taken from pages of this origin.');
}

/** What proxies say of themselves, each some of it; many say nothing unless they are told to. */
const proxyHeaders = [
  ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
  ...['cf-connecting-ip', 'true-client-ip', 'x-client-ip'],
];

/**
 * Lets only this machine in: by its address, by the name it uses (another name may be a page's trick, DNS rebinding), and
 * not through a proxy, whose own address is local.
 * @param {IncomingMessage} request
 */
export function refuseOtherMachines({ headers, httpVersion, socket }) {
  const isLocal = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  const isLocalName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
  // No browser speaks HTTP/1.0, and nginx does to what is behind it, with a local name, where nothing else is set.
  const isProxied = httpVersion === '1.0' || proxyHeaders.some((name) => name in headers);
  if (!isLocal || !isLocalName || isProxied) {
    throw forbidden('Applications are shown on the machine that keeps them, and nowhere else.');
  }
}
