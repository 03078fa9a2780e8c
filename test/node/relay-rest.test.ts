import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { apply, fullForm, relayEnv, relayOf, startRelay, startSystem, untilRelay } from '../support/relay.js';
import { failToStart, temporaryFolder, until, type RunningReceiver } from '../support/receiver.js';
import { stored } from '../support/received.js';
import type { StandIn } from '../support/systems/stand-in.js';

const busy = { status: 503, body: { error: 'Down' } };

describe('applications that were not passed on', () => {
  let system: StandIn;
  let dataFolder: string;
  let receiver: RunningReceiver;

  beforeEach(async () => {
    system = await startSystem('greenhouse');
    dataFolder = await temporaryFolder();
  });

  afterEach(async () => {
    await receiver.stop();
    await system.close();
    await rm(dataFolder, { recursive: true });
  });

  const start = async (env: Record<string, string> = {}): Promise<void> => {
    receiver = await startRelay('greenhouse', system, { dataFolder, env });
  };

  async function again(...words: string[]): Promise<{ code: number | null; output: string }> {
    const env = { ...process.env, DATA_DIR: dataFolder, ...relayEnv('greenhouse', system) };
    const child = spawn(process.execPath, ['demo/receiver/relay-again.js', ...words], { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += String(text)));
    await once(child, 'close');
    return { code: child.exitCode, output };
  }

  it('rest after the last try, and go out once somebody asks for it', async () => {
    await start({ RELAY_TRIES: '2' });
    system.disturb(busy, busy);
    const id = await apply(receiver, await fullForm('greenhouse'));
    expect(await untilRelay(receiver, id, 'exhausted')).to.include({ tries: 2, words: 'Status 503. Down' });
    expect((await again()).output.trim()).to.equal(`${id} exhausted`);
    expect((await relayOf(receiver, id))?.status).to.equal('exhausted');
    expect((await again('--all')).output).to.include(`${id} exhausted, will be sent again`);
    await untilRelay(receiver, id, 'sent');
    expect(system.stored).to.have.length(1);
    expect((await again()).output).to.include('Nothing rests');
  });

  it('stand above all applications, whatever page they are on, until they have gone out', async () => {
    await start();
    const list = async (query = ''): Promise<string> => (await fetch(`${receiver.origin}/applications${query}`)).text();
    expect(await list()).not.to.include('data-resting');
    const id = await apply(receiver, await fullForm('greenhouse', { last_name: 'banned' }));
    await untilRelay(receiver, id, 'refused');
    for (const query of ['', '?before=1']) {
      expect(await list(query))
        .to.include(`data-resting="${id}"`)
        .and.to.include('Last name is not welcome');
    }
  });

  it('are not passed on any more once a later version has come', async () => {
    await start();
    const version = async (changed: object, keys: Record<string, string>): Promise<string> => {
      const form = await fullForm('greenhouse', { ...changed });
      for (const [name, key] of Object.entries(keys)) form.append(name, key);
      return apply(receiver, form);
    };
    const refused = await version({ last_name: 'banned' }, { _idempotency_key: 'first' });
    await untilRelay(receiver, refused, 'refused');
    system.disturb({ ...busy, headers: { 'Retry-After': '3600' } });
    const waiting = await version({}, { _idempotency_key: 'second', _previous_key: 'first' });
    await until(async () => (await relayOf(receiver, waiting))?.words !== undefined);
    expect([(await relayOf(receiver, refused))?.status, (await relayOf(receiver, waiting))?.status]).to.deep.equal([
      'replaced',
      'waiting',
    ]);
    const last = await version({ first_name: 'Ada' }, { _idempotency_key: 'third', _previous_key: 'second' });
    expect(await relayOf(receiver, waiting)).to.include({ status: 'replaced', words: `By ${last}.` });
    await receiver.stop();
    await start();
    await untilRelay(receiver, last, 'sent');
    expect(system.stored).to.have.length(1);
    expect((await again()).output).to.include('Nothing rests');
  });

  it('say what the system could not use of those that were', async () => {
    await start();
    const id = await apply(receiver, await fullForm('greenhouse', { location: { text: 'Leeds' } }));
    expect((await untilRelay(receiver, id, 'sent')).words).to.equal(
      'Not usable there as it was written: location (no coordinates).',
    );
  });

  it('go out at the next start, if the receiver is not running', async () => {
    await start();
    const id = await apply(receiver, await fullForm('greenhouse', { last_name: 'banned' }));
    await untilRelay(receiver, id, 'refused');
    await receiver.stop();
    await again(id);
    system.disturb({ status: 200, body: { success: 'Candidate saved successfully' } });
    await start();
    await untilRelay(receiver, id, 'sent');
  });

  it('may have arrived where the receiver was killed meanwhile, and go out by their id alone', async () => {
    await start();
    system.disturb('store and hang');
    const id = await apply(receiver, await fullForm('greenhouse'));
    await until(() => system.stored.length === 1);
    await receiver.kill();
    await start();
    expect((await relayOf(receiver, id))?.status).to.equal('unknown');
    expect((await again('--all')).output.trim()).to.equal(`${id} unknown`);
    const next = await apply(receiver, await fullForm('greenhouse'));
    await untilRelay(receiver, next, 'sent');
    expect(system.applications()).to.have.length(2);
    await again(id);
    await untilRelay(receiver, id, 'sent');
  });

  it('outlast a kill while they wait, and go out once', async () => {
    await start({ RELAY_RETRY_MS: '3000' });
    system.disturb(busy);
    const id = await apply(receiver, await fullForm('greenhouse'));
    await until(async () => (await relayOf(receiver, id))?.tries === 1);
    await receiver.kill();
    await start();
    expect((await stored(receiver)).map((each) => each.id)).to.deep.equal([id]);
    expect(await untilRelay(receiver, id, 'sent')).to.include({ tries: 2 });
    expect(system.stored).to.have.length(1);
  });

  it('are not found under an id that does not rest', async () => {
    await start();
    const { code, output } = await again('0f4c7a52-6a3e-4a0e-9a53-5d6f0f2f1c11');
    expect(code).to.equal(1);
    expect(output).to.include('Nothing rests under: 0f4c7a52');
  });
});

describe('the key of the relay', () => {
  it('stands in no log, page, answer or database, whatever the system says', async () => {
    for (const name of ['greenhouse', 'lever', 'ashby'] as const) {
      const system = await startSystem(name);
      const dataFolder = await temporaryFolder();
      // The system refuses this key, and repeats it.
      const key = `wrong-${system.key}`;
      const receiver = await startRelay(name, { url: system.url, key }, { dataFolder, env: { RELAY_TRIES: '1' } });
      try {
        const echo = { status: 401, body: { error: `The key ${key} (${btoa(`${key}:`)}) is not known.` } };
        system.disturb(echo, 'hang up');
        const shown = [];
        if (name !== 'ashby') {
          for (const end of ['exhausted', 'unknown']) {
            const id = await apply(receiver, await fullForm(name));
            shown.push(JSON.stringify(await untilRelay(receiver, id, end)));
          }
          expect(shown[0]).to.include('(the key)');
        } else {
          shown.push(await (await fetch(`${receiver.origin}/jobs/9d1f0c1e-0000-4000-8000-0000000000a1.json`)).text());
        }
        shown.push(await (await fetch(`${receiver.origin}/applications`)).text(), receiver.output());
        for (const file of await readdir(dataFolder)) {
          if (/\.db/.test(file)) shown.push(await readFile(join(dataFolder, file), 'latin1'));
        }
        for (const text of shown)
          expect(text)
            .not.to.include(key)
            .and.not.to.include(btoa(`${key}:`));
      } finally {
        await receiver.stop();
        await system.close();
        await rm(dataFolder, { recursive: true });
      }
    }
  });

  it('is asked for, and not repeated, where the settings are wrong', async () => {
    const secret = 'a secret with spaces';
    for (const env of [
      { RELAY: 'greenhouse', RELAY_BOARD: 'wetherfield', RELAY_KEY: '' },
      { RELAY: 'greenhouse', RELAY_BOARD: 'wetherfield', RELAY_KEY: secret },
      { RELAY: 'lever', RELAY_KEY: '12345678', RELAY_BOARD: '../x' },
      { RELAY: 'lever', RELAY_KEY: '12345678', RELAY_BOARD: 'x', RELAY_URL: 'http://example.org' },
      { RELAY: 'workable', RELAY_KEY: '12345678' },
    ]) {
      const { code, output } = await failToStart(env);
      expect(code).to.equal(1);
      expect(output).to.match(/^RELAY/);
      expect(output).not.to.include(secret).and.not.to.include('12345678');
    }
  });
});

describe('the rate limit of Lever', () => {
  it('is never reached', async () => {
    const system = await startSystem('lever');
    const receiver = await startRelay('lever', system);
    try {
      const ids = [];
      for (let count = 0; count < 5; count += 1) ids.push(await apply(receiver, await fullForm('lever')));
      for (const id of ids) expect((await untilRelay(receiver, id, 'sent')).tries).to.equal(1);
      const times = system.applications().map(({ at }) => at);
      expect(times).to.have.length(5);
      for (const [index, at] of times.slice(2).entries()) expect(at - (times[index] ?? 0)).to.be.above(1000);
    } finally {
      await receiver.stop();
      await system.close();
    }
  });
});
