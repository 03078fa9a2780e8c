import { expect } from 'chai';
import { rm } from 'node:fs/promises';
import process from 'node:process';
import { startReceiver, temporaryFolder, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, bytesFor, weaver, type ReceivedFile } from '../support/received.js';
import { allStored, expectWhole, strayAndMissingFiles } from './audit.js';
import { encode, post } from './raw-requests.js';
import { seededRandom } from '../support/seeded-random.js';

const submissions = 200;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32));

/** The long run, a script of its own: `npm run test:kills`; `SEED=n` sends and kills by the same chances again. */
describe(`receiver: ${submissions} submissions, each killed at a random moment (seed ${seed})`, function () {
  this.timeout(15 * 60_000);
  const random = seededRandom(seed);
  let dataFolder: string;
  let receiver: RunningReceiver | undefined;

  before(async () => {
    dataFolder = await temporaryFolder();
  });

  after(async () => {
    await receiver?.kill();
    await rm(dataFolder, { recursive: true });
  });

  const start = async (): Promise<RunningReceiver> =>
    (receiver = await startReceiver({ dataFolder, postings: { weaver } }));

  interface Sent {
    readonly answered: Promise<string | undefined>;
    readonly bodyIsOut: Promise<void>;
  }

  /** One application with up to three files; `answered` is its id, or nothing where the connection broke. */
  async function submit(running: RunningReceiver, number: number, sizes: readonly number[]): Promise<Sent> {
    const files = sizes.map(
      (size, index) => ['cv', [bytesFor(number + index, size), `${number}-${index}.pdf`]] as const,
    );
    const form = applicationForm([['_idempotency_key', `key-${number}`], ['letter', String(number)], ...files]);
    const { body, type } = await encode(form);
    const { request, answer } = post(running, type, body.length);
    const bodyIsOut = new Promise<void>((resolve) => {
      request.once('finish', resolve);
      request.once('close', resolve);
    });
    request.end(body);
    const answered = answer.then(
      (reply) => {
        expect(reply.status, reply.body).to.equal(201);
        return (JSON.parse(reply.body) as { id: string }).id;
      },
      () => undefined,
    );
    return { answered, bodyIsOut };
  }

  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('loses none that was acknowledged, doubles none, leaves no file behind', async () => {
    const figures = { answeredFirst: 0, storedUnanswered: 0, notStored: 0, lost: 0, doubled: 0, orphanedFiles: 0 };
    const confirmed = new Map<string, string>();
    const sizesOf = new Map<string, number[]>();
    let answerMs = 60;
    let running = await start();
    for (let number = 1; number <= submissions; number += 1) {
      const letter = String(number);
      const sizes = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(10 + random() * 300_000));
      sizesOf.set(letter, sizes);
      const { answered, bodyIsOut } = await submit(running, number, sizes);
      // A fifth while the body goes out; the others between its end and a while after the answer is to be expected.
      if (random() < 0.2) await pause(random() * 5);
      else {
        await bodyIsOut;
        await pause(random() * 1.3 * answerMs);
      }
      await running.kill();
      const acknowledged = await answered;

      running = await start();
      const applications = await allStored(running);
      const { stray, missing } = await strayAndMissingFiles(running, applications);
      figures.orphanedFiles += stray.length;
      const [kept] = applications.filter(({ answers }) => answers['letter'] === letter);
      figures[acknowledged !== undefined ? 'answeredFirst' : kept ? 'storedUnanswered' : 'notStored'] += 1;
      if (missing.length > 0 || (acknowledged !== undefined && kept?.id !== acknowledged)) figures.lost += 1;

      const repeatedAt = performance.now();
      const id = await (await submit(running, number, sizes)).answered;
      if (!kept) answerMs = 0.8 * answerMs + 0.2 * (performance.now() - repeatedAt);
      if (kept && kept.id !== id) figures.doubled += 1;
      confirmed.set(letter, id ?? 'never');
    }
    const applications = await expectWhole(running);
    const ids = new Set(applications.map(({ id }) => id));
    figures.lost += [...confirmed.values()].filter((id) => !ids.has(id)).length;
    figures.doubled += applications.length - new Set(applications.map(({ answers }) => answers['letter'])).size;
    const counts = Object.entries(figures).map(([name, count]) => `${name} ${count}`);
    console.log(`      ${submissions} submissions, ${submissions} kills: ${counts.join(', ')}`);
    expect(figures).to.include({ lost: 0, doubled: 0, orphanedFiles: 0 });
    expect(applications).to.have.length(submissions);
    for (const { answers } of applications) {
      const sizes = ((answers['cv'] ?? []) as ReceivedFile[]).map(({ size }) => size);
      expect(sizes).to.deep.equal(sizesOf.get(String(answers['letter'])));
    }
    expect(figures.answeredFirst, 'kills after the answer').to.be.above(0);
    expect(figures.notStored, 'kills before the commit').to.be.above(0);
  });
});
