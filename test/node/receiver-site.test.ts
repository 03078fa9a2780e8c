import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, bytesFor, formOf, send, weaver } from '../support/received.js';

const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; " +
  "trusted-types lit-html dompurify job-application 'allow-duplicates'";

interface RawAnswer {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** A request as it stands: no path is made tidy, no header added. */
function raw(
  origin: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end();
  });
}

describe('receiver: its pages', () => {
  let receiver: RunningReceiver;

  before(async () => {
    receiver = await startReceiver({ env: { ALLOWED_ORIGINS: 'https://careers.example.org' } });
  });

  after(() => receiver.stop());

  it('come with a strict policy, and compressed where the browser takes that', async () => {
    const source = await readFile(new URL('../../demo/index.html', import.meta.url));
    for (const path of ['/', '/index.html']) {
      const plain = await raw(receiver.origin, path);
      const gzipped = await raw(receiver.origin, path, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(plain.status).to.equal(200);
      expect(plain.headers).to.include({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': strictPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin',
      });
      expect(plain.body.equals(source)).to.equal(true);
      expect(gzipped.headers['content-encoding']).to.equal('gzip');
      expect(gunzipSync(gzipped.body).equals(source)).to.equal(true);
      const again = await raw(receiver.origin, path, { headers: { 'if-none-match': String(plain.headers['etag']) } });
      expect([again.status, again.body.length]).to.deep.equal([304, 0]);
    }
  });

  it('load what they need', async () => {
    const types: Record<string, string> = {
      '/attributes.html': 'text/html; charset=utf-8',
      '/careers.css': 'text/css; charset=utf-8',
      '/logo.svg': 'image/svg+xml',
      '/postings/minimal.json': 'application/json',
      '/dist/server.js': 'text/javascript; charset=utf-8',
    };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers } = await raw(receiver.origin, path);
      expect([path, status, headers['content-type']]).to.deep.equal([path, 200, type]);
    }
  });

  it('lead to nothing else on the disk', async () => {
    const paths = [
      '/receiver/main.js',
      '/../package.json',
      '/dist/../package.json',
      '/dist/..%2fpackage.json',
      '/dist/%2e%2e/package.json',
      '/dist/..\\package.json',
      '/postings/../receiver/main.js',
      '/postings/%2e%2e%2findex.html',
      '/.data/applications.db',
      '/package.json',
      '/dist',
      '/postings/',
      '/index.html/',
      '/index.html%00.css',
      '//etc/passwd',
      '/%',
      '/constructor',
    ];
    for (const path of paths) expect([path, (await raw(receiver.origin, path)).status]).to.deep.equal([path, 404]);
    expect((await raw(receiver.origin, '*', { method: 'OPTIONS' })).status).to.equal(400);
    expect((await raw(receiver.origin, '/', { method: 'DELETE' })).status).to.equal(405);
    expect((await raw(receiver.origin, '/applications', { method: 'DELETE' })).status).to.equal(405);
  });

  it('are all read without a complaint: every posting of the demo', () => {
    expect(receiver.output()).to.not.include('left out');
  });

  it('may be of another origin only where that is allowed', async () => {
    const post = (headers: Record<string, string>) => send(receiver, formOf([['_posting', 'weaver']]), headers);
    const foreign = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' };
    const friend = { Origin: 'https://careers.example.org', 'Sec-Fetch-Site': 'cross-site' };
    expect((await post(foreign)).status).to.equal(403);
    expect((await post({ Origin: 'null' })).status).to.equal(403);
    expect((await post({ Origin: 'https://elsewhere.example' })).status).to.equal(403);
    expect((await post({ Origin: receiver.origin, 'Sec-Fetch-Site': 'same-origin' })).status).to.equal(404);
    expect((await post({ Origin: receiver.origin })).status).to.equal(404);
    const allowed = await post(friend);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).to.deep.equal([404, friend.Origin]);

    const preflight = (headers: Record<string, string>) =>
      raw(receiver.origin, '/applications', { method: 'OPTIONS', headers });
    expect((await preflight(foreign)).status).to.equal(403);
    expect((await preflight(foreign)).headers).to.not.have.property('access-control-allow-origin');
    const { status, headers } = await preflight(friend);
    expect(status).to.equal(204);
    expect(headers).to.include({
      'access-control-allow-origin': friend.Origin,
      'access-control-allow-methods': 'POST, PUT',
      'access-control-allow-headers': 'Content-Type, Idempotency-Key',
    });
  });
});

describe('receiver: what came in', () => {
  let receiver: RunningReceiver;
  let id: string;

  const fileName = '../../"<img src=x>"\u202Efdp.пример;.pdf';

  before(async () => {
    receiver = await startReceiver({ postings: { weaver }, env: { HOST: '0.0.0.0' } });
    const markup: [string, string] = ['letter', '<script>alert(1)</script> & "more"\nbelow'];
    const response = await send(receiver, applicationForm([markup, ['cv', [bytesFor(1, 50), fileName]]]));
    ({ id } = (await response.json()) as { id: string });
  });

  after(() => receiver.stop());

  it('is listed as text, whatever it holds', async () => {
    const response = await fetch(`${receiver.origin}/applications`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).to.equal(strictPolicy);
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(page)
      .to.include('Zoë Łukasiewicz 工')
      .and.include('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;<br />below');
    expect(page).to.include(`href="/applications/${id}/files/1"`);
    expect(page).to.not.match(/<script|<img src=x|\u202E/);
  });

  it('is given as a file to be saved, under a name that leads nowhere', async () => {
    const response = await fetch(`${receiver.origin}/applications/${id}/files/1`);
    expect(Object.fromEntries(response.headers)).to.include({
      'content-type': 'application/octet-stream',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-length': '50',
      'content-disposition':
        'attachment; filename=".._..___img src=x___fdp.______;.pdf"; ' +
        "filename*=UTF-8''.._..___img%20src%3Dx___fdp.%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80%3B.pdf",
    });
    expect(new Uint8Array(await response.arrayBuffer())).to.deep.equal(bytesFor(1, 50));
    for (const path of [
      `${id}/files/2`,
      `${id}/files/0`,
      `${id}/files/..%2f..%2fapplications.db`,
      id.replace(/^./, 'x'),
    ]) {
      expect((await raw(receiver.origin, `/applications/${path}`)).status, path).to.equal(404);
    }
  });

  it('is shown on its own machine alone', async () => {
    const paths = ['/applications', `/applications/${id}`, `/applications/${id}/files/1`];
    const { port } = new URL(receiver.origin);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    for (const path of paths) {
      const status = async (headers: Record<string, string>, origin = receiver.origin) =>
        (await raw(origin, path, { headers })).status;
      expect(await status({ host: `localhost:${port}` })).to.equal(200);
      expect(await status({ host: 'careers.example.org' })).to.equal(403);
      for (const name of ['x-forwarded-for', 'x-real-ip', 'x-forwarded-host', 'via', 'cf-connecting-ip']) {
        expect(await status({ [name]: '203.0.113.9' }), name).to.equal(403);
      }
      if (outside) expect(await status({ host: 'localhost' }, `http://${outside.address}:${port}`)).to.equal(403);
    }
  });

  it('is listed fifty at a time', async () => {
    for (let count = 0; count < 51; count += 1) await send(receiver, applicationForm([['letter', `number ${count}`]]));
    const page = await (await fetch(`${receiver.origin}/applications`)).text();
    const older = /href="(\/applications\?before=\d+)"/.exec(page)?.[1];
    const rest = await (await fetch(`${receiver.origin}${older}`)).text();
    expect(page.match(/data-application/g)).to.have.length(50);
    expect(rest.match(/data-application/g)).to.have.length(2);
    expect(rest).to.include('number 0').and.not.include('Older applications');
  });
});
