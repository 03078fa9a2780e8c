import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { JobApplicationErrorEvent, JobApplicationLoadEvent } from '../../src/index.js';
import ashby from '../../demo/postings/systems/ashby-posting-info.json' with { type: 'json' };
import greenhouse from '../../demo/postings/systems/greenhouse-job.json' with { type: 'json' };
import lever from '../../demo/postings/systems/lever-apply-form.json' with { type: 'json' };
import recruitee from '../../demo/postings/systems/recruitee-offer.json' with { type: 'json' };
import smartrecruiters from '../../demo/postings/systems/smartrecruiters-posting.json' with { type: 'json' };
import leverPosting from '../../demo/postings/systems/lever-posting.json' with { type: 'json' };
import workable from '../../demo/postings/systems/workable-application-form.json' with { type: 'json' };
import { draw, reported } from './support/element.js';

const systems = { ashby, greenhouse, lever, recruitee, smartrecruiters, workable };

describe('JSON of an applicant tracking system', () => {
  for (const [system, json] of Object.entries(systems)) {
    it(`is recognised and drawn: ${system}`, async () => {
      const element = await draw(json);
      expect(element.state).to.equal('ready');
      const controls = element.renderRoot.querySelectorAll('form [part~=field] :is(input, select, textarea, button)');
      expect(controls.length).to.be.above(2);
    });
  }

  it('is read as what the attribute says, and what is not is refused', async () => {
    await reported('error', async () => {
      const element = document.createElement('job-application');
      element.format = 'schema-org';
      element.posting = { title: 'Ours', form: { sections: [] } };
      const failed = oneEvent(
        element,
        'job-application-error',
      ) as Promise<unknown> as Promise<JobApplicationErrorEvent>;
      (await fixture<HTMLElement>(html`<main></main>`)).append(element);
      expect((await failed).error).to.have.property('name', 'AdapterError');
    });
  });

  it('tells in the load event what was not understood', async () => {
    const element = document.createElement('job-application');
    element.posting = { ...greenhouse, unheard_of: 1 };
    const loaded = oneEvent(element, 'job-application-load') as Promise<unknown> as Promise<JobApplicationLoadEvent>;
    (await fixture<HTMLElement>(html`<main></main>`)).append(element);
    expect((await loaded).coverage.join()).to.include('unheard_of');
  });

  it('asks in the words of the page where the system has none', async () => {
    const element = await draw(leverPosting, { lang: 'de' });
    expect(element.renderRoot.textContent).to.include('Derzeitiges Unternehmen');
  });
});
