import { expect } from 'chai';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startReceiver, temporaryFolder, type RunningReceiver } from '../support/receiver.js';
import { atTheSameTime, half } from './raw-requests.js';
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

  const weaverFields = weaver.form.sections[0]?.fields ?? [];
  const portfolio = { name: 'portfolio', type: 'url', label: 'Portfolio', required: true };
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

  it('is refused with a key that is none, or not one, and would be stored anew each time', async () => {
    const count = (await stored(receiver)).length;
    const file = applicationForm([['letter', 'I weave.']]);
    file.append('_idempotency_key', new Blob(['key']), 'key.txt');
    const forms = [
      file,
      applicationForm([
        ['_idempotency_key', 'one'],
        ['_idempotency_key', 'other'],
      ]),
      applicationForm([['_idempotency_key', 'a\u0000b']]),
    ];
    for (const form of forms) expect((await send(receiver, form)).status).to.equal(400);
    for (const idempotencyKey of [5, ['one', 'other'], ['one'], {}, '\ud800']) {
      const response = await sendJson(receiver, { posting: 'weaver', answers: {}, idempotencyKey });
      expect(response.status, JSON.stringify(idempotencyKey)).to.equal(400);
    }
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

  it('is stored once when twenty arrive at the same time, and the others are told to ask again', async () => {
    const before = (await stored(receiver)).length;
    const responses = await atTheSameTime(receiver, attempt('key-4'), 20);
    const [done = [], waiting = []] = [201, 409].map((status) => responses.filter((each) => each.status === status));
    expect(done.length + waiting.length, 'answered').to.equal(20);
    expect(waiting, 'told to ask again').to.not.have.length(0);
    for (const { headers, body } of waiting) {
      expect(headers).to.include({ 'content-type': 'application/problem+json', 'retry-after': '1' });
      expect(JSON.parse(body))
        .to.include({ type: '/problems/in-progress', status: 409 })
        .and.not.have.property('errors');
    }
    expect(new Set(done.map(({ body }) => body)).size).to.equal(1);
    const again = await send(receiver, attempt('key-4'));
    expect([again.status, await again.text()]).to.deep.equal([201, done[0]?.body]);
    expect(await stored(receiver)).to.have.length(before + 1);
    expect(await readdir(join(receiver.dataFolder, 'incoming'))).to.deep.equal([]);
  });

  it('waits for nobody whose body never arrived', async () => {
    const lingering = await half(receiver, attempt('key-slow'));
    expect((await send(receiver, attempt('key-slow'))).status).to.equal(201);
    lingering.destroy();
  });

  it('is stored once where two receivers share a database: the unique key has the last word', async () => {
    const DATABASE_URL = pathToFileURL(join(receiver.dataFolder, 'shared.db')).href;
    const pair = [
      await startReceiver({ postings: { weaver }, env: { DATABASE_URL } }),
      await startReceiver({ postings: { weaver }, env: { DATABASE_URL } }),
    ] as const;
    const keys = Array.from({ length: 20 }, (_, index) => `shared-${index}`);
    for (const key of keys) {
      const both = await Promise.all(pair.map((each) => send(each, attempt(key))));
      expect(both.map(({ status }) => status)).to.deep.equal([201, 201]);
      const [one, other] = await Promise.all(both.map((response) => response.text()));
      expect(one).to.equal(other);
    }
    expect(await stored(pair[0])).to.have.length(keys.length);
    await Promise.all(pair.map((each) => each.stop()));
  });

  it('is answered alike though its answers would be refused by now: the key comes before the answers', async () => {
    const first = await (await send(receiver, attempt('key-late'))).text();
    await receiver.kill();
    const now = { ...weaver, status: 'closed', form: { sections: [{ fields: [...weaverFields, portfolio] }] } };
    receiver = await startReceiver({ dataFolder: receiver.dataFolder, postings: { weaver: now } });
    const again = await send(receiver, attempt('key-late'));
    const other = await send(receiver, attempt('key-later'));
    expect([again.status, await again.text()]).to.deep.equal([201, first]);
    expect(other.status).to.equal(410);
    await receiver.kill();
    receiver = await start(receiver.dataFolder);
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
