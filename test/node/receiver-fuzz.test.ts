import { expect } from 'chai';
import { readdir } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { startReceiver, until, type RunningReceiver } from '../support/receiver.js';
import { answered, applicationForm, bytesFor, sendJson, weaver } from '../support/received.js';
import { expectWhole } from './audit.js';
import { damage, distort } from './damage.js';
import { encode } from './raw-requests.js';
import { seededRandom } from '../support/seeded-random.js';

const runs = 500;
const seed = Number(process.env['SEED'] ?? 20_260_731);

describe(`receiver: whatever arrives (seed ${seed})`, function () {
  this.timeout(120_000);
  let receiver: RunningReceiver;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  before(async () => {
    receiver = await startReceiver({ postings: { weaver }, env: { BODY_TIMEOUT_MS: '1000' } });
  });

  after(async () => {
    agent.destroy();
    await receiver.stop();
  });

  /** Encoders make up a new boundary each time, and the same seed would damage another body. */
  function withBoundary(
    boundary: string,
    { body, type }: { body: Buffer; type: string },
  ): { body: Buffer; type: string } {
    const random = /boundary=(.+)$/.exec(type)?.[1] ?? '';
    const text = body.toString('latin1').replaceAll(random, boundary);
    return { body: Buffer.from(text, 'latin1'), type: type.replace(random, boundary) };
  }

  /** The status, or 0 where the connection ended without one. */
  function deliver(body: Buffer, type: string, statedLength: number): Promise<number> {
    const headers = { 'Content-Type': type, 'Content-Length': String(statedLength) };
    return new Promise((resolve) => {
      const request = httpRequest(`${receiver.origin}/applications`, { method: 'POST', agent, headers }, (response) => {
        response.resume().on('close', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', () => resolve(0));
      if (statedLength === body.length) request.end(body);
      else request.write(body, () => request.destroy());
    });
  }

  async function fuzz(next: (random: () => number) => { body: Buffer; type: string }): Promise<Map<number, number>> {
    const random = seededRandom(seed);
    const statuses = new Map<number, number>();
    for (let run = 0; run < runs; run += 1) {
      const { body, type } = next(random);
      const isCutShort = random() < 0.05;
      const status = await deliver(body, type, isCutShort ? body.length + 10_000 : body.length);
      if (!isCutShort) expect(status, `run ${run}`).to.be.within(200, 499);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    const figures = [...statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status || 'cut short'}: ${count}`);
    console.log(`      ${runs} runs, ${figures.join(', ')}`);
    return statuses;
  }

  async function expectUnharmed(statuses: Map<number, number>): Promise<void> {
    for (const status of [201, 400, 422]) expect(statuses.get(status), `answers ${status}`).to.be.above(0);
    expect((await sendJson(receiver, { posting: 'weaver', answers: answered })).status, 'afterwards').to.equal(201);
    // What was cut short is cleared away once the receiver has noticed.
    await until(async () => (await readdir(join(receiver.dataFolder, 'incoming'))).length === 0);
    await expectWhole(receiver);
    expect(receiver.output()).to.not.match(/ 5\d\d \d+ ms|Error/);
  }

  it(`is answered, and stored whole or not at all: ${runs} damaged forms`, async () => {
    const form = applicationForm([
      ['_consents', '[{"name":"privacy","given":true,"text":"T","at":"","locale":"en"}]'],
      ['_hints', '{"elapsedMs":1,"honeypot":""}'],
      ['looms', 'floor'],
      ['cv', [bytesFor(1, 900), 'cv.pdf']],
      ['cv', [bytesFor(2, 40), 'b.bin', '']],
      ['schools[0][school]', 'Łódź'],
      ['schools[0][certificate]', [bytesFor(3, 60), 'ä "q".pdf']],
    ]);
    const { body, type } = withBoundary('fixed-boundary', await encode(form));
    const damaged = (random: () => number): string =>
      random() < 0.93
        ? type
        : damage(Buffer.from(type), random)
            .toString('latin1')
            .replace(/[^\t -~]/g, '')
            .slice(0, 4_000);
    const next = (random: () => number) => ({
      body: random() < 0.05 ? body : damage(body, random),
      type: damaged(random),
    });
    await expectUnharmed(await fuzz(next));
  });

  it(`is answered, and stored whole or not at all: ${runs} damaged JSON texts`, async () => {
    const file = { name: 'cv.pdf', type: '', size: 300, content: Buffer.from(bytesFor(1, 300)).toString('base64') };
    const schools = [{ school: 'Łódź', certificate: [{ ...file, name: 'a.pdf' }] }];
    const answers = { ...answered, looms: ['floor'], cv: [file], schools };
    const application = {
      posting: 'weaver',
      locale: 'pl',
      answers,
      consents: [],
      hints: { elapsedMs: 1, honeypot: '' },
    };
    const body = Buffer.from(JSON.stringify(application, null, 1));
    const next = (random: () => number) => ({
      body: random() < 0.7 ? distort(application, random) : damage(body, random),
      type: 'application/json',
    });
    await expectUnharmed(await fuzz(next));
  });
});
