import { expect } from '@open-wc/testing';
import { drawPosting, facts, german, part, readerOf } from './draw-posting.js';

const salary = { label: 'Annual salary', min: 230000, max: 515000, currency: 'GBP', interval: 'year' };

describe('the facts of a posting', () => {
  it('stand in a list of terms', async () => {
    const host = await drawPosting({
      locations: [{ name: 'London, UK' }],
      workplace: 'hybrid',
      employmentType: 'FULL_TIME',
      department: 'Optics',
      compensation: [{ ...salary, note: 'Before tax' }],
      closesAt: '2027-01-31',
      publishedAt: '2026-11-01',
    });
    expect(part(host, 'facts')?.localName).to.equal('dl');
    expect(facts(host)).to.deep.equal({
      Location: ['London, UK'],
      Workplace: ['Hybrid'],
      'Employment type': ['Full-time'],
      Department: ['Optics'],
      'Annual salary': ['£230,000 – £515,000 per year', 'Before tax'],
      'Apply by': ['31 January 2027'],
      Published: ['1 November 2026'],
    });
  });

  it('stand in the words and numbers of the reader', async () => {
    const host = await drawPosting(
      {
        locations: [{ city: 'München', country: 'DE' }],
        workplace: 'remote',
        compensation: [{ ...salary, label: { en: 'Annual salary', de: 'Jahresgehalt' }, currency: 'EUR' }],
        closesAt: '2027-01-31',
      },
      readerOf(german),
    );
    const { Jahresgehalt: pay, ...others } = facts(host);
    expect(pay?.[0]).to.match(/^230\.000[^\d]+515\.000 € /);
    expect(Object.values(others).flat()).to.include.members(['München, Deutschland', '31. Januar 2027']);
  });

  it('name every location', async () => {
    const host = await drawPosting({
      locations: [
        { name: 'London' },
        { city: 'Leeds', region: 'Yorkshire', country: 'GB' },
        { country: 'no such' },
        {},
      ],
    });
    expect(facts(host)).to.deep.equal({ Locations: ['London', 'Leeds, Yorkshire, United Kingdom', 'no such'] });
  });

  it('keep words that only the author knows, and mark their language', async () => {
    const host = await drawPosting({ locale: 'fr', workplace: 'dans le train' });
    expect(facts(host)).to.deep.equal({ Workplace: ['dans le train'] });
    expect(part(host, 'facts')?.querySelector('dd [lang=fr]')).not.to.equal(null);
  });

  it('give a deadline by the clock with its time zone', async () => {
    const host = await drawPosting({ closesAt: '2027-01-31T23:59:00Z' });
    expect(facts(host)['Apply by']?.[0]).to.match(/2027.*\d:59.*[A-Z]/);
    expect(part(host, 'facts')?.querySelector('time')?.dateTime).to.equal('2027-01-31T23:59:00Z');
  });

  const pays: [title: string, compensation: object, text: string[]][] = [
    ['a least', { min: 40000, currency: 'GBP' }, ['From £40,000']],
    ['a most', { max: 18.5, currency: 'GBP', interval: 'hour' }, ['Up to £18.50 per hour']],
    ['one amount', { min: 500, max: 500, currency: 'USD', interval: 'once' }, ['US$500, paid once']],
    ['a note alone', { note: 'By agreement' }, ['By agreement']],
  ];
  for (const [title, compensation, text] of pays) {
    it(`say ${title} of pay`, async () => {
      expect(facts(await drawPosting({ compensation: [compensation] }))).to.deep.equal({ Salary: text });
    });
  }

  it('are not there when nothing is known', async () => {
    expect(part(await drawPosting({ compensation: [{ label: 'Salary' }] }), 'facts')).to.equal(null);
  });

  it('leave the pay to the description that has a place for it', async () => {
    const host = await drawPosting({
      compensation: [salary],
      description: [{ heading: 'Pay', text: 'As follows.' }, 'compensation', { heading: 'Then', html: '<p>More.</p>' }],
    });
    expect(part(host, 'facts')).to.equal(null);
    const description = [...part(host, 'description')!.children].map(({ localName }) => localName);
    expect(description).to.deep.equal(['h3', 'div', 'dl', 'h3', 'div']);
    expect(facts(host, 'compensation')).to.have.property('Annual salary');
  });
});
