import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../../src/index.js';
import { draw, postingJson, type Json } from '../support/element.js';
import { waitUntil } from '../support/wait-until.js';

const scripts = (): HTMLScriptElement[] => [
  ...document.head.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'),
];
const said = (): Json[] => scripts().map(({ text }) => JSON.parse(text) as Json);

async function drawn(more: Json = {}, attributes: Record<string, string> = {}): Promise<JobApplication> {
  return draw(postingJson(undefined, more), { 'json-ld': '', ...attributes });
}

async function untilSaid(...titles: string[]): Promise<void> {
  await waitUntil(
    () => JSON.stringify(said().map(({ title }) => title)) === JSON.stringify(titles),
    `never ${titles.join()}`,
  );
}

describe('json-ld', () => {
  it('keeps the posting in the head of the page, and takes it away with the element', async () => {
    const element = await drawn({ publishedAt: '2026-11-02' });
    await untilSaid('Optician');
    expect(said()[0]).to.deep.include({ '@type': 'JobPosting', datePosted: '2026-11-02', directApply: true });
    const home = element.parentElement;
    element.remove();
    expect(scripts()).to.deep.equal([]);
    home?.append(element);
    await untilSaid('Optician');
  });

  it('is off unless it is asked for, and goes when it no longer is', async () => {
    const element = await draw();
    expect(scripts()).to.deep.equal([]);
    element.jsonLd = true;
    await untilSaid('Optician');
    element.jsonLd = false;
    await element.updateComplete;
    expect(scripts()).to.deep.equal([]);
  });

  it('follows the posting, in the language that is drawn', async () => {
    const element = await drawn({ title: { en: 'Optician', de: 'Optiker:in' } });
    await untilSaid('Optician');
    element.lang = 'de';
    await untilSaid('Optiker:in');
    element.posting = postingJson(undefined, { title: 'Grinder' });
    await untilSaid('Grinder');
    element.posting = postingJson(undefined, { title: 'Grinder', status: 'closed' });
    await untilSaid();
  });

  for (const [what, more] of Object.entries({
    'a closed job': { status: 'closed' },
    'the pool': { status: 'pool' },
    'a deadline that has passed': { closesAt: '2020-01-01' },
  })) {
    it(`says nothing of ${what}`, async () => {
      await drawn(more);
      // Another one that is open has its say in the meantime.
      await drawn({ id: 'other', title: 'Other' });
      await untilSaid('Other');
    });
  }

  it('is there once, though two elements show the job', async () => {
    await drawn();
    await untilSaid('Optician');
    await drawn({}, { show: 'form' });
    await drawn({ id: 'other', title: 'Other' });
    await untilSaid('Optician', 'Other');
  });

  it('leaves it to the page where that says it already', async () => {
    const own = document.createElement('script');
    own.type = 'application/ld+json';
    own.text = JSON.stringify({ '@type': 'JobPosting', title: 'Optician', identifier: { value: 'optician' } });
    document.head.append(own);
    try {
      await drawn();
      await drawn({ id: 'other', title: 'Other' });
      await untilSaid('Optician', 'Other');
      expect(scripts()[0]).to.equal(own);
    } finally {
      own.remove();
    }
  });

  it('ends at no word of the posting, and is JSON all the same', async () => {
    await drawn({ description: '</script><script>alert(1)</script><!-- &lt;' });
    await untilSaid('Optician');
    expect(scripts()[0]?.text).not.to.include('<');
    expect(said()[0]?.['description']).to.equal('</script><script>alert(1)</script><!-- &lt;');
  });

  it('has absolute addresses, and none that is no web address', async () => {
    await drawn({ links: { self: '/jobs/1' }, company: { name: 'W', url: 'javascript:alert(1)' } });
    await untilSaid('Optician');
    expect(said()[0]).to.deep.include({
      url: new URL('/jobs/1', location.href).href,
      hiringOrganization: { '@type': 'Organization', name: 'W' },
    });
  });

  it('does not promise that one applies here where only the posting is shown', async () => {
    await drawn({}, { show: 'posting', 'apply-href': 'https://example.org/apply' });
    await untilSaid('Optician');
    expect(said()[0]?.['directApply']).to.equal(false);
  });

  it('has Markdown as HTML', async () => {
    await drawn({ description: { markdown: '*Grind*' } });
    await untilSaid('Optician');
    expect(said()[0]?.['description']).to.equal('<p><em>Grind</em></p>');
  });
});
