import { expect } from 'chai';
import { filesOnDisk, startReceiver, until, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, bytesFor, stored, weaver } from '../support/received.js';
import { encode, half, post, speak } from './raw-requests.js';

const windowMs = 400;

describe('receiver: who is slow', () => {
  let receiver: RunningReceiver;

  before(async () => {
    const env = { HEADERS_TIMEOUT_MS: '300', BODY_TIMEOUT_MS: String(windowMs) };
    receiver = await startReceiver({ postings: { weaver }, env });
  });

  after(() => receiver.stop());

  afterEach(async () => {
    await until(async () => (await filesOnDisk(receiver.dataFolder)).every((path) => !path.startsWith('incoming')));
  });

  /** Writes a piece every so often until there is nothing to write it to. */
  function drip(writable: NodeJS.WritableStream & { destroyed: boolean }, piece: string | Buffer): () => void {
    const timer = setInterval(() => void (writable.destroyed || writable.write(piece)), windowMs / 20);
    return () => clearInterval(timer);
  }

  it('and never says anything is not waited for', async () => {
    expect(await speak(receiver, '')).to.match(/^HTTP\/1\.1 408 /);
  });

  it('and drips headers is not waited for', async () => {
    let stop = (): void => undefined;
    const heard = await speak(receiver, 'POST /applications HTTP/1.1\r\nHost: localhost\r\n', (socket) => {
      stop = drip(socket, 'X-More: 1\r\n');
    });
    stop();
    expect(heard).to.match(/^HTTP\/1\.1 408 /);
  });

  for (const [what, type] of [
    ['a form', 'multipart/form-data; boundary=b'],
    ['JSON', 'application/json'],
  ] as const) {
    it(`and stops in the middle of ${what} is told so, and keeps nothing here`, async () => {
      const { request, answer } = post(receiver, type, 100_000);
      request.write('--b\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n%PDF-');
      const { status, headers, body } = await answer;
      expect([status, headers['connection']]).to.deep.equal([408, 'close']);
      expect(JSON.parse(body)).to.include({ type: '/problems/too-slow', status: 408 });
    });

    it(`and drips ${what} is told so`, async () => {
      const { request, answer } = post(receiver, type, undefined);
      request.write('--b\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n');
      const stop = drip(request, 'x');
      const { status } = await answer;
      stop();
      expect(status).to.equal(408);
    });
  }

  it('and drips what was refused already is not listened to any longer', async () => {
    const { request, answer } = post(receiver, 'text/plain', undefined);
    const stop = drip(request, 'x');
    const { status, headers } = await answer;
    stop();
    expect([status, headers['connection']]).to.deep.equal([415, 'close']);
  });

  it('but goes on is waited for', async () => {
    const { body, type } = await encode(applicationForm([['cv', [bytesFor(1, 6_000), 'cv.pdf']]]));
    const { request, answer } = post(receiver, type, body.length);
    const startedAt = performance.now();
    for (let at = 0; at < body.length; at += 250) {
      await new Promise((resolve) => setTimeout(resolve, windowMs / 6));
      request.write(body.subarray(at, at + 250));
    }
    request.end();
    expect((await answer).status).to.equal(201);
    expect(performance.now() - startedAt, 'longer than any window').to.be.above(3 * windowMs);
  });

  it('holds up nobody else', async () => {
    const slow = await Promise.all(Array.from({ length: 200 }, () => half(receiver, applicationForm())));
    const { body, type } = await encode(applicationForm());
    const before = (await stored(receiver)).length;
    const { request, answer } = post(receiver, type, body.length);
    request.end(body);
    expect((await answer).status).to.equal(201);
    expect(await stored(receiver)).to.have.length(before + 1);
    for (const request of slow) request.destroy();
  });
});
