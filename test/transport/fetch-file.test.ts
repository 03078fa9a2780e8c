import { expect } from '@open-wc/testing';
import { fetchFile, type FetchedFile } from '../../src/transport/fetch-file.js';
import { endpoint, json, otherEndpoint, page, type Behaviour } from './fault-client.js';

function get(behaviour: Behaviour, more: Partial<Parameters<typeof fetchFile>[0]> = {}): Promise<FetchedFile> {
  return fetchFile({
    url: endpoint(behaviour).url.href,
    name: 'cv.txt',
    maxBytes: 1000,
    isGivenUp: () => false,
    ...more,
  });
}

describe('a file that is fetched', () => {
  it('has the bytes, the name, and the type that the response says', async () => {
    const result = await get(json({ a: 'ü' }));
    const { file } = result as Extract<FetchedFile, { status: 'fetched' }>;
    expect(await file.text()).to.equal('{"a":"ü"}');
    expect([file.name, file.type]).to.deep.equal(['cv.txt', 'application/json']);
  });

  it('has the type that is known beforehand', async () => {
    const result = await get(json({}), { type: 'text/plain' });
    expect(result.status === 'fetched' && result.file.type).to.equal('text/plain');
  });

  it('is too large past the limit, and is not past the last byte of it', async () => {
    expect((await get(json('x'.repeat(998)))).status).to.equal('fetched');
    expect(await get(json('x'.repeat(999)))).to.deep.equal({ status: 'too-large' });
  });

  it('does not arrive where the service fails, breaks off, or it is given up', async () => {
    for (const behaviour of [json({}, 500), page('', 404), { fault: 'reset' } as const]) {
      expect(await get(behaviour)).to.deep.equal({ status: 'failed' });
    }
    expect(await get(json({}), { isGivenUp: () => true })).to.deep.equal({ status: 'failed' });
  });

  it('comes from https or the page itself alone', async () => {
    const { url } = await otherEndpoint(json({}));
    const others = [url.href, 'data:text/plain,x', 'blob:null/x', 'nowhere', 'javascript:1'];
    for (const other of others) expect(await get(json({}), { url: other })).to.deep.equal({ status: 'failed' });
  });
});
