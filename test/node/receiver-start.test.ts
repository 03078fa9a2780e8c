import { expect } from 'chai';
import { once } from 'node:events';
import { readdir, rm, stat } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { failToStart, startReceiver, temporaryFolder, until } from '../support/receiver.js';
import { answered, applicationForm, formOf, send, weaver } from '../support/received.js';

describe('receiver: starting and stopping', () => {
  let dataFolder: string;

  beforeEach(async () => {
    dataFolder = join(await temporaryFolder(), 'a new föld#er %20');
  });

  afterEach(() => rm(join(dataFolder, '..'), { recursive: true }));

  it('keeps its data where it is told, for its own user alone', async () => {
    const receiver = await startReceiver({ dataFolder });
    expect((await stat(join(dataFolder, 'applications.db'))).isFile()).to.equal(true);
    if (process.platform !== 'win32') {
      expect((await stat(join(dataFolder, 'files'))).mode & 0o077).to.equal(0);
      expect((await stat(dataFolder)).mode & 0o077).to.equal(0);
    }
    await receiver.stop();
  });

  it('ends politely: the request under way is answered first', async () => {
    const receiver = await startReceiver({ dataFolder, postings: { weaver } });
    const form = new Response(applicationForm());
    const body = Buffer.from(await form.arrayBuffer());
    const headers = { 'Content-Type': form.headers.get('content-type') ?? '', 'Content-Length': String(body.length) };
    const request = httpRequest(`${receiver.origin}/applications`, { method: 'POST', headers });
    request.write(body.subarray(0, 100));
    await until(async () => (await readdir(join(dataFolder, 'incoming'))).length > 0);
    const exit = receiver.stop();
    await until(() =>
      fetch(receiver.origin).then(
        () => false,
        () => true,
      ),
    );
    request.end(body.subarray(100));
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).to.equal(201);
    response.resume();
    expect(await exit).to.equal(0);
  });

  it('needs no name of a posting where it has only one', async () => {
    const receiver = await startReceiver({ dataFolder, postings: { weaver } });
    const { status } = await send(receiver, formOf(Object.entries(answered)));
    await receiver.stop();
    expect(status).to.equal(201);
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await failToStart({ PORT: String(port), DATA_DIR: dataFolder });
    other.close();
    expect(code).to.equal(1);
    expect(output).to.equal(
      `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start\n`,
    );
  });

  it('leaves data alone that another receiver is using', async () => {
    const first = await startReceiver({ dataFolder });
    const { code, output } = await failToStart({ PORT: '0', DATA_DIR: dataFolder });
    await first.kill();
    expect(code).to.equal(1);
    expect(output).to.include(`${dataFolder} is in use by another receiver.`);
    expect(await (await startReceiver({ dataFolder })).stop()).to.equal(0);
  });

  it('says which setting it cannot use, and what it expected', async () => {
    const wrong = { PORT: '80a', MAX_FILE_BYTES: '-1', ALLOWED_ORIGINS: 'https://a.example/path', HOST: '203.0.113.7' };
    for (const [name, value] of Object.entries(wrong)) {
      const { code, output } = await failToStart({ PORT: '0', DATA_DIR: dataFolder, [name]: value });
      expect(code, output).to.equal(1);
      expect(output)
        .to.include(name)
        .and.include(value)
        .and.not.match(/\n\s+at /);
    }
  });
});
