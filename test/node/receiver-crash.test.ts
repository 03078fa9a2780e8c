import { expect } from 'chai';
import { request as httpRequest } from 'node:http';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOnDisk, startReceiver, temporaryFolder, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, bytesFor, send, stored, storedFile, weaver, type ReceivedFile } from '../support/received.js';

const sizes = [700_000, 41, 250_000];

/**
 * While the body comes in, and at eight moments of the time that usually passes between its last byte and the answer, and a
 * while longer: judging, syncing, committing, moving, answering.
 */
function killMoments(answerMs: number): { part: number; delayMs: number }[] {
  const during = [0.1, 0.5, 0.9].map((part) => ({ part, delayMs: 0 }));
  const afterwards = Array.from({ length: 8 }, (_, index) => ({ part: 1, delayMs: (index / 3) * answerMs }));
  return [...during, ...afterwards];
}

describe('receiver: killed at work', () => {
  let dataFolder: string;
  let receiver: RunningReceiver | undefined;

  before(async () => {
    dataFolder = await temporaryFolder();
  });

  after(async () => {
    await receiver?.stop();
    await rm(dataFolder, { recursive: true });
  });

  const start = async () => (receiver = await startReceiver({ dataFolder, postings: { weaver } }));

  /** Sends one whole application, `sent` telling when the body is out; its id, if that was answered. */
  async function attempt(
    { origin }: RunningReceiver,
    seed: number,
    onSent: (bytes: number, total: number) => void,
  ): Promise<string | undefined> {
    const files = sizes.map((size, index) => ['cv', [bytesFor(seed + index, size), `${seed}-${index}.pdf`]] as const);
    const form = new Response(
      applicationForm([['_idempotency_key', `crash-${seed}`], ['letter', String(seed)], ...files]),
    );
    const body = Buffer.from(await form.arrayBuffer());
    const headers = { 'Content-Type': form.headers.get('content-type') ?? '', 'Content-Length': String(body.length) };
    return new Promise((resolve) => {
      const request = httpRequest(`${origin}/applications`, { method: 'POST', headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve(response.statusCode === 201 ? (JSON.parse(text) as { id: string }).id : undefined),
        );
        response.on('error', () => resolve(undefined));
      });
      request.on('error', () => resolve(undefined)); // the receiver was killed: that is the point
      const step = 64 * 1024;
      const write = (from: number): void => {
        const isLast = from + step >= body.length;
        request.write(body.subarray(from, from + step), () => onSent(Math.min(from + step, body.length), body.length));
        if (isLast) request.end();
        else setImmediate(write, from + step);
      };
      write(0);
    });
  }

  async function expectEachWholeOrAbsent(running: RunningReceiver, confirmed: readonly string[]): Promise<number> {
    const applications = await stored(running);
    const ids = applications.map(({ id }) => id);
    expect(ids, 'confirmed').to.include.members([...confirmed]);
    const paths: string[] = [];
    for (const { id, answers } of applications) {
      const seed = Number(answers['letter']);
      const files = answers['cv'] as ReceivedFile[];
      expect(files.map(({ size }) => size)).to.deep.equal(sizes);
      for (const [index, { file }] of files.entries()) {
        const bytes = await storedFile(running, id, file);
        expect(Buffer.compare(bytes, bytesFor(seed + index, sizes[index] ?? 0)), `file ${index} of ${seed}`).to.equal(
          0,
        );
        paths.push(join('files', id, String(file)));
      }
    }
    expect((await filesOnDisk(dataFolder)).sort(), 'files on the disk').to.deep.equal(paths.sort());
    expect(await readdir(join(dataFolder, 'incoming'))).to.deep.equal([]);
    return applications.length;
  }

  it('has the whole application or none of it, whenever it is killed', async function () {
    this.timeout(60_000);
    const whole = await start();
    let sentAt = 0;
    const first = await attempt(whole, 0, () => (sentAt = performance.now()));
    const answerMs = performance.now() - sentAt;
    await whole.kill();
    const confirmed = first === undefined ? [] : [first];
    expect(confirmed).to.have.length(1);
    for (const [index, { part, delayMs }] of killMoments(answerMs).entries()) {
      const running = await start();
      await expectEachWholeOrAbsent(running, confirmed);
      let killed: Promise<void> | undefined;
      const kill = (): void => void (killed ??= running.kill());
      const id = await attempt(running, (index + 1) * 10, (bytes, total) => {
        if (bytes >= part * total) setTimeout(kill, delayMs);
      });
      kill();
      await killed;
      if (id !== undefined) confirmed.push(id);
    }
    await expectEachWholeOrAbsent(await start(), confirmed);
    await receiver?.kill();
  });

  it('answers a repeated attempt after the restart, and stores it once', async () => {
    const running = await start();
    const before = await expectEachWholeOrAbsent(running, []);
    const first = await attempt(running, 1000, () => undefined);
    await running.kill();
    const again = await start();
    expect(await attempt(again, 1000, () => undefined)).to.equal(first);
    expect(await expectEachWholeOrAbsent(again, [])).to.equal(before + 1);
    await again.stop();
  });

  it('clears away what belongs to no application, and moves what does', async () => {
    let running = await start();
    const response = await send(
      running,
      applicationForm([
        ['letter', '7'],
        ...sizes.map((size, index) => ['cv', [bytesFor(7 + index, size), 'a.pdf']] as const),
      ]),
    );
    const { id } = (await response.json()) as { id: string };
    await running.kill();
    const orphan = join(dataFolder, 'incoming', '00000000-0000-4000-8000-000000000000');
    await mkdir(orphan);
    await writeFile(join(orphan, '1'), 'half a file');
    await rename(join(dataFolder, 'files', id), join(dataFolder, 'incoming', id));
    running = await start();
    await expectEachWholeOrAbsent(running, [id]);
    await running.stop();
  });
});
