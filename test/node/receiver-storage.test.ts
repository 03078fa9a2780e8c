import { expect } from 'chai';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startReceiver, temporaryFolder, until, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, bytesFor, send, stored, weaver } from '../support/received.js';

describe('receiver: a disk that does not do what it should', () => {
  let dataFolder: string;
  let receiver: RunningReceiver;

  beforeEach(async () => {
    dataFolder = join(await temporaryFolder(), 'data');
    await mkdir(dataFolder);
    receiver = await startReceiver({ dataFolder, postings: { weaver } });
  });

  afterEach(async () => {
    await receiver.kill();
    await rm(join(dataFolder, '..'), { recursive: true });
  });

  const form = () =>
    applicationForm([
      ['_idempotency_key', 'disk'],
      ['cv', [bytesFor(1, 900), 'canary.pdf']],
    ]);

  async function expectNotStored(response: Response): Promise<void> {
    expect(response.status).to.equal(503);
    expect(response.headers.get('retry-after')).to.equal('30');
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(await response.json()).to.include({ title: 'The application could not be stored at present.' });
  }

  it('confirms nothing, tells the operator what to do, and stores the next attempt once it works again', async () => {
    const incoming = join(dataFolder, 'incoming');
    await rename(incoming, `${incoming}-aside`);
    await expectNotStored(await send(receiver, form()));
    await writeFile(incoming, 'no folder');
    await expectNotStored(await send(receiver, form()));
    await rm(incoming);
    await rename(`${incoming}-aside`, incoming);
    await until(() => receiver.output().split('not-stored').length === 3);
    expect(receiver.output()).to.match(/ 503 \d+ ms not-stored ENOENT: .* Put it back/);
    expect(receiver.output()).to.not.match(/canary|\n\s+at /);
    expect((await send(receiver, form())).status).to.equal(201);
    expect(await stored(receiver)).to.have.length(1);
    expect(await readdir(incoming)).to.deep.equal([]);
  });

  it('confirms nothing once its database is not where it was, and leaves no file behind', async () => {
    await rename(dataFolder, `${dataFolder}-aside`);
    await mkdir(join(dataFolder, 'incoming'), { recursive: true });
    await mkdir(join(dataFolder, 'files'));
    await expectNotStored(await send(receiver, form()));
    await until(() => receiver.output().includes('DATABASE_GONE: '));
    expect(await readdir(join(dataFolder, 'incoming'))).to.deep.equal([]);
    await rm(dataFolder, { recursive: true });
    await rename(`${dataFolder}-aside`, dataFolder);
    expect((await send(receiver, form())).status).to.equal(201);
  });

  it('clears away at its start only what may be its own', async () => {
    await receiver.kill();
    const foreign = join(dataFolder, 'incoming', 'holiday pictures');
    await mkdir(foreign);
    receiver = await startReceiver({ dataFolder, postings: { weaver } });
    expect(await readdir(join(dataFolder, 'incoming'))).to.deep.equal(['holiday pictures']);
  });
});
