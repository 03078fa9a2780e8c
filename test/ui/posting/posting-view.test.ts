import { expect } from '@open-wc/testing';
import { drawPosting, german, part, readerOf, words } from './draw-posting.js';

const full = {
  notice: '<p>We are not hiring now, but we read <a href="https://example.org/how">every application</a>.</p>',
  company: { name: 'Wetherfield Instruments', url: 'https://careers.example.org/', logo: '/logo.svg' },
  locations: [{ name: 'London, UK' }],
  workplace: 'hybrid',
  compensation: [
    { label: 'Annual salary', min: 52000, max: 68000, currency: 'GBP', interval: 'year', note: 'Before tax' },
  ],
  closesAt: '2027-01-31',
  description: [
    { heading: 'The work', html: '<p>Lenses<a id="b" href="#n">*</a>.</p><h2>Each day</h2><ul><li>Grind</li></ul>' },
    'compensation',
    { markdown: 'And *more*.' },
    { html: '<table><tr><th>Site</th><td>London</td></tr></table><p id="n">Of glass. <a href="#b">Back</a></p>' },
  ],
  links: { allJobs: '/jobs', privacyPolicy: '/privacy' },
};

describe('postingView', () => {
  it('draws the parts that a page may style', async () => {
    const host = await drawPosting(full);
    for (const name of ['posting', 'notice', 'company', 'title', 'description', 'apply', 'all-jobs']) {
      expect(part(host, name), name).not.to.equal(null);
    }
    expect(part(host, 'posting')?.localName).to.equal('article');
  });

  it('numbers its headings from the level that the page gives', async () => {
    const host = await drawPosting(full, { headingLevel: 3 });
    const headings = [...host.shadowRoot!.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    expect(headings.map((heading) => `${heading.localName} ${words(heading)}`)).to.deep.equal([
      'h3 Optics Engineer',
      'h4 The work',
      'h5 Each day',
    ]);
  });

  it('asks a screen reader for nothing that is unfair', async () => {
    await expect(await drawPosting(full)).to.be.accessible();
  });

  it('is legible in a dark page', async () => {
    const host = await drawPosting(full);
    host.setAttribute('style', 'color-scheme: dark; background: #101214');
    await expect(host).to.be.accessible();
  });

  it('is no wider than a phone', async () => {
    const host = await drawPosting({
      ...full,
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      description: `<p>https://example.org/${'a'.repeat(200)}</p><table><tr>${'<td>measurement</td>'.repeat(12)}</tr></table>`,
    });
    host.setAttribute('style', 'inline-size: 320px');
    expect(host.scrollWidth).to.be.at.most(320);
  });

  it('has targets that a thumb can hit', async () => {
    const host = await drawPosting(full);
    for (const name of ['apply', 'all-jobs']) {
      expect(part(host, name)!.getBoundingClientRect().height, name).to.be.at.least(44);
    }
  });

  it('calls back when Apply leads to the form here', async () => {
    const events: Event[] = [];
    const host = await drawPosting({}, { onApply: (event) => (event.preventDefault(), events.push(event)) });
    part(host, 'apply')!.click();
    expect(events).to.have.length(1);
  });

  it('leads to where the page says when the form is elsewhere', async () => {
    const host = await drawPosting({}, { showForm: false, applyHref: '/apply?job=1' });
    expect((part(host, 'apply') as HTMLAnchorElement).href).to.equal(new URL('/apply?job=1', document.baseURI).href);
  });

  it('offers no Apply that would lead nowhere', async () => {
    expect(part(await drawPosting({}, { showForm: false }), 'apply')).to.equal(null);
    expect(part(await drawPosting({}, { showForm: false, applyHref: 'javascript:alert(1)' }), 'apply')).to.equal(null);
  });

  it('leaves out links of the posting that are not safe to follow', async () => {
    const host = await drawPosting({
      company: { name: 'Wetherfield Instruments', url: 'javascript:alert(1)' },
      links: { allJobs: 'javascript:alert(1)', privacyPolicy: 'data:text/html,a' },
    });
    expect(host.shadowRoot!.querySelectorAll('a:not([part=apply])')).to.have.length(0);
    expect(words(part(host, 'company'))).to.equal('Wetherfield Instruments');
  });

  it('loads a logo from a trusted origin alone, and keeps its place', async () => {
    const logo = part(await drawPosting(full), 'logo') as HTMLImageElement;
    expect([logo.src, logo.alt, logo.width, logo.height]).to.deep.equal([
      'https://careers.example.org/logo.svg',
      '',
      48,
      48,
    ]);
    const elsewhere = await drawPosting({ company: { name: 'Wetherfield', logo: 'https://tracker.example/1.gif' } });
    expect(part(elsewhere, 'logo')).to.equal(null);
  });

  it('says that a job is closed, and offers no Apply', async () => {
    const host = await drawPosting({ status: 'closed' }, { closing: 'closed' });
    expect(words(part(host, 'closing'))).to.equal('This job is closed Applications are no longer accepted.');
    expect(part(host, 'apply')).to.equal(null);
  });

  it('says that the deadline has passed, and lets a form begun in time be finished', async () => {
    const late = await drawPosting({}, { closing: 'past-deadline', showForm: false, applyHref: '/apply' });
    expect(words(part(late, 'closing')))
      .to.contain('deadline has passed')
      .and.contain('no longer accepted');
    expect(part(late, 'apply')).to.equal(null);

    const begun = await drawPosting({}, { closing: 'past-deadline', showForm: true });
    expect(words(part(begun, 'closing')))
      .to.contain('deadline has passed')
      .and.contain('still finish');
    expect(part(begun, 'apply')).not.to.equal(null);
  });

  it('explains a pool where the author does not', async () => {
    expect(words(part(await drawPosting({ status: 'pool' }), 'notice'))).to.contain('no opening');
    expect(words(part(await drawPosting({ status: 'pool', notice: 'Later.' }), 'notice'))).to.equal('Later.');
  });

  it('speaks the language of the reader, and marks the words that are in another', async () => {
    const host = await drawPosting({ ...full, locale: 'en' }, readerOf(german));
    expect(words(part(host, 'all-jobs'))).not.to.equal('View all jobs');
    expect(part(host, 'title')!.querySelector('span')!.lang).to.equal('en');
  });
});
