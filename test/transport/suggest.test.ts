import { expect } from '@open-wc/testing';
import { fetchSuggestions, suggestUrl } from '../../src/transport/suggest.js';
import { endpoint, json, otherEndpoint, page, type Behaviour } from './fault-client.js';

const leeds = { text: 'Leeds, UK', latitude: 53.8, longitude: -1.55 };

function ask(behaviour: Behaviour, signal = new AbortController().signal): Promise<readonly unknown[]> {
  return fetchSuggestions(endpoint(behaviour).url, signal);
}

describe('suggestions for a place', () => {
  it('are asked for with the text in the place of {query}, encoded', () => {
    expect(suggestUrl('https://example.org/?q={query}&n=5', 'Zoë & Söhne/?#')).to.equal(
      'https://example.org/?q=Zo%C3%AB%20%26%20S%C3%B6hne%2F%3F%23&n=5',
    );
    expect(suggestUrl('/p/{query}', '$&')).to.equal('/p/%24%26');
  });

  it('are the places that the endpoint gives', async () => {
    expect(await ask(json([leeds, { ...leeds, more: 1 }]))).to.deep.equal([leeds, leeds]);
  });

  it('come without credentials and, from another origin, without a preflight', async () => {
    const { url, recorded } = await otherEndpoint(json([leeds]));
    expect(await fetchSuggestions(url, new AbortController().signal)).to.deep.equal([leeds]);
    const requests = await recorded();
    expect(requests.map(({ method }) => method)).to.deep.equal(['GET']);
    expect(requests[0]!.headers).to.not.have.property('cookie');
  });

  it('pass over what is no place, one by one', async () => {
    const odd = [null, 7, { text: '' }, { ...leeds, latitude: 91 }, { ...leeds, longitude: '1' }, { text: 'Nowhere' }];
    expect(await ask(json([...odd, leeds]))).to.deep.equal([leeds]);
  });

  it('are none where the endpoint fails, answers something else, or is given up', async () => {
    const failures = [json([leeds], 500), page(), json({ places: [leeds] }), { fault: 'reset' } as const];
    for (const behaviour of failures) expect(await ask(behaviour)).to.deep.equal([]);
    expect(await ask(json([leeds]), AbortSignal.abort())).to.deep.equal([]);
    expect(await ask(json([{ ...leeds, text: 'x'.repeat(200_000) }]))).to.deep.equal([]);
  });
});
