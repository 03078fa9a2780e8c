import { createServer } from 'node:http';
import { join } from 'node:path';
import { answerRequest } from './answer-request.js';
import { ApplicationFiles } from './application-files.js';
import { ProofOfWork } from './captcha.js';
import { lockFolder } from './folder-lock.js';
import { loadPostings } from './postings.js';
import { refuseUnreadable } from './refuse-unreadable.js';
import { SettingError } from './settings.js';
import { StaticFiles } from './static-files.js';
import { folderId } from './relay/folder-id.js';
import { openQueue } from './relay/queue.js';
import { Relay } from './relay/relay.js';
import { openDatabase, openStore } from './store.js';

/**
 * @typedef {object} Receiver
 * @property {string} url where it listens, with a slash at the end
 * @property {() => Promise<void>} close lets requests under way end first
 */

/**
 * Opens the data, clears away what a killed process left, then listens.
 * @param {import('./settings.js').Settings} settings
 * @param {{ log: (line: string) => void, warn: (line: string) => void }} output neither ever hears an answer, a name of a
 *   person or of a file
 * @returns {Promise<Receiver>}
 */
export async function startReceiver(settings, { log, warn }) {
  const { host, port, dataFolder, databaseUrl, databaseToken, postingsFolder, allowedOrigins, limits } = settings;
  const files = new ApplicationFiles(dataFolder);
  await files.prepare();
  const unlock = await lockFolder(join(dataFolder, 'lock.db'));
  if (!unlock) {
    throw new SettingError(`${dataFolder} is in use by another receiver. Stop that one, or set DATA_DIR.`);
  }
  const database = await openDatabase({ url: databaseUrl, token: databaseToken });
  const store = await openStore(database);
  const queue = await openQueue(database);
  await files.settleAll(async (id) => (await store.get(id)) !== undefined);
  const postings = loadPostings(postingsFolder, warn);

  const folder = await folderId(dataFolder);
  const relay = settings.relay && new Relay(settings.relay, { queue, store, files, folder, log });

  const proofOfWork = new ProofOfWork(settings.captchaSecret, settings.isCaptchaRequired);
  const reception = { postings, store, queue, relay, files, limits, proofOfWork, keysInProgress: new Set() };
  const statics = new StaticFiles(postingsFolder);
  const site = { reception, statics, allowedOrigins, log, isClosing: () => !server.listening };
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: 0, // an upload as a whole may take its time: its pace is watched
    connectionsCheckingInterval: Math.min(limits.headersMs, 5_000),
    requireHostHeader: false, // refused with a better answer than Node's own
  });
  /** @type {WeakSet<import('node:stream').Duplex>} connections with a request that is not answered yet */
  const busy = new WeakSet();
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const answer = (request, response) => {
    busy.add(request.socket);
    response.once('close', () => busy.delete(request.socket));
    void answerRequest(request, response, site);
  };
  server.on('request', answer);
  server.on('checkExpectation', answer);
  server.on('clientError', (error, socket) => {
    const status = refuseUnreadable(error, socket, busy.has(socket));
    log([new Date().toISOString(), '-', '(unreadable)', status ?? '-'].join(' '));
  });
  // For who doesn't read the answers. Whose body stalls is told so before.
  server.timeout = 3 * limits.bodyWindowMs;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  await relay?.start();
  return {
    url: urlOf(server, host),
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      await relay?.stop();
      store.close();
      unlock();
    },
  };
}

/** @param {import('node:http').Server} server @param {string} host */
function urlOf(server, host) {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}
