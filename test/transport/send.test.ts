import { expect } from '@open-wc/testing';
import type { Progress } from '../../src/form/submission.js';
import { send, type SendOptions } from '../../src/transport/send.js';
import type { SendRequest } from '../../src/transport/request.js';
import { endpoint, json, otherEndpoint, partsIn, type Endpoint } from './fault-client.js';

const quick = { stallMs: 300, answerMs: 300 };

function form(file: BlobPart = 'file'): FormData {
  const body = new FormData();
  body.append('email', 'ada@example.org');
  body.append('résumé', new File([file], 'cv.pdf', { type: 'application/pdf' }));
  return body;
}

function sendTo(
  { url }: Endpoint,
  request: Partial<SendRequest> = {},
  options: SendOptions = {},
): ReturnType<typeof send> {
  return send({ url, method: 'POST', body: form(), headers: {}, credentials: 'same-origin', ...request }, options);
}

/** Both ways that a request can go. */
const origins: [title: string, make: (...given: Parameters<typeof endpoint>) => Endpoint | Promise<Endpoint>][] = [
  ["the page's own origin", endpoint],
  ['another origin', otherEndpoint],
];

describe('send', () => {
  for (const [origin, make] of origins) {
    describe(`to ${origin}`, () => {
      it('sends the body whole, asks for JSON, and gives the reply', async () => {
        const target = await make(json({ id: '1' }, 201));
        const attempt = await sendTo(target);
        expect(attempt).to.deep.equal({
          status: 'answered',
          reply: {
            status: 201,
            url: target.url.href,
            isRedirected: false,
            contentType: 'application/json',
            retryAfter: undefined,
            text: '{"id":"1"}',
          },
        });
        const [request, ...others] = await target.recorded();
        expect(others).to.deep.equal([]);
        expect(request?.method).to.equal('POST');
        expect(request?.headers).to.include({ accept: 'application/json' });
        expect(request && partsIn(request)).to.deep.equal([
          { name: 'email', content: 'ada@example.org' },
          { name: 'rÃ©sumÃ©', fileName: 'cv.pdf', type: 'application/pdf', content: 'file' },
        ]);
      });

      it('does not know the fate after a reset connection', async () => {
        expect(await sendTo(await make({ fault: 'reset' }))).to.deep.equal(unanswered('network'));
      });

      it('gives the status of an answer that breaks off, without a text', async () => {
        const attempt = await sendTo(await make({ ...json({ id: 1 }), fault: 'break-off' }));
        expect(attempt).to.have.nested.property('reply.status', 200);
        expect(attempt).to.have.nested.property('reply.text', undefined);
      });

      it('does not read an answer that is far too large', async () => {
        const attempt = await sendTo(await make({ bodyBytes: 5_000_000 }));
        expect(attempt).to.have.nested.property('reply.status', 200);
        expect(attempt).to.have.nested.property('reply.text', undefined);
      });

      it('gives up when no answer comes', async () => {
        expect(await sendTo(await make({ fault: 'hang' }), {}, { times: quick })).to.deep.equal(unanswered('timeout'));
      });

      it('gives up on an answer that never ends', async () => {
        const attempt = await sendTo(await make({ ...json({}), fault: 'trickle' }), {}, { times: quick });
        expect(attempt).to.have.nested.property('reply.text', undefined);
      });

      it('stops when told to, and then does not know the fate', async () => {
        const target = await make({ fault: 'hang' });
        const controller = new AbortController();
        const attempt = sendTo(target, {}, { signal: controller.signal });
        while ((await target.recorded()).length === 0);
        controller.abort();
        expect(await attempt).to.deep.equal(unanswered('stopped'));
      });

      it('sends nothing where it was stopped before', async () => {
        const target = await make();
        expect(await sendTo(target, {}, { signal: AbortSignal.abort() })).to.deep.equal(
          unanswered('stopped', 'not-stored'),
        );
        expect(await target.recorded()).to.deep.equal([]);
      });

      it('sends nothing while there is no connection', async () => {
        const target = await make();
        Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
        try {
          expect(await sendTo(target)).to.deep.equal(unanswered('offline', 'not-stored'));
        } finally {
          Reflect.deleteProperty(navigator, 'onLine');
        }
        expect(await target.recorded()).to.deep.equal([]);
      });

      it('sends JSON as JSON, with PUT and headers where asked', async () => {
        const target = await make();
        await sendTo(target, { method: 'PUT', body: '{"a":"é"}', headers: { 'X-Site': 'careers' } });
        const [request] = (await target.recorded()).filter(({ method }) => method !== 'OPTIONS');
        expect(request).to.include({ method: 'PUT', body: '{"a":"Ã©"}' });
        expect(request?.headers).to.include({
          'x-site': 'careers',
          'content-type': 'application/json',
          accept: 'application/json',
        });
      });
    });
  }

  it('reads Retry-After in seconds, and as a date by the clock of the server', async () => {
    const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
    for (const [retryAfter, seconds] of [
      ['120', 120],
      ['Sun, 22 Nov 2026 10:01:30 GMT', 90],
      ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
      ['soon', undefined],
      ['Fri, 31 Dec 9999 23:59:59 GMT', 31_536_000],
      ['9'.repeat(400), 31_536_000],
    ] as const) {
      const attempt = await sendTo(endpoint({ status: 503, headers: { 'Retry-After': retryAfter, Date: date } }));
      expect(attempt, retryAfter).to.have.nested.property('reply.retryAfter', seconds);
    }
  });

  it("tells how far the body is, up to its end, on the page's own origin", async () => {
    const seen: Progress[] = [];
    await sendTo(
      endpoint(),
      { body: form(new Uint8Array(5_000_000)) },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(seen.at(-1)?.totalBytes).to.be.greaterThan(5_000_000);
    expect(seen.at(-1)?.sentBytes).to.equal(seen.at(-1)?.totalBytes);
    expect(seen.map(({ sentBytes }) => sentBytes)).to.deep.equal(
      seen.map(({ sentBytes }) => sentBytes).sort((a, b) => a - b),
    );
  });

  it('gives up on a body when no byte moves any more', async () => {
    const body = form(new Uint8Array(30_000_000));
    const attempt = await sendTo(endpoint({ fault: 'deaf' }), { body }, { times: { stallMs: 300, answerMs: 60_000 } });
    expect(attempt).to.deep.equal(unanswered('timeout'));
  });

  it('asks another origin no preflight for multipart, not even with somebody watching', async () => {
    const target = await otherEndpoint({ refusesPreflight: true });
    const attempt = await sendTo(target, {}, { onProgress: () => undefined });
    expect(attempt).to.have.property('status', 'answered');
    expect((await target.recorded()).map(({ method }) => method)).to.deep.equal(['POST']);
  });

  it('does not know the fate where another origin hides its answer, although it has the application', async () => {
    const target = await otherEndpoint({ isClosedToOthers: true });
    expect(await sendTo(target)).to.deep.equal(unanswered('network'));
    expect(await target.recorded()).to.have.length(1);
  });

  it('tells another origin no more of the page than its origin', async () => {
    const target = await otherEndpoint();
    await sendTo(target);
    expect((await target.recorded())[0]?.headers).to.include({
      referer: `${location.origin}/`,
      origin: location.origin,
    });
  });

  it('sends cookies as the credentials say', async () => {
    document.cookie = 'visitor=1; path=/fault/';
    try {
      const target = endpoint();
      for (const credentials of ['omit', 'same-origin', 'include'] as const) await sendTo(target, { credentials });
      expect(
        (await target.recorded()).map(({ headers }) => headers['cookie']?.includes('visitor=1') ?? false),
      ).to.deep.equal([false, true, true]);
    } finally {
      document.cookie = 'visitor=; path=/fault/; max-age=0';
    }
  });
});

function unanswered(reason: string, fate = 'unknown'): object {
  return { status: 'unanswered', failure: { fate, reason } };
}
