import { expect } from 'chai';
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { failToStart, startReceiver, temporaryFolder, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, bytesFor, formOf, send, sendJson, weaver } from '../support/received.js';
import { speak } from './raw-requests.js';

describe('receiver: every answer', () => {
  let receiver: RunningReceiver;
  let id: string;

  before(async () => {
    const env = { MAX_FILE_BYTES: '1000', HEADERS_TIMEOUT_MS: '300', BODY_TIMEOUT_MS: '500' };
    receiver = await startReceiver({ postings: { weaver }, env });
    const response = await send(receiver, applicationForm([['cv', [bytesFor(1, 50), 'cv.pdf']]]));
    ({ id } = (await response.json()) as { id: string });
  });

  after(() => receiver.stop());

  const head = (line: string, ...headers: string[]): string => [line, ...headers, '', ''].join('\r\n');
  const host = 'Host: 127.0.0.1';
  const close = 'Connection: close';

  const said: [status: number, what: string, text: () => string][] = [
    [200, 'a page', () => head('GET / HTTP/1.1', host, close)],
    [200, 'the listing', () => head('GET /applications HTTP/1.1', host, close)],
    [200, 'the table', () => head('GET /applications.csv HTTP/1.1', host, close)],
    [200, 'an application', () => head(`GET /applications/${id} HTTP/1.1`, host, close)],
    [200, 'a file', () => head(`GET /applications/${id}/files/1 HTTP/1.1`, host, close)],
    [204, 'a preflight', () => head('OPTIONS /applications HTTP/1.1', host, close)],
    [400, 'a request without a host', () => head('GET / HTTP/1.1', close)],
    [400, 'what is no HTTP', () => '\x16\x03\x01\x02\0\x01'],
    [400, 'two lengths', () => head('POST /applications HTTP/1.1', host, 'Content-Length: 1', 'Content-Length: 2')],
    [
      400,
      'a length and chunks',
      () => head('POST /applications HTTP/1.1', host, 'Content-Length: 5', 'Transfer-Encoding: chunked'),
    ],
    [400, 'a method that there is not', () => head('SECRET / HTTP/1.1', host)],
    [403, 'another machine', () => head('GET /applications HTTP/1.1', 'Host: careers.example.org', close)],
    [403, 'a proxy that says nothing of itself', () => head('GET /applications HTTP/1.0', host)],
    [403, 'another site', () => head('POST /applications HTTP/1.1', host, 'Origin: https://elsewhere.example', close)],
    [404, 'a page that there is not', () => head('GET /nothing HTTP/1.1', host, close)],
    [405, 'another method', () => head('DELETE / HTTP/1.1', host, close)],
    [408, 'a request that never ends', () => 'GET / HTTP/1.1\r\n'],
    [
      413,
      'a length beyond all limits',
      () => head('POST /applications HTTP/1.1', host, ...multipart, 'Content-Length: 9999999999'),
    ],
    [415, 'another type', () => head('POST /applications HTTP/1.1', host, 'Content-Type: text/plain', close)],
    [415, 'an odd expectation', () => head('POST /applications HTTP/1.1', host, 'Expect: the-unexpected', close)],
    [431, 'endless headers', () => head('GET / HTTP/1.1', host, `X: ${'x'.repeat(20_000)}`)],
  ];
  const multipart = ['Content-Type: multipart/form-data; boundary=b'];

  for (const [status, what, text] of said) {
    it(`has the headers that keep a browser from harm: ${status} for ${what}`, async () => {
      const heard = await speak(receiver, text());
      expect(heard).to.match(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(heard).to.match(/^x-content-type-options: nosniff\r$/im);
      expect(heard).to.match(/^content-security-policy: .*default-src 'none'/im);
      expect(heard).to.match(/^referrer-policy: strict-origin\r$/im);
      expect(heard).to.match(/^cross-origin-opener-policy: same-origin\r$/im);
      expect(heard).to.not.match(/^(server|x-powered-by|set-cookie):/im);
      if (status >= 400) expect(heard).to.match(/^content-type: application\/problem\+json\r$/im);
    });
  }

  it('leaves no second request hidden in the body of the first', async () => {
    const hidden = 'GET /applications HTTP/1.1\r\nHost: localhost\r\n\r\n';
    const text = head('POST /applications HTTP/1.1', host, 'Content-Length: 0', 'Transfer-Encoding: chunked');
    const heard = await speak(receiver, `${text}0\r\n\r\n${hidden}`);
    expect(heard.match(/HTTP\/1\.1 /g)).to.have.length(1);
    expect(heard).to.match(/^HTTP\/1\.1 400 /);
  });

  it('stands in the log without a word of the applicant, whatever comes of it', async () => {
    const canary = 'kanarienvogel';
    const parts = (letter: string) =>
      [
        ['_idempotency_key', `${canary}-key`],
        ['_hints', JSON.stringify({ elapsedMs: 1, honeypot: canary })],
        ['letter', letter],
        [canary, canary],
        ['cv', [bytesFor(1, 60), `${canary}.pdf`, `application/${canary}`]],
      ] as const;
    const headers = { 'User-Agent': canary, Referer: `https://${canary}.example/`, 'X-Forwarded-For': canary };
    const statuses = [
      await send(receiver, applicationForm(parts(canary)), headers),
      await send(receiver, applicationForm(parts(canary)), headers),
      await send(receiver, applicationForm(parts(`other ${canary}`)), headers),
      await send(
        receiver,
        formOf([
          ['_posting', canary],
          ['email', canary],
        ]),
      ),
      await send(
        receiver,
        formOf([
          ['_posting', 'weaver'],
          ['email', canary],
          ['cv', [bytesFor(1, 6), `${canary}.exe`]],
        ]),
      ),
      await send(receiver, applicationForm([['cv', [bytesFor(1, 2000), `${canary}.pdf`]]])),
      await sendJson(receiver, { posting: 'weaver', answers: { full_name: [canary], email: canary } }),
      await sendJson(receiver, `{"${canary}": ${canary}`),
      await fetch(`${receiver.origin}/${canary}?${canary}=${canary}`),
      await fetch(`${receiver.origin}/applications?before=${canary}`),
      await fetch(`${receiver.origin}/applications.csv?${canary}`),
    ].map(({ status }) => status);
    await speak(receiver, `${canary} /${canary} HTTP/1.1\r\n${canary}: ${canary}\r\n\r\n`);
    expect(statuses).to.deep.equal([201, 201, 422, 404, 422, 413, 422, 400, 404, 200, 200]);
    expect(await (await fetch(`${receiver.origin}/applications`)).text()).to.include(canary);
    expect(receiver.output()).to.match(/POST \/applications 201 /);
    expect(receiver.output().toLowerCase()).to.not.include(canary);
    for (const word of ['Zoë', 'zoe@example.org']) expect(receiver.output()).to.not.include(word);
  });
});

describe('receiver: its secret', () => {
  it('comes from the environment, goes to the database, and is told to nobody else', async () => {
    const secret = 'geheimnis-4711';
    const seen: (string | undefined)[] = [];
    const database = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(401).end(`not you, ${request.headers.authorization}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => database.once('listening', resolve));
    const { port } = database.address() as AddressInfo;
    const dataFolder = await temporaryFolder();
    const { code, output } = await failToStart({
      PORT: '0',
      DATA_DIR: dataFolder,
      DATABASE_URL: `http://127.0.0.1:${port}`,
      DATABASE_AUTH_TOKEN: secret,
    });
    database.close();
    expect(seen).to.include(`Bearer ${secret}`);
    expect(code).to.equal(1);
    expect(output).to.include('not you, Bearer DATABASE_AUTH_TOKEN').and.not.include(secret);
    for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(await readFile(join(entry.parentPath, entry.name), 'latin1')).to.not.include(secret);
    }
  });
});
