import { expect } from 'chai';
import { recognise } from '../../src/adapters/recognise.js';
import * as schemaOrg from '../../src/adapters/schema-org.js';
import graph from '../../demo/postings/systems/schema-org-graph.json' with { type: 'json' };
import job from '../../demo/postings/systems/schema-org-job.json' with { type: 'json' };
import list from '../../demo/postings/systems/schema-org-list.json' with { type: 'json' };
import { adapt } from './support.js';

describe('a JobPosting of schema.org', () => {
  it('is recognised alone, in a graph and in a list, and understood', () => {
    for (const json of [job, graph, list]) {
      expect(recognise(json)).to.equal('schema-org');
      expect(adapt(schemaOrg, json).coverage).to.deep.equal([]);
    }
  });

  it('tells what the job is about, and has no form', () => {
    const { posting } = adapt(schemaOrg, job);
    expect(posting).to.deep.include({
      id: 'WI-91',
      title: 'Microscopist',
      company: {
        name: 'Wetherfield Instruments',
        url: 'https://www.example.org/',
        logo: 'https://www.example.org/logo.svg',
      },
      employmentType: 'FULL_TIME',
      locations: [
        { name: 'Leeds, West Yorkshire, GB', city: 'Leeds', region: 'West Yorkshire', country: 'GB' },
        { name: 'Boulder, US', city: 'Boulder', country: 'US' },
      ],
      compensation: [{ min: 36000, max: 41000, currency: 'GBP', interval: 'year' }],
      publishedAt: '2026-11-01',
      closesAt: '2027-01-15T00:00',
    });
    expect(posting.form).to.equal(undefined);
  });

  it('is read in its shorter forms, too', () => {
    expect(adapt(schemaOrg, graph).posting).to.deep.include({
      company: { name: 'Wetherfield Instruments' },
      workplace: 'remote',
      locations: [{ name: 'Ireland' }],
      compensation: [{ min: 21.5, max: 21.5, currency: 'EUR', interval: 'hour' }],
      description: { html: '<p>Listen to fans, from anywhere. The made-up company pays.</p>' },
    });
    expect(adapt(schemaOrg, list).posting.locations).to.deep.equal([{ name: 'Leeds, UK', city: 'Leeds, UK' }]);
  });

  it('is an error for the page’s author where there is none', () => {
    expect(() => adapt(schemaOrg, { '@type': 'Event' })).to.throw('no schema.org JobPosting');
  });
});
