import { expect } from '@open-wc/testing';
import type { Payload, SystemReply, WireFormat } from '../../src/form/payload.js';
import type { Outcome } from '../../src/form/submission.js';
import { readResponse } from '../../src/transport/submit.js';
import { endpoint, json, page, partsIn } from './fault-client.js';
import { application, plan, resume, submitTo } from './sample.js';

const accepted = json({ id: 'A-1' }, 201);

/** A system that takes whatever is given here. */
function writing(payload: Payload): { readonly wireFormat: () => Promise<WireFormat> } {
  return { wireFormat: () => Promise.resolve({ toPayload: () => payload }) };
}

/** A system that answers so; it takes one part. */
function answering(said: SystemReply | undefined): { readonly wireFormat: () => Promise<WireFormat> } {
  const payload: Payload = { enctype: 'multipart/form-data', parts: [{ name: 'a', value: 'b' }], unresolved: [] };
  return { wireFormat: () => Promise.resolve({ toPayload: () => payload, readReply: () => said }) };
}

async function reported(act: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => lines.push(words.map(String).join(' '));
  try {
    await act();
  } finally {
    console.error = error;
  }
  return lines;
}

describe('an application to another system', () => {
  it('has the parts that are written for it, in their order, and no others', async () => {
    const { url, recorded } = endpoint(accepted);
    const parts = [
      { name: 'candidate[name]', value: 'Ada' },
      { name: 'skills[]', value: '1' },
      { name: 'candidate[cv]', value: resume },
    ];
    await submitTo(url, writing({ enctype: 'multipart/form-data', parts, unresolved: [] }));
    const [request] = await recorded();
    expect(request && partsIn(request).map(({ name }) => name)).to.deep.equal([
      'candidate[name]',
      'skills[]',
      'candidate[cv]',
    ]);
  });

  it('that takes JSON alone is JSON, whatever was asked for, with the bytes of files in their place', async () => {
    const { url, recorded } = endpoint(accepted);
    const body = { candidate: { resume: { name: 'cv.pdf', data: resume }, school: 219219079002 }, sourced: false };
    await submitTo(url, {
      ...writing({ enctype: 'application/json', body, unresolved: [] }),
      enctype: 'multipart/form-data',
    });
    const [request] = await recorded();
    expect(request?.headers['content-type']).to.equal('application/json');
    expect(JSON.parse(request?.body ?? '')).to.deep.equal({
      candidate: { resume: { name: 'cv.pdf', data: 'JVBERi0xLjcNCgDDvw==' }, school: 219219079002 },
      sourced: false,
    });
  });

  it('that lacks a file does not leave, and the author is told which', async () => {
    const { url, recorded } = endpoint(accepted);
    const payload: Payload = {
      enctype: 'application/json',
      body: {},
      unresolved: [{ field: 'résumé', needs: 'upload' }],
    };
    let outcome: Outcome | undefined;
    const lines = await reported(async () => (outcome = await submitTo(url, writing(payload))));
    expect(outcome).to.deep.equal({ status: 'failed', failure: { fate: 'not-stored', reason: 'page' } });
    expect(lines.join()).to.include('"résumé"');
    expect(await recorded()).to.deep.equal([]);
  });

  it('with a place or a school still to be looked up leaves as it was written, and the author is told', async () => {
    const payload: Payload = {
      enctype: 'application/json',
      body: { location: 'Leeds' },
      unresolved: [
        { field: 'location', needs: 'coordinates' },
        { field: 'educations[0][school_name_id]', needs: 'id' },
      ],
    };
    const { url, recorded } = endpoint(accepted);
    const lines = await reported(() => submitTo(url, writing(payload)));
    expect(await recorded()).to.have.length(1);
    expect(lines.map((line) => /"(.+?)"/.exec(line)?.[1])).to.deep.equal(['location', 'educations[0][school_name_id]']);
  });

  it('whose code cannot be loaded is not sent, and can be tried again', async () => {
    const { url, recorded } = endpoint(accepted);
    let outcome: Outcome | undefined;
    await reported(async () => {
      outcome = await submitTo(url, { wireFormat: () => Promise.reject(new TypeError('Failed to fetch')) });
    });
    expect(outcome).to.deep.equal({ status: 'failed', failure: { fate: 'not-stored', reason: 'page' } });
    expect(await recorded()).to.deep.equal([]);
  });
});

describe("a system's answer", () => {
  it('counts before the general ones: a no with the status 200', async () => {
    const said: SystemReply = { status: 'failed', message: 'Job not live', issues: [] };
    expect(await submitTo(endpoint(json({ anything: 1 })).url, answering(said))).to.deep.equal({
      status: 'failed',
      failure: { fate: 'not-stored', reason: 'refused', status: 200, message: 'Job not live' },
    });
  });

  it('gives the id that it has it under', async () => {
    const said: SystemReply = { status: 'sent', id: '77', issues: [] };
    expect(await submitTo(endpoint(json({ applicationId: 77, message: 'Thanks' })).url, answering(said))).to.deep.equal(
      { status: 'sent', confirmation: { id: '77', message: 'Thanks' } },
    );
  });

  it('puts its words at the fields that they are about; what is about none is about the form', async () => {
    const issues = [
      { field: 'skills[]', message: 'Too few' },
      { field: 'salary', message: 'Unheard of' },
    ];
    const outcome = await submitTo(
      endpoint(json({ error: 'No' }, 422)).url,
      answering({ status: 'invalid', message: 'No', issues }),
    );
    expect(outcome).to.deep.equal({
      status: 'invalid',
      issues: [
        { field: 'skills', code: 'server', params: {}, message: 'Too few' },
        { field: '', code: 'server', params: {}, message: 'Unheard of' },
      ],
    });
  });

  it('that says nothing of its own is read as any other', async () => {
    expect(await submitTo(endpoint(accepted).url, answering(undefined))).to.deep.equal({
      status: 'sent',
      confirmation: { id: 'A-1' },
    });
  });

  it('is never taken for a yes with a status that says no, nor a web page for an answer', async () => {
    const yes: SystemReply = { status: 'sent', id: '1', issues: [] };
    for (const [behaviour, status] of [
      [json({ id: 1 }, 500), 'unconfirmed'],
      [json({ id: 1 }, 403), 'failed'],
      [page(), 'unconfirmed'],
    ] as const) {
      expect(await submitTo(endpoint(behaviour).url, answering(yes))).to.have.property('status', status);
    }
  });

  it('leaves the time to wait to be read as everywhere', async () => {
    const no: SystemReply = { status: 'failed', message: 'Slow down', issues: [] };
    const { url } = endpoint(json({ ok: false, error: 'Slow down' }, 429, { 'Retry-After': '7' }));
    expect(await submitTo(url, answering(no))).to.deep.equal({
      status: 'failed',
      failure: { fate: 'not-stored', reason: 'busy', status: 429, retryAfter: 7, message: 'Slow down' },
    });
  });

  it("is read in the page's own response, too", async () => {
    const said: SystemReply = { status: 'failed', message: 'Job not live', issues: [] };
    const outcome = await readResponse(Response.json({ reason: 'Job not live' }), {
      plan,
      application: application(),
      url: undefined,
      successHtml: false,
      ...answering(said),
    });
    expect(outcome).to.have.nested.property('failure.message', 'Job not live');
  });
});
