// Starts the receiver: `node demo/receiver/main.js`. What it can be told by the environment stands in settings.js.
import { existsSync } from 'node:fs';
import process from 'node:process';
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
  console.log(`Applications are kept in ${settings.dataFolder} and listed at ${new URL('applications', receiver.url)}`);
}

/** @param {unknown} error @returns {string} without the secret, which a database may repeat when it refuses it */
function explain(error) {
  const secret = process.env['DATABASE_AUTH_TOKEN'];
  return secret ? reasonOf(error).replaceAll(secret, 'DATABASE_AUTH_TOKEN') : reasonOf(error);
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof SettingError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const { PORT = '8080', HOST = '127.0.0.1' } = process.env;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${PORT} is taken by another program. Choose another one: PORT=${Number(PORT) + 1} npm start`;
    case 'EACCES':
      return `Port ${PORT} of ${HOST}, or the folder for the data, may not be used by this user.`;
    case 'EADDRNOTAVAIL':
      return `HOST is "${HOST}", which is no address of this machine.`;
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
