import { expect } from '@open-wc/testing';
import { send } from '../../src/transport/send.js';
import { endpoint, otherEndpoint, redirect } from './fault-client.js';

const request = { method: 'POST', headers: {}, credentials: 'same-origin' } as const;

/** In a file, and so in a page, of its own: a policy can't be taken back. */
describe("under a Content-Security-Policy that keeps the page's requests at home", () => {
  let errors: string[] = [];
  const { error } = console;

  before(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = `connect-src 'self' ${location.origin.replace('http', 'ws')}`;
    document.head.append(policy);
  });

  beforeEach(() => {
    errors = [];
    console.error = (...words: unknown[]) => errors.push(words.join(' '));
  });

  afterEach(() => {
    console.error = error;
  });

  const ways = { 'sent without a preflight': {}, 'sent with a header': { 'X-Site': 'careers' } };
  for (const [way, headers] of Object.entries(ways)) {
    it(`an application ${way} is not stored, and the page's author is told why`, async () => {
      // The address of the other origin is asked of our own, so that much is allowed.
      const target = await otherEndpoint();
      const attempt = await send({ ...request, url: target.url, body: new FormData(), headers });
      expect(attempt).to.deep.equal({ status: 'unanswered', failure: { fate: 'not-stored', reason: 'blocked' } });
      expect(errors.join()).to.include(target.url.origin).and.include('connect-src');
      expect(await target.recorded()).to.deep.equal([]);
    });
  }

  it('an application that arrived and was then sent elsewhere is not called blocked: its fate is unknown', async () => {
    const { url: elsewhere } = await otherEndpoint();
    const target = endpoint(redirect(elsewhere));
    const attempt = await send({ ...request, url: target.url, body: new FormData() });
    expect(attempt).to.deep.equal({ status: 'unanswered', failure: { fate: 'unknown', reason: 'network' } });
    expect((await target.recorded()).filter(({ method }) => method === 'POST')).to.have.length(1);
  });
});
