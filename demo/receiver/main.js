// Starts the receiver: `node demo/receiver/main.js`. What it can be told by the environment stands in settings.js.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { remedyFor } from './storage-fault.js';
import { readSettings, SettingError } from './settings.js';

/** Milliseconds that requests under way are given to end. */
const graceMs = 10_000;

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function main() {
  const settings = readSettings(process.env);
  if (!existsSync(new URL('../../dist/server.js', import.meta.url))) {
    throw new SettingError('dist/ is not built yet. Run `npm run build` first, or `npm start`, which does both.');
  }
  const { startReceiver } = await import('./receiver.js');
  const receiver = await startReceiver(settings, { log: console.log, warn: console.error });
  const stop = () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    receiver.close().then(
      () => process.exit(0),
      (error) => {
        console.error(explain(error));
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`Listening on ${receiver.url}`);
  if (settings.relay) console.log(`Applications to its jobs are passed on to ${settings.relay.system}`);
  console.log(`Applications are kept in ${settings.dataFolder} and listed at ${new URL('applications', receiver.url)}`);
}

/** @param {unknown} error @returns {string} without the secrets, one of which a database may repeat when it refuses it */
function explain(error) {
  return ['DATABASE_AUTH_TOKEN', 'RELAY_KEY'].reduce((reason, name) => {
    const secret = process.env[name];
    return secret ? reason.replaceAll(secret, name) : reason;
  }, reasonOf(error));
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof SettingError) return error.message;
  const { code, syscall } = /** @type {NodeJS.ErrnoException} */ (error instanceof Error ? error : {});
  const remedy = syscall === 'listen' ? undefined : remedyFor(error);
  if (remedy !== undefined) return `${remedy} It is ${resolve(process.env['DATA_DIR'] || '.data')}.`;
  const { PORT = '8080', HOST = '127.0.0.1' } = process.env;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${PORT} is taken by another program. Choose another one: PORT=${Number(PORT) + 1} npm start`;
    case 'EACCES':
      return `Port ${PORT} of ${HOST} may not be used by this user.`;
    case 'EADDRNOTAVAIL':
      return `HOST is "${HOST}", which is no address of this machine.`;
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
