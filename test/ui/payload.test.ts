import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { JobApplication, JobApplicationErrorEvent, JobApplicationLoadEvent } from '../../src/index.js';
import { endpoint, json as answer, partsIn, type Endpoint } from '../transport/fault-client.js';
import { control, draw, json, messages, postingJson, reported, respond, type, type Json } from './support/element.js';

const accepted = answer({ success: 'Candidate saved successfully' });

/** A job of Greenhouse with these questions. */
const job = (...questions: readonly Json[]): Json => ({
  id: 127817,
  title: 'Grinder',
  absolute_url: 'https://boards.example.org/127817',
  location: { name: 'Leeds' },
  questions,
});
const name = { label: 'First Name', required: true, fields: [{ name: 'first_name', type: 'input_text' }] };
const tools = {
  label: 'Tools',
  required: false,
  fields: [
    {
      name: 'question_1[]',
      type: 'multi_value_multi_select',
      values: [
        { label: 'Lathe', value: 0 },
        { label: 'Mill', value: 219219079002 },
      ],
    },
  ],
};

async function filled(posting: unknown, attributes: Record<string, string> = {}): Promise<JobApplication> {
  const element = await draw(posting, attributes);
  type(control(element, 'First Name'), 'Ada');
  return element;
}

async function sentBy(element: JobApplication, { recorded }: Endpoint) {
  await element.submit();
  const [request] = await recorded();
  if (!request) throw new Error('Nothing was sent.');
  return request;
}

describe('the attribute payload', () => {
  it("is by default the system's that the posting came from", async () => {
    const to = endpoint(accepted);
    const element = await filled(job(name, tools), { action: to.url.href });
    control(element, 'Lathe').click();
    const parts = partsIn(await sentBy(element, to)).map(({ name, content }) => [name, content]);
    expect(parts.filter(([name]) => name !== '_idempotency_key')).to.deep.equal([
      ['id', '127817'],
      ['first_name', 'Ada'],
      ['question_1[]', '0'],
    ]);
    expect(element.state).to.equal('sent');
  });

  it('plain names the parts as everywhere, for an endpoint that passes them on', async () => {
    const to = endpoint(answer({ id: 'A-1' }));
    const element = await filled(job(name, tools), { action: to.url.href, payload: 'plain' });
    control(element, 'Mill').click();
    const parts = partsIn(await sentBy(element, to)).map(({ name, content }) => [name, content]);
    expect(parts).to.deep.include.members([
      ['_posting', '127817'],
      ['first_name', 'Ada'],
      ['question_1', '219219079002'],
    ]);
  });

  it('may name a system for a posting of ours, in JSON, too', async () => {
    const to = endpoint(accepted);
    const field = { name: 'first_name', type: 'text', label: 'First Name' };
    const element = await filled(postingJson([field]), {
      action: to.url.href,
      payload: 'greenhouse',
      enctype: 'application/json',
      idempotency: 'off',
    });
    expect(JSON.parse((await sentBy(element, to)).body)).to.deep.equal({ first_name: 'Ada' });
  });

  it('is reported where it is none, and the default holds', async () => {
    const element = await draw(job(name));
    const lines = await reported('error', () => element.setAttribute('payload', 'schema-org'));
    expect(lines.join()).to.match(/payload="schema-org".*"plain", "greenhouse"/);
    expect(element.payload).to.equal(undefined);
  });

  it("reads the system's own answer at the field that it speaks of", async () => {
    const element = await filled(job(name), {
      action: endpoint(answer({ error: 'Failed to save person', reason: 'Validation failed: First name is too long' }))
        .url.href,
    });
    expect(await element.submit()).to.deep.equal({ status: 'invalid' });
    expect(messages(element).join()).to.include('First name is too long');
  });

  it("reads it in the page's own response as well", async () => {
    const element = await filled(job(name));
    respond(element, () => json({ error: 'Failed to save person', reason: 'Job application not live' }));
    const { status, failure } = await element.submit();
    expect(status).to.equal('failed');
    expect(failure?.message).to.equal('Job application not live');
  });
});

describe('a list of jobs', () => {
  const list = [job(name), { ...job(name), id: 2, title: 'Polisher' }];

  async function load(src: string): Promise<JobApplication> {
    const element = document.createElement('job-application');
    element.src = src;
    (await fixture<HTMLElement>(html`<main></main>`)).append(element);
    return element;
  }

  it('shows the one whose id stands behind "#" in src', async () => {
    const element = await load(`${endpoint(answer({ jobs: list })).url.href}#2`);
    const { posting } = (await oneEvent(element, 'job-application-load')) as unknown as JobApplicationLoadEvent;
    expect(posting.title).to.equal('Polisher');
  });

  it('is refused where it does not say which, and the ids are told', async () => {
    await reported('error', async () => {
      const element = await load(endpoint(answer({ jobs: list })).url.href);
      const { error } = (await oneEvent(element, 'job-application-error')) as unknown as JobApplicationErrorEvent;
      expect(error.message).to.match(/a list of 2 jobs.*"#".*127817, 2\./);
    });
  });

  it('takes from the key x-adapter what the page says of it, and tells what it does not know', async () => {
    const travel = { label: 'Do you travel?', required: false, fields: [{ name: 'q1', type: 'boolean' }] };
    const where = { label: 'If yes, where to?', required: false, fields: [{ name: 'q2', type: 'input_text' }] };
    const element = document.createElement('job-application');
    element.posting = {
      jobs: [list[0], { ...job(name, travel, where), id: 3 }],
      'x-adapter': { job: 3, conditions: true, colour: 'red' },
    };
    const loaded = oneEvent(element, 'job-application-load') as Promise<unknown> as Promise<JobApplicationLoadEvent>;
    (await fixture<HTMLElement>(html`<main></main>`)).append(element);
    const { posting, coverage } = await loaded;
    expect(posting.form?.sections[0]?.fields.find(({ name }) => name === 'q2')?.showIf).to.deep.equal({
      '==': [{ var: 'q1' }, true],
    });
    expect(coverage.join()).to.include('/x-adapter/colour');
  });
});
