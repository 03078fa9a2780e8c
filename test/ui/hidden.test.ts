import { expect } from '@open-wc/testing';
import { draw, postingJson } from './support/element.js';

const fields = [
  { name: 'page', type: 'hidden', from: 'page' },
  { name: 'referrer', type: 'hidden', from: 'referrer' },
  { name: 'source', type: 'hidden', from: 'query:gh_src' },
  { name: 'campaign', type: 'hidden', from: 'query:utm_campaign' },
];

const answersNow = async (): Promise<Record<string, unknown>> => ({ ...(await draw(postingJson(fields))).answers });

describe('hidden fields', () => {
  const path = location.href;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    sessionStorage.clear();
    history.replaceState(null, '', path);
  });

  it('take their values from the first page of the visit, and what it lacks from the query of this one', async () => {
    history.replaceState(null, '', '/landing?gh_src=fair?1&a=b#top');
    const landing = location.href.split('#')[0];
    await draw(postingJson());
    history.replaceState(null, '', '/apply?gh_src=later&utm_campaign=autumn');
    const answers = await answersNow();
    expect(answers).to.include({ page: landing, source: 'fair?1', campaign: 'autumn' });
  });

  it('take where the first page was linked from', async () => {
    sessionStorage.setItem('job-application:first-page', 'https://jobs.example.org/\nhttps://www.example.com/');
    expect(await answersNow()).to.deep.equal({
      page: 'https://jobs.example.org/',
      referrer: 'https://www.example.com/',
    });
  });

  it('remember a page whose posting is closed', async () => {
    history.replaceState(null, '', '/closed?gh_src=fair');
    await draw(postingJson([], { status: 'closed' }));
    history.replaceState(null, '', '/apply');
    expect(await answersNow()).to.include({ source: 'fair' });
  });

  it('take them from this page where storage is refused', async () => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    try {
      history.replaceState(null, '', '/apply?gh_src=now');
      expect(await answersNow()).to.include({ page: location.href, source: 'now' });
    } finally {
      Storage.prototype.getItem = getItem;
    }
  });

  it('keep no answer beside the address', async () => {
    history.replaceState(null, '', '/apply');
    await answersNow();
    const kept = Object.entries({ ...sessionStorage }).filter(([key]) => key.endsWith('first-page'));
    expect(kept).to.deep.equal([['job-application:first-page', `${location.href}\n${document.referrer}`]]);
  });
});
