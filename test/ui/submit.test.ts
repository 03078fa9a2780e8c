import { expect, oneEvent } from '@open-wc/testing';
import type { Application, JobApplication, JobApplicationFailedEvent, JobApplicationInvalidEvent, JobApplicationSentEvent, JobApplicationSubmitEvent } from '../../src/index.js';
import {
  control,
  draw,
  email,
  focused,
  json,
  messages,
  note,
  part,
  postingJson,
  reported,
  respond,
  summary,
  type,
  untilState,
  words,
} from './support/element.js';

const filled = async (attributes: Record<string, string> = {}, posting = postingJson()): Promise<JobApplication> => {
  const element = await draw(posting, attributes);
  type(control(element, 'E-mail'), 'a@b.co');
  return element;
};

describe('submit()', () => {
  it('is "invalid" where something is wrong, and nothing is sent', async () => {
    const element = await draw();
    let asked = 0;
    element.addEventListener('job-application-submit', () => (asked += 1));
    expect(await element.submit()).to.deep.equal({ status: 'invalid' });
    expect(asked).to.equal(0);
    expect(element.state).to.equal('invalid');
  });

  it('is "sent" with the receipt once the endpoint has confirmed', async () => {
    const element = await filled();
    respond(element, () => json({ id: 'A-7', message: 'Thank you', href: 'https://example.org/a/7', secret: 'x' }));
    const { status, receipt } = await element.submit();
    expect(status).to.equal('sent');
    expect(receipt).to.deep.include({
      id: 'A-7',
      message: 'Thank you',
      href: 'https://example.org/a/7',
      posting: { id: 'optician', title: 'Optician' },
      answers: [{ name: 'email', label: 'E-mail', text: 'a@b.co' }],
    });
    expect(receipt).to.not.have.property('secret');
    expect(new Date(receipt?.sentAt ?? '').getTime()).to.be.closeTo(Date.now(), 10_000);
  });

  it('gives the same receipt again where it is sent already', async () => {
    const element = await filled();
    let asked = 0;
    respond(element, () => json({ id: String((asked += 1)) }));
    const first = await element.submit();
    expect(await element.submit()).to.deep.equal(first);
    expect(asked).to.equal(1);
  });

  it('is "busy" while one is under way', async () => {
    const element = await filled();
    let answer: (response: Response) => void = () => undefined;
    const answered = new Promise<Response>((resolve) => (answer = resolve));
    respond(element, () => answered);
    const first = element.submit();
    expect(await element.submit()).to.deep.equal({ status: 'busy' });
    expect(element.state).to.equal('sending');
    control(element, 'Submit application Sending your application…').click();
    answer(json({}));
    expect((await first).status).to.equal('sent');
  });

  it('is "cancelled" where the page says no, and everything stays as it was', async () => {
    const element = await filled();
    element.addEventListener('job-application-submit', (event) => event.preventDefault());
    expect(await element.submit()).to.deep.equal({ status: 'cancelled' });
    expect(element.state).to.equal('ready');
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
  });

  it('is "failed" and tells the author where it is not known where to send', async () => {
    const element = await filled();
    element.action = undefined;
    const lines = await reported('error', async () => {
      const { status, failure } = await element.submit();
      expect(status).to.equal('failed');
      expect(failure).to.deep.include({ fate: 'not-stored' });
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('action');
  });

  for (const action of ['http://other.example/apply', 'javascript:alert(1)', 'ftp://example.org/', 'http://[']) {
    it(`does not send to ${action}`, async () => {
      const element = await filled({ action });
      await reported('error', async () => expect((await element.submit()).status).to.equal('failed'));
    });
  }
});

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

describe('the facts that follow', () => {
  it('are job-application-sent, with the receipt', async () => {
    const element = await filled();
    respond(element, () => json({ id: '7' }));
    const event = oneEvent<JobApplicationSentEvent>(element, 'job-application-sent');
    void element.submit();
    const { receipt, bubbles, composed, cancelable } = await event;
    expect(receipt.id).to.equal('7');
    expect({ bubbles, composed, cancelable }).to.deep.equal({ bubbles: true, composed: true, cancelable: false });
  });

  it('are job-application-failed with the fate and without the endpoint’s words', async () => {
    const element = await filled();
    respond(element, () => json({ detail: 'a@b.co is known to us' }, 403));
    const event = oneEvent<JobApplicationFailedEvent>(element, 'job-application-failed');
    void element.submit();
    const { failure } = await event;
    expect(failure).to.deep.include({ fate: 'not-stored', status: 403 });
    expect(JSON.stringify(failure)).to.not.contain('a@b.co');
  });

  it('are job-application-invalid, without the endpoint’s own words', async () => {
    const element = await filled();
    respond(element, () => json({ errors: { email: 'a@b.co is known to us' } }, 422));
    const event = oneEvent<JobApplicationInvalidEvent>(element, 'job-application-invalid');
    void element.submit();
    expect((await event).issues).to.deep.equal([{ field: 'email', code: 'server', params: {} }]);
    expect(messages(element)[0]).to.contain('a@b.co is known to us');
  });

  it('are one at a time: nothing else is told', async () => {
    const element = await filled();
    const told: string[] = [];
    for (const name of ['load', 'invalid', 'submit', 'sent', 'failed', 'error']) {
      element.addEventListener(`job-application-${name}`, () => told.push(name));
    }
    respond(element, () => json({}));
    await element.submit();
    expect(told).to.deep.equal(['submit', 'sent']);
  });
});

describe('what the endpoint finds wrong', () => {
  it('stands at the field and in the summary, until the field changes', async () => {
    const element = await filled();
    respond(element, () => json({ errors: { email: 'We know this one', nobody: 'And this' } }, 422));
    await element.submit();
    expect(element.issues.map(({ field, code }) => [field, code])).to.deep.equal([
      ['email', 'server'],
      ['', 'server'],
    ]);
    expect(summary(element)).to.have.length(2);
    expect(messages(element)).to.have.length(1);
    expect(focused(element)).to.equal(part(element, 'error-summary'));
    type(control(element, 'E-mail'), 'c@d.co');
    expect(messages(element)).to.deep.equal([]);
  });

  it('does not keep the application from being sent again', async () => {
    const element = await filled();
    const answers = [json({ errors: { email: 'Not yet' } }, 422), json({})];
    respond(element, () => answers.shift() ?? json({}));
    expect((await element.submit()).status).to.equal('invalid');
    expect((await element.submit()).status).to.equal('sent');
  });
});

describe('after it was sent', () => {
  it('the receipt has the focus and the form is gone', async () => {
    const element = await filled({}, postingJson([email, { ...note, sensitive: true }]));
    type(control(element, 'Note'), 'a secret');
    respond(element, () => json({ message: '<b>Thank</b> you' }));
    await element.submit();
    await untilState(element, 'sent');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(focused(element)).to.equal(part(element, 'receipt'));
    expect(part(element, 'form')).to.equal(null);
    expect(words(part(element, 'receipt')))
      .to.contain('<b>Thank</b> you')
      .and.to.not.contain('a secret');
  });
});

function once(element: JobApplication): Promise<JobApplicationSubmitEvent> {
  return oneEvent(element, 'job-application-submit');
}
