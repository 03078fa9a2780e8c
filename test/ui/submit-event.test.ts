import { expect, oneEvent } from '@open-wc/testing';
import type { Application, JobApplication, JobApplicationSubmitEvent } from '../../src/index.js';
import { control, draw, json, postingJson, reported, respond, type, untilState } from './support/element.js';

const filled = async (attributes: Record<string, string> = {}, posting = postingJson()): Promise<JobApplication> => {
  const element = await draw(posting, attributes);
  type(control(element, 'E-mail'), 'a@b.co');
  return element;
};

describe('the question job-application-submit', () => {
  it('carries the application', async () => {
    const element = await filled();
    const event = once(element);
    void element.submit();
    const { application } = await event;
    expect({ ...application.answers }).to.deep.equal({ email: 'a@b.co' });
    expect(application).to.deep.include({ posting: 'optician', locale: 'en', consents: [] });
    expect(application.hints.honeypot).to.equal('');
    expect(application.hints.elapsedMs).to.be.within(0, 60_000);
  });

  it('bubbles, crosses shadow roots and can be cancelled', async () => {
    const element = await filled();
    const event = once(element);
    void element.submit();
    expect(await event).to.include({ bubbles: true, composed: true, cancelable: true });
  });

  it('needs no address to send to where the page answers it', async () => {
    const element = await filled();
    element.action = undefined;
    respond(element, () => json({ id: '7' }));
    expect((await element.submit()).receipt?.id).to.equal('7');
  });

  it('takes one answer, at once', async () => {
    const element = await filled();
    const event = once(element);
    void element.submit();
    const late = await event;
    expect(() => late.respondWith(Promise.resolve(json({})))).to.throw(TypeError);
    element.addEventListener('job-application-submit', (again) => {
      again.respondWith(Promise.resolve(json({})));
      expect(() => again.respondWith(Promise.resolve(json({})))).to.throw(TypeError);
    });
    await untilState(element, 'unconfirmed').catch(() => untilState(element, 'failed'));
    await element.submit();
    expect(element.state).to.equal('sent');
  });

  for (const [what, answer, state] of [
    ['200 without a body', () => new Response(null, { status: 204 }), 'sent'],
    ['a "no" in the body', () => json({ success: false }), 'failed'],
    ['a web page', () => new Response('<p>Hello', { headers: { 'Content-Type': 'text/html' } }), 'unconfirmed'],
    ['404', () => json({}, 404), 'failed'],
    ['500', () => json({}, 500), 'unconfirmed'],
    ['field errors', () => json({ errors: { email: 'Taken' } }, 422), 'invalid'],
    ['a rejection', () => Promise.reject(new Error('no network')), 'unconfirmed'],
    ['something that is no response', () => ({ ok: true }) as Response, 'unconfirmed'],
  ] as const) {
    it(`answered with ${what} leads to ${state}`, async () => {
      const element = await filled();
      respond(element, answer);
      await reported('error', async () => expect((await element.submit()).status).to.equal(state));
      expect(element.state).to.equal(state);
      expect(element.matches(`:state(${state})`)).to.equal(true);
    });
  }

  it('keeps everything where it came to nothing, and can be asked again with the same key', async () => {
    const element = await filled();
    const keys: (string | undefined)[] = [];
    element.addEventListener('job-application-submit', ({ application }) => keys.push(application.idempotencyKey));
    let answer: Response = json({}, 500);
    respond(element, () => answer);
    await element.submit();
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
    answer = json({});
    control(element, 'Try again').click();
    await untilState(element, 'sent');
    expect(keys[0]).to.be.a('string').and.equal(keys[1]);
  });

  it('has a new key and the one before it once the answers of an unknown attempt were changed', async () => {
    const element = await filled();
    const sent: Application[] = [];
    element.addEventListener('job-application-submit', ({ application }) => sent.push(application));
    respond(element, () => json({}, 500));
    await element.submit();
    type(control(element, 'Note'), 'x');
    await element.submit();
    expect(sent[1]?.idempotencyKey).to.be.a('string').and.not.equal(sent[0]?.idempotencyKey);
    expect(sent[1]?.previousKey).to.equal(sent[0]?.idempotencyKey);
  });

  it('has no key where that is off', async () => {
    const element = await filled({ idempotency: 'off' });
    const event = once(element);
    void element.submit();
    expect((await event).application.idempotencyKey).to.equal(undefined);
  });
});

function once(element: JobApplication): Promise<JobApplicationSubmitEvent> {
  return oneEvent(element, 'job-application-submit');
}
