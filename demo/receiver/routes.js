import { announced } from './announced.js';
import { preflightHeaders, refuseOtherMachines, refuseOtherSites } from './origins.js';
import { jobReply } from './relay/jobs-reply.js';
import { malformed, methodNotAllowed, notFound } from './problem.js';
import { receiveApplication } from './receive-application.js';
import { exportApplications, listApplications, sendFile, showApplication } from './show-applications.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 *
 * @typedef {object} Reply
 * @property {number} [status] 200, unless another one is given
 * @property {Readonly<Record<string, string | number>>} [headers]
 * @property {string | Buffer | import('node:stream').Readable} [body]
 *
 * @typedef {object} Site
 * @property {import('./receive-application.js').Reception} reception
 * @property {import('./static-files.js').StaticFiles} statics
 * @property {ReadonlySet<string>} allowedOrigins
 *
 * @typedef {object} Route
 * @property {string} label its path for the log, with nothing of the request in it
 * @property {() => Promise<Reply>} reply throws a `Problem` to refuse
 */

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const applicationPath = new RegExp(`^/applications/(${id})$`);
const filePath = new RegExp(`^/applications/(${id})/files/([1-9]\\d{0,5})$`);
const jobPath = /^\/jobs\/([\w-]{1,64})\.json$/;

/**
 * Who answers a request.
 * @param {IncomingMessage} request
 * @param {Site} site
 * @returns {Route}
 */
export function routeOf(request, site) {
  const { reception, statics } = site;
  const url = urlOf(request);
  const { pathname = '' } = url ?? {};
  const [, application = ''] = applicationPath.exec(pathname) ?? [];
  const [, owner = '', file = ''] = filePath.exec(pathname) ?? [];
  const [, job = ''] = jobPath.exec(pathname) ?? [];
  if (!url) return { label: '-', reply: () => Promise.reject(malformed('Expected the path of a URL.')) };
  if (request.headers.host === undefined && request.httpVersion === '1.1') {
    return { label: '-', reply: () => Promise.reject(malformed('Expected a header Host.')) };
  }
  if (pathname === '/applications') return { label: pathname, reply: () => applicationsReply(request, url, site) };
  if (pathname === '/captcha') return { label: pathname, reply: () => challengeReply(request, site) };
  if (pathname === '/applications.csv') {
    return { label: pathname, reply: privately(request, () => exportApplications(reception)) };
  }
  if (application) {
    return { label: '/applications/ID', reply: privately(request, () => showApplication(reception, application)) };
  }
  if (file) {
    const reply = privately(request, () => sendFile(reception, owner, Number(file)));
    return { label: '/applications/ID/files/N', reply };
  }
  if (job)
    return {
      label: '/jobs/ID.json',
      reply: () => publicly(request, () => jobReply(request, reception.relay?.jobs, job)),
    };
  return { label: '(file)', reply: () => staticReply(request, pathname, statics) };
}

/** @param {IncomingMessage} request */
function urlOf({ url = '' }) {
  return url.startsWith('/') && URL.canParse(`http://localhost${url}`) ? new URL(`http://localhost${url}`) : undefined;
}

/** @param {IncomingMessage} request @param {URL} url @param {Site} site @returns {Promise<Reply>} */
async function applicationsReply(request, { searchParams }, { reception, allowedOrigins }) {
  switch (request.method) {
    case 'GET': {
      const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
      return privately(request, () => listApplications(reception, { query: searchParams, wantsJson }))();
    }
    case 'POST':
    case 'PUT': {
      refuseOtherSites(request, allowedOrigins);
      const receipt = await receiveApplication(request, reception);
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
      return { status: 201, headers, body: JSON.stringify(receipt) };
    }
    case 'OPTIONS':
      refuseOtherSites(request, allowedOrigins);
      return { status: 204, headers: preflightHeaders };
    default:
      throw methodNotAllowed(['GET', 'POST', 'PUT', 'OPTIONS']);
  }
}

/** @param {IncomingMessage} request @param {Site} site @returns {Promise<Reply>} */
async function challengeReply({ method }, { reception }) {
  if (method !== 'GET') throw methodNotAllowed(['GET']);
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { headers, body: JSON.stringify(await reception.proofOfWork.challenge()) };
}

/** @param {IncomingMessage} request @param {() => Promise<Reply>} reply @returns {() => Promise<Reply>} */
function privately(request, reply) {
  return async () => {
    if (request.method !== 'GET') throw methodNotAllowed(['GET']);
    refuseOtherMachines(request);
    return reply();
  };
}

/** @param {IncomingMessage} request @param {() => Promise<Reply>} reply @returns {Promise<Reply>} */
async function publicly({ method }, reply) {
  if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(['GET', 'HEAD']);
  return reply();
}

/** @param {IncomingMessage} request @param {string} path @param {Site['statics']} statics @returns {Promise<Reply>} */
async function staticReply({ method, headers }, path, statics) {
  if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(['GET', 'HEAD']);
  const file = await statics.get(path);
  if (!file) throw notFound();
  const gzipped = /\bgzip\b/.test(headers['accept-encoding'] ?? '') ? file.gzipped : undefined;
  const link = file.hasElement ? await announced() : undefined;
  const etag = `"${file.hash}${gzipped ? '-gzip' : ''}"`;
  const caching = {
    ETag: etag,
    Vary: 'Accept-Encoding, Origin',
    'Cache-Control': file.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(link ? { Link: link } : {}),
  };
  if (headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return { status: 304, headers: caching };
  const body = gzipped ?? file.bytes;
  return {
    headers: {
      ...caching,
      'Content-Type': file.type,
      'Content-Length': body.length,
      ...(gzipped ? { 'Content-Encoding': 'gzip' } : {}),
    },
    body,
  };
}
