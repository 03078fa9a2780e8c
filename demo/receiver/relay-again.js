// Sends applications again that rest without having been passed on: `npm run relay-again`, with the receiver's environment.
// Without more it lists them. With `--all` those are sent again that were refused, or failed too often; an application whose
// fate nobody knows may arrive twice, and is sent again only by its id. The receiver may be running; else they wait for it.
import process from 'node:process';
import { openQueue } from './relay/queue.js';
import { readSettings, SettingError } from './settings.js';
import { openDatabase, openStore } from './store.js';

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof SettingError;
  console.error(isExpected ? error.message : 'The database could not be used. Are the settings those of the receiver?');
  process.exitCode = 1;
}

/** @param {readonly string[]} words ids, or `--all` */
async function main(words) {
  const { databaseUrl, databaseToken } = readSettings(process.env);
  const database = await openDatabase({ url: databaseUrl, token: databaseToken });
  try {
    await openStore(database);
    const queue = await openQueue(database);
    const resting = await queue.atRest();
    const isAll = words.length === 1 && words[0] === '--all';
    const known = new Set(resting.map(({ application }) => application));
    const strange = isAll ? [] : words.filter((word) => !known.has(word));
    if (strange.length > 0)
      throw new SettingError(`Nothing rests under: ${strange.join(', ')}. Expected ids, or --all.`);
    const chosen = new Set(
      isAll ? resting.filter(({ status }) => status !== 'unknown').map((each) => each.application) : words,
    );
    for (const { application, status } of resting) {
      const isChosen = chosen.has(application) && (await queue.sendAgain(application));
      console.log(`${application} ${status}${isChosen ? ', will be sent again' : ''}`);
    }
    if (resting.length === 0)
      console.log('Nothing rests: all that can be passed on has been, or is waiting for its turn.');
  } finally {
    database.close();
  }
}
