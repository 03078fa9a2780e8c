import { expect } from 'chai';
import * as schemaOrg from '../../src/adapters/schema-org.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import type { JobPostingOptions } from '../../src/posting/job-posting-ld.js';
import { toJobPosting } from '../../src/to-job-posting.js';
import { words } from '../adapters/words.js';

type Json = Record<string, unknown>;

const now = new Date('2026-11-22T10:00:00Z');
const posted = {
  id: 'wi-7',
  locale: 'en',
  title: { en: 'Optician', de: 'Optiker:in' },
  company: {
    name: 'Wetherfield Instruments',
    url: 'https://www.example.org/',
    logo: 'https://www.example.org/logo.png',
  },
  employmentType: 'Full time',
  locations: [{ name: 'Leeds, UK', city: 'Leeds', region: 'West Yorkshire', country: 'GB' }],
  compensation: [{ min: 31000, max: 38000, currency: 'GBP', interval: 'year' }],
  publishedAt: '2026-11-02',
  closesAt: '2027-01-31',
  description: '<p>Grind &amp; polish.</p>',
  links: { self: 'https://www.example.org/jobs/wi-7' },
  form: { sections: [] },
};

const ldOf = (changes: Json = {}, options: JobPostingOptions = {}): Json =>
  toJobPosting(parsePosting({ ...posted, ...changes }), { now, ...options }) ?? {};

describe('toJobPosting', () => {
  it('says all that Google requires and recommends', () => {
    expect(ldOf()).to.deep.equal({
      '@context': 'https://schema.org/',
      '@type': 'JobPosting',
      title: 'Optician',
      description: '<p>Grind &amp; polish.</p>',
      datePosted: '2026-11-02',
      validThrough: '2027-01-31T23:59:59-12:00',
      employmentType: 'FULL_TIME',
      hiringOrganization: {
        '@type': 'Organization',
        name: 'Wetherfield Instruments',
        sameAs: 'https://www.example.org/',
        logo: 'https://www.example.org/logo.png',
      },
      jobLocation: [
        {
          '@type': 'Place',
          name: 'Leeds, UK',
          address: {
            '@type': 'PostalAddress',
            addressLocality: 'Leeds',
            addressRegion: 'West Yorkshire',
            addressCountry: 'GB',
          },
        },
      ],
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'GBP',
        value: { '@type': 'QuantitativeValue', minValue: 31000, maxValue: 38000, unitText: 'YEAR' },
      },
      identifier: { '@type': 'PropertyValue', name: 'Wetherfield Instruments', value: 'wi-7' },
      url: 'https://www.example.org/jobs/wi-7',
      directApply: true,
    });
  });

  it('makes nothing up for what the posting does not say', () => {
    expect(toJobPosting(parsePosting({ title: 'T' }), { now })).to.deep.equal({
      '@context': 'https://schema.org/',
      '@type': 'JobPosting',
      title: 'T',
      directApply: false,
    });
  });

  it('is nothing while nobody is hired: closed, past the deadline, or for the pool', () => {
    for (const changes of [{ status: 'closed' }, { status: 'pool' }, { closesAt: '2026-11-20' }]) {
      expect(toJobPosting(parsePosting({ ...posted, ...changes }), { now })).to.equal(undefined);
    }
  });

  it('keeps a moment as it is, with its time zone', () => {
    expect(ldOf({ closesAt: '2027-01-31T18:00:00+01:00' })['validThrough']).to.equal('2027-01-31T18:00:00+01:00');
  });

  it('has a place for each location', () => {
    const locations = [{ city: 'Leeds', country: 'GB' }, { name: 'Boulder, Colorado' }, {}];
    expect(ldOf({ locations })['jobLocation']).to.deep.equal([
      { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: 'Leeds', addressCountry: 'GB' } },
      { '@type': 'Place', name: 'Boulder, Colorado', address: 'Boulder, Colorado' },
    ]);
  });

  it('of remote work says where applicants may live, once each, in place of where it is done', () => {
    const locations = [
      { name: 'Anywhere in the UK', country: 'GB' },
      { country: 'gb' },
      { region: 'Texas', country: 'US' },
      { name: 'Europe' },
    ];
    const ld = ldOf({ workplace: { de: 'Mobil', en: 'Remote' }, locations });
    expect(ld).to.deep.include({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        { '@type': 'Country', name: 'United Kingdom' },
        { '@type': 'State', name: 'Texas, United States' },
        { '@type': 'AdministrativeArea', name: 'Europe' },
      ],
    });
    expect(ld).not.to.have.property('jobLocation');
    expect(ldOf({ workplace: 'hybrid' })).to.have.property('jobLocation');
  });

  it('says one sum of money with how often it is paid, and passes over a bonus', () => {
    const compensation = [
      { label: 'Bonus', min: 2000, currency: 'GBP', interval: 'once' },
      { note: 'And a bicycle' },
      { min: '21.5', max: 21.5, currency: 'EUR', interval: 'hour' },
    ];
    expect(ldOf({ compensation })['baseSalary']).to.deep.equal({
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: { '@type': 'QuantitativeValue', value: 21.5, unitText: 'HOUR' },
    });
    expect(JSON.parse(JSON.stringify(ldOf({ compensation: [{ max: 9, currency: 'EUR' }] }))))
      .to.have.nested.property('baseSalary.value')
      .that.deep.equals({ '@type': 'QuantitativeValue', maxValue: 9 });
    expect(ldOf({ compensation: [{ min: 1 }] })).not.to.have.property('baseSalary');
  });

  it('knows the usual words for how one is employed, in any language of several; another is OTHER', () => {
    const types = {
      'part-time': 'PART_TIME',
      FULL_TIME: 'FULL_TIME',
      Contract: 'CONTRACTOR',
      temporary: 'TEMPORARY',
      intern: 'INTERN',
      Volunteer: 'VOLUNTEER',
      'per diem': 'PER_DIEM',
      Apprenticeship: 'OTHER',
    };
    for (const [said, type] of Object.entries(types)) {
      expect(ldOf({ employmentType: said })['employmentType'], said).to.equal(type);
    }
    expect(ldOf({ employmentType: { de: 'Teilzeit', en: 'Part-time' } })['employmentType']).to.equal('PART_TIME');
  });

  it('has its description as HTML, whatever it was written in', () => {
    expect(ldOf({ description: { text: 'A < B\nand\n\nC & D' } })['description']).to.equal(
      '<p>A &lt; B<br>and</p><p>C &amp; D</p>',
    );
    expect(ldOf({ description: { markdown: 'Two:\n\n- **a**\n- b' } })['description']).to.include('<strong>a</strong>');
    const parts = [{ heading: 'You & us', html: '<p>Hello</p>' }, 'compensation', { text: 'Bye' }];
    expect(ldOf({ description: parts })['description']).to.equal('<h2>You &amp; us</h2><p>Hello</p><p>Bye</p>');
  });

  it('is in the language that is asked for', () => {
    expect(ldOf({}, { locale: 'de-CH' })['title']).to.equal('Optiker:in');
  });

  it('leaves out what is no web address', () => {
    const ld = ldOf({ links: { self: '/jobs/7' }, company: { name: 'W', url: 'javascript:alert(1)', logo: 'x.png' } });
    expect(ld).not.to.have.property('url');
    expect(ld['hiringOrganization']).to.deep.equal({ '@type': 'Organization', name: 'W' });
  });

  it('does not say that one applies here where one applies elsewhere', () => {
    expect(ldOf({}, { directApply: false })['directApply']).to.equal(false);
  });

  it('is read back as the posting that it was made of', () => {
    const { posting, coverage } = schemaOrg.toPosting(ldOf(), { words });
    expect(coverage).to.deep.equal([]);
    expect(posting).to.deep.include({
      id: 'wi-7',
      title: 'Optician',
      publishedAt: '2026-11-02',
      compensation: [{ min: 31000, max: 38000, currency: 'GBP', interval: 'year' }],
      locations: posted.locations,
    });
  });
});
