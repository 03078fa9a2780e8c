import { expect } from '@open-wc/testing';
import { LoadError } from '../../src/posting/errors.js';
import { loadPosting, type LoadOptions } from '../../src/transport/load.js';
import { endpoint, json, otherEndpoint, page, redirect } from './fault-client.js';

async function failure(url: string | URL, options?: LoadOptions): Promise<LoadError> {
  const error: unknown = await loadPosting(url, options).then(
    () => 'it loaded',
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(LoadError);
  return error as LoadError;
}

describe('loadPosting', () => {
  it('gives the JSON, asks for JSON, and follows redirects', async () => {
    const { url, recorded } = endpoint({ ...json({ title: 'Maker' }), body: '\ufeff{"title":"Maker"}' });
    expect(await loadPosting(url)).to.deep.equal({ title: 'Maker' });
    expect((await recorded())[0]?.headers).to.include({ accept: 'application/json' });
    expect(await loadPosting(endpoint(redirect(url)).url.href)).to.deep.equal({ title: 'Maker' });
  });

  it('asks another origin without a preflight', async () => {
    const { url, recorded } = await otherEndpoint(json({}));
    expect(await loadPosting(url)).to.deep.equal({});
    expect((await recorded()).map(({ method }) => method)).to.deep.equal(['GET']);
  });

  it('says which status came instead', async () => {
    const { url } = endpoint({ status: 404 });
    const error = await failure(url);
    expect(error).to.include({ name: 'LoadError', status: 404 });
    expect(error.message).to.include(url.href).and.include('404');
  });

  it('says that a web page is not JSON', async () => {
    const error = await failure(endpoint(page()).url);
    expect(error.message).to.include('not JSON').and.include('text/html');
  });

  it('says what to look at when nothing can be fetched', async () => {
    const closed = await otherEndpoint({ ...json({}), isClosedToOthers: true });
    expect((await failure(closed.url)).message)
      .to.include('Access-Control-Allow-Origin')
      .and.include('connect-src');
    expect((await failure('http://')).message).to.include('could not be fetched');
    expect((await failure(endpoint({ ...json({}), fault: 'break-off' }).url)).message).to.include(
      'could not be fetched',
    );
  });

  it('gives up when it takes too long, also in the middle', async () => {
    expect((await failure(endpoint({ fault: 'hang' }).url, { timeoutMs: 100 })).message).to.include('0.1 seconds');
    expect((await failure(endpoint({ fault: 'trickle' }).url, { timeoutMs: 100 })).message).to.include('0.1 seconds');
  });

  it('stops reading past 2 MB', async () => {
    expect((await failure(endpoint({ bodyBytes: 2_100_000 }).url)).message).to.include('larger than 2 MB');
    expect((await failure(endpoint({ bodyBytes: 1_900_000 }).url)).message).to.include('not JSON');
  });

  it('ends with the reason of its signal when it is aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('The element left the page');
    const loading = loadPosting(endpoint({ fault: 'hang' }).url, { signal: controller.signal });
    controller.abort(reason);
    expect(await loading.catch((error: unknown) => error)).to.equal(reason);
  });
});
