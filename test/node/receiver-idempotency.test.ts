import { expect } from 'chai';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startReceiver, temporaryFolder, type RunningReceiver } from '../support/receiver.js';
import { answered, applicationForm, bytesFor, formOf, send, sendJson, stored, weaver } from '../support/received.js';

describe('receiver: the same application twice', () => {
  let receiver: RunningReceiver;

  before(async () => {
    receiver = await start(await temporaryFolder());
  });

  after(async () => {
    await receiver.stop();
    await rm(receiver.dataFolder, { recursive: true });
  });

  const start = (dataFolder: string) => startReceiver({ dataFolder, postings: { weaver } });
  const attempt = (key: string, letter = 'I weave.', elapsedMs = 1) =>
    applicationForm([
      ['_idempotency_key', key],
      ['_hints', JSON.stringify({ elapsedMs, honeypot: '' })],
      ['_consents', JSON.stringify([{ name: 'privacy', given: true, text: 'T', at: `at ${elapsedMs}`, locale: 'en' }])],
      ['letter', letter],
      ['cv', [bytesFor(9, 5000), 'cv.pdf']],
    ]);
  it('is stored once and answered alike', async () => {
    const first = await send(receiver, attempt('key-1'));
    const count = (await stored(receiver)).length;
    const again = await send(receiver, attempt('key-1', undefined, 5000));
    const [one, other] = [await first.text(), await again.text()];
    expect([first.status, again.status]).to.deep.equal([201, 201]);
    expect(other).to.equal(one);
    expect(await stored(receiver)).to.have.length(count);
  });

  it('is answered alike after a restart', async () => {
    const first = await (await send(receiver, attempt('key-2'))).text();
    await receiver.kill();
    receiver = await start(receiver.dataFolder);
    const again = await send(receiver, attempt('key-2'));
    expect([again.status, await again.text()]).to.deep.equal([201, first]);
  });

  it('is refused when the key comes with other answers or other files', async () => {
    await send(receiver, attempt('key-3'));
    const count = (await stored(receiver)).length;
    const otherFile = applicationForm([
      ['_idempotency_key', 'key-3'],
      ['letter', 'I weave.'],
      ['cv', [bytesFor(8, 5000), 'cv.pdf']],
    ]);
    for (const body of [attempt('key-3', 'I knit.'), otherFile]) {
      const response = await send(receiver, body);
      expect(response.status).to.equal(422);
      const { type, errors } = (await response.json()) as Record<string, unknown>;
      expect(type).to.equal('/problems/idempotency-key-reused');
      expect(errors).to.equal(undefined);
    }
    expect(await stored(receiver)).to.have.length(count);
  });

  it('is stored once when twenty arrive at the same time', async () => {
    const before = (await stored(receiver)).length;
    const responses = await Promise.all(Array.from({ length: 20 }, () => send(receiver, attempt('key-4'))));
    expect(new Set(responses.map(({ status }) => status))).to.deep.equal(new Set([201]));
    const texts = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(texts).size).to.equal(1);
    expect(await stored(receiver)).to.have.length(before + 1);
    expect(await readdir(join(receiver.dataFolder, 'incoming'))).to.deep.equal([]);
  });

  it('knows the key from the header as from the part, and refuses two that differ', async () => {
    const byPart = (await (await send(receiver, attempt('key-"5"'))).json()) as { id: string };
    const byHeader = await send(
      receiver,
      applicationForm([
        ['letter', 'I weave.'],
        ['cv', [bytesFor(9, 5000), 'cv.pdf']],
        ['_consents', '[{"name":"privacy","given":true,"text":"T","at":"","locale":"en"}]'],
      ]),
      { 'Idempotency-Key': '"key-\\"5\\""' },
    );
    expect(await byHeader.json()).to.deep.include({ id: byPart.id });
    expect((await send(receiver, attempt('key-6'), { 'Idempotency-Key': '"key-7"' })).status).to.equal(400);
    expect((await send(receiver, attempt('key-6'), { 'Idempotency-Key': 'key-6' })).status).to.equal(400);
    expect((await send(receiver, attempt('key-6'), { 'Idempotency-Key': '"key-6"' })).status).to.equal(201);
    expect((await send(receiver, attempt('k'.repeat(256)))).status).to.equal(400);
  });

  it('may use its key again after a refusal', async () => {
    const wrong = formOf([
      ['_posting', 'weaver'],
      ['_idempotency_key', 'key-8'],
      ['email', 'nobody'],
    ]);
    expect((await send(receiver, wrong)).status).to.equal(422);
    expect((await send(receiver, attempt('key-8'))).status).to.equal(201);
  });

  it('is the same in JSON whatever the order of its keys', async () => {
    const json = { posting: 'weaver', idempotencyKey: 'key-9', answers: { ...answered, letter: 'L' }, consents: [] };
    const turned = Object.fromEntries(Object.entries(json).reverse());
    const first = await (await sendJson(receiver, json)).text();
    const again = await sendJson(receiver, { ...turned, answers: { letter: 'L', ...answered } });
    expect([again.status, await again.text()]).to.deep.equal([201, first]);
  });

  it('names the application that it replaces', async () => {
    const { id } = (await (await send(receiver, attempt('key-10'))).json()) as { id: string };
    await send(
      receiver,
      applicationForm([
        ['_idempotency_key', 'key-11'],
        ['_previous_key', 'key-10'],
      ]),
    );
    expect((await stored(receiver))[0]?.replaces).to.equal(id);
  });

  it('is stored as often as it comes without a key', async () => {
    const before = (await stored(receiver)).length;
    await send(receiver, applicationForm());
    await send(receiver, applicationForm());
    expect(await stored(receiver)).to.have.length(before + 2);
  });
});
