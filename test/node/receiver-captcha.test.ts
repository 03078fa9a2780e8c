import { expect } from 'chai';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { applicationForm, send, sendJson, stored, answered, weaver } from '../support/received.js';

describe('receiver: proof of work', () => {
  let receiver: RunningReceiver;

  before(async () => {
    receiver = await startReceiver({ postings: { weaver }, env: { CAPTCHA: 'altcha', CAPTCHA_SECRET: 'loom' } });
  });

  after(() => receiver.stop());

  const challenge = async (): Promise<Challenge> => {
    const response = await fetch(`${receiver.origin}/captcha`);
    expect(response.headers.get('cache-control')).to.equal('no-store');
    return (await response.json()) as Challenge;
  };
  const proofOf = async (work: Challenge): Promise<string> =>
    btoa(JSON.stringify({ challenge: work, solution: await solveChallenge({ challenge: work, deriveKey }) }));
  const sendWith = (token: string, ...more: [string, string][]) =>
    send(receiver, applicationForm([...more, ['altcha', token]]));
  const refusal = async (response: Response): Promise<string> => {
    const { type, detail } = (await response.json()) as { type: string; detail: string };
    expect([response.status, type]).to.deep.equal([403, '/problems/captcha']);
    return detail;
  };

  it('lets an application in, multipart or JSON', async () => {
    expect((await sendWith(await proofOf(await challenge()))).status).to.equal(201);
    const captcha = { name: 'altcha', token: await proofOf(await challenge()) };
    expect((await sendJson(receiver, { posting: 'weaver', answers: answered, captcha })).status).to.equal(201);
    expect((await stored(receiver)).flatMap(({ unknown }) => unknown)).to.deep.equal([]);
  });

  it('is asked for where there is none', async () => {
    expect(await refusal(await send(receiver, applicationForm([])))).to.contain('altcha');
    const captcha = { name: 'h-captcha-response', token: 'x' };
    expect(await refusal(await sendJson(receiver, { posting: 'weaver', answers: answered, captcha }))).to.contain(
      'altcha',
    );
  });

  it('is good for one application', async () => {
    const token = await proofOf(await challenge());
    expect((await sendWith(token)).status).to.equal(201);
    expect(await refusal(await sendWith(token))).to.contain('used before');
  });

  it('is good for one of two that come at once', async () => {
    const token = await proofOf(await challenge());
    const both = await Promise.all([sendWith(token), sendWith(token)]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 403]);
  });

  it('is not looked at again for an application that is stored already', async () => {
    const token = await proofOf(await challenge());
    const first = await sendWith(token, ['_idempotency_key', 'key-1']);
    const again = await sendWith(token, ['_idempotency_key', 'key-1']);
    expect([first.status, again.status]).to.deep.equal([201, 201]);
    expect(await again.json()).to.deep.equal(await first.json());
  });

  it('is kept for an application that comes back mended', async () => {
    const token = await proofOf(await challenge());
    const blank = new FormData();
    blank.append('_posting', 'weaver');
    blank.append('altcha', token);
    expect((await send(receiver, blank)).status).to.equal(422);
    expect((await sendWith(token)).status).to.equal(201);
  });

  it('is refused when it is forged, changed, of another secret, or no proof at all', async () => {
    const work = await challenge();
    const changed = { ...work, parameters: { ...work.parameters, keyPrefix: '00', cost: 1 } };
    const unsolved = btoa(JSON.stringify({ challenge: work, solution: { counter: 0, derivedKey: '00', time: 1 } }));
    for (const token of [await proofOf(changed), unsolved, 'x', '', btoa('null'), btoa('{"challenge":7}')]) {
      expect(await refusal(await sendWith(token)), token).to.be.a('string');
    }
  });

  it('is not asked for unless the environment says so', async () => {
    const open = await startReceiver({ postings: { weaver } });
    expect((await send(open, applicationForm([]))).status).to.equal(201);
    expect(await refusal(await send(open, applicationForm([['altcha', 'x']])))).to.contain('wrong');
    await open.stop();
  });
});
