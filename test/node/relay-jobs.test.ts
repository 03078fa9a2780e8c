import { expect } from 'chai';
import { jobIdOf, startRelay, startSystem } from '../support/relay.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import type { StandIn } from '../support/systems/stand-in.js';

for (const name of ['greenhouse', 'lever', 'ashby'] as const) {
  describe(`/jobs/ID.json for ${name}`, () => {
    let system: StandIn;
    let receiver: RunningReceiver;
    let address: string;

    before(async () => {
      system = await startSystem(name);
      receiver = await startRelay(name, system, { env: { RELAY_CACHE_SECONDS: '600' } });
      address = `${receiver.origin}/jobs/${jobIdOf(name)}.json`;
    });

    after(async () => {
      await receiver.stop();
      await system.close();
    });

    it('serves the job to pages of any origin, and asks the system once', async () => {
      const answers = await Promise.all(
        [1, 2, 3].map(() => fetch(address, { headers: { Origin: 'https://a.example' } })),
      );
      for (const response of answers) {
        expect(response.status).to.equal(200);
        expect(response.headers.get('access-control-allow-origin')).to.equal('*');
        expect(response.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
        expect(response.headers.get('cache-control')).to.include('max-age=600').and.include('stale-if-error');
        expect(await response.text()).to.match(/Calibration Engineer|Spectrometer Builder|Software Engineer/);
      }
      expect(system.asked).to.have.length(1);
    });

    it('says that nothing has changed', async () => {
      const etag = (await fetch(address)).headers.get('etag') ?? '';
      expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).to.equal(304);
    });

    it('is not there for other jobs, nor for what is no id', async () => {
      const strange = name === 'greenhouse' ? '99' : '00000000-0000-4000-8000-000000000000';
      for (const job of [strange, 'x', '..%2f1', '1%3fx']) {
        expect((await fetch(`${receiver.origin}/jobs/${job}.json`)).status, job).to.equal(404);
      }
    });

    it('is only to be read', async () => {
      expect((await fetch(address, { method: 'POST' })).status).to.equal(405);
    });
  });
}

describe('/jobs/ID.json', () => {
  it('is a gateway’s error where the system does not answer', async () => {
    const receiver = await startRelay('lever', { url: 'http://127.0.0.1:9', key: 'some-key-0' });
    const response = await fetch(`${receiver.origin}/jobs/${jobIdOf('lever')}.json`);
    expect(response.status).to.equal(502);
    expect(response.headers.get('content-type')).to.equal('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).to.equal('*');
    await receiver.stop();
  });

  it('is not there without a system', async () => {
    const receiver = await startReceiver({ postings: {} });
    expect((await fetch(`${receiver.origin}/jobs/7.json`)).status).to.equal(404);
    await receiver.stop();
  });
});
