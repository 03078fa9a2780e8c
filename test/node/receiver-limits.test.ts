import { expect } from 'chai';
import { request as httpRequest } from 'node:http';
import { filesOnDisk, startReceiver, until, type RunningReceiver } from '../support/receiver.js';
import { answered, applicationForm, bytesFor, formOf, send, sendJson, stored, weaver } from '../support/received.js';

describe('receiver: what it does not take', () => {
  let receiver: RunningReceiver;

  before(async () => {
    receiver = await startReceiver({ postings: { weaver }, env: { MAX_FILE_BYTES: '200000' } });
  });

  after(() => receiver.stop());

  afterEach(async () => {
    expect(await filesOnDisk(receiver.dataFolder), 'files left on the disk').to.deep.equal([]);
    expect(await stored(receiver), 'stored').to.deep.equal([]);
  });

  const post = (body: string, type?: string, headers: Record<string, string> = {}) =>
    fetch(`${receiver.origin}/applications`, {
      method: 'POST',
      body: Buffer.from(body, 'latin1'),
      headers: { ...headers, ...(type === undefined ? {} : { 'Content-Type': type }) },
    });

  it('a file that is too large, which is named', async () => {
    const response = await send(receiver, applicationForm([['cv', [bytesFor(1, 200_001), 'cv.pdf']]]));
    expect(response.status).to.equal(413);
    const { errors } = (await response.json()) as { errors: Record<string, string>[] };
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include({ field: 'cv', pointer: '/cv', code: 'file-too-large' });
  });

  it('a file that is too large inside JSON', async () => {
    const content = Buffer.from(bytesFor(1, 200_001)).toString('base64');
    const cv = [{ name: 'cv.pdf', type: '', size: 1, content }];
    const response = await sendJson(receiver, { posting: 'weaver', answers: { ...answered, cv }, consents: [] });
    expect(response.status).to.equal(413);
  });

  it('more than its limit in all, answered though the whole body was sent', async () => {
    const cv = (name: string) => ['cv', [bytesFor(1, 199_000), name]] as const;
    const files = Array.from({ length: 70 }, (_, index) => cv(`${index}.pdf`));
    expect((await send(receiver, applicationForm(files))).status).to.equal(413);
  });

  it('a body without a stated length that never seems to end', async () => {
    const chunk = bytesFor(1, 100_000);
    let count = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++count > 200) controller.close();
        else
          controller.enqueue(
            count === 1 ? Buffer.from('--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n') : chunk,
          );
      },
    });
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    expect((await fetch(`${receiver.origin}/applications`, init)).status).to.equal(413);
  });

  it('a text that is too long, too much text, too many parts, too much JSON', async () => {
    expect((await send(receiver, applicationForm([['letter', 'x'.repeat(1_000_001)]]))).status).to.equal(413);
    const texts = Array.from({ length: 11 }, () => ['letter', 'x'.repeat(950_000)] as const);
    expect((await send(receiver, applicationForm(texts))).status).to.equal(413);
    const parts = Array.from({ length: 5001 }, () => ['x', ''] as const);
    expect((await send(receiver, applicationForm(parts))).status).to.equal(413);
    expect(
      (await sendJson(receiver, { posting: 'weaver', answers: { letter: 'x'.repeat(3_000_000) } })).status,
    ).to.equal(413);
  });

  it('other types of content', async () => {
    expect((await post('a=b', 'application/x-www-form-urlencoded')).status).to.equal(415);
    expect((await post('a=b')).status).to.equal(415);
    expect((await post('{}', 'application/json', { 'Content-Encoding': 'gzip' })).status).to.equal(415);
  });

  it('a multipart form that is no whole one', async () => {
    const type = 'multipart/form-data; boundary=b';
    const file = '--b\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\nabc';
    const nameless = '--b\r\nContent-Disposition: form-data; filename="cv.pdf"\r\n\r\nabc\r\n--b--\r\n';
    for (const body of [
      '',
      'nothing',
      file,
      `${file}\r\n--b\r\nX`,
      `${file}\r\n--b`,
      '--b\r\n\0\0: x\r\n\r\n',
      nameless,
    ]) {
      expect((await post(body, type)).status, JSON.stringify(body)).to.equal(400);
    }
    expect((await post(file, 'multipart/form-data')).status).to.equal(400);
    expect((await post(file, 'multipart/form-data; boundary=')).status).to.equal(400);
  });

  it('anything behind the end of a form, where a file may begin that never ends', async () => {
    const part = (name: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    const behind = `${part('letter')}x\r\n${part('cv', '; filename="cv.pdf"')}%PDF-`;
    const body = `${part('_posting')}weaver\r\n--b--\r\n${behind}`;
    for (const type of ['multipart/form-data; boundary=b', 'multipart/form-data; charset=utf-8; boundary="b"']) {
      const response = await post(body, type);
      expect(response.status).to.equal(422);
      expect(((await response.json()) as { errors: unknown[] }).errors).to.have.length(3);
    }
  });

  it('JSON that is no application', async () => {
    const deep = `{"posting":"weaver","answers":{"full_name":${'['.repeat(90_000)}${']'.repeat(90_000)}}}`;
    const badFile = { name: 'a.pdf', type: '', size: 1, content: '*** no base64 ***' };
    const bodies = ['', '{', 'null', '[]', '"x"', '{"posting":"weaver"}', '{"posting":"weaver","answers":[]}', deep];
    for (const body of bodies) {
      const response = await sendJson(receiver, body);
      expect(response.status, body.slice(0, 40)).to.equal(400);
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
    }
    expect((await sendJson(receiver, { posting: 'weaver', answers: { cv: [badFile] } })).status).to.equal(400);
    expect((await post('{"posting":"\xff"}', 'application/json')).status).to.equal(400);
  });

  it('names that every object inherits, for anything but text', async () => {
    const inherited = ['__proto__', 'constructor', 'toString', '__proto__[polluted]'].map(
      (name) => [name, 'x'] as const,
    );
    const response = await send(receiver, formOf([['_posting', 'weaver'], ...inherited]));
    expect(response.status).to.equal(422);
    const json = await sendJson(
      receiver,
      '{"posting":"weaver","answers":{"__proto__":{"full_name":"x"},"email":"a@b.org"}}',
    );
    expect(json.status).to.equal(422);
    const { errors } = (await json.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).to.include('full_name');
  });

  it('a request that ends before its body does', async () => {
    const { port } = new URL(receiver.origin);
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '100000' };
    const refusals = (): number => receiver.output().split('malformed-request').length;
    const seen = refusals();
    const request = httpRequest({ port, host: '127.0.0.1', path: '/applications', method: 'POST', headers });
    request.on('error', () => undefined); // its own end, below
    request.write('--b\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\nabc');
    await until(async () => (await filesOnDisk(receiver.dataFolder)).length > 0);
    request.destroy();
    await until(() => refusals() > seen);
  });

  it('anything while nothing of it reaches the log', async () => {
    const parts = [
      ['full_name', 'Secretname'],
      ['email', 'secret@'],
      ['cv', [bytesFor(1, 9), 'secret-file.exe']],
    ] as const;
    await send(receiver, formOf([['_posting', 'weaver'], ['_idempotency_key', 'secret-key'], ...parts]));
    await sendJson(receiver, '{"secret": secret}');
    await fetch(`${receiver.origin}/secret/path?secret=1`, { method: 'SECRET' });
    const lines = receiver.output().split('\n');
    expect(lines.some((line) => /POST \/applications 422 \d+ ms invalid-answers$/.test(line))).to.equal(true);
    expect(receiver.output().toLowerCase()).to.not.include('secret');
  });
});
