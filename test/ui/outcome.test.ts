import { expect, oneEvent } from '@open-wc/testing';
import type {
  JobApplication,
  JobApplicationFailedEvent,
  JobApplicationInvalidEvent,
  JobApplicationSentEvent,
  JobApplicationSubmitEvent,
} from '../../src/index.js';
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
  respond,
  summary,
  type,
  untilState,
  words,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const filled = async (attributes: Record<string, string> = {}, posting = postingJson()): Promise<JobApplication> => {
  const element = await draw(posting, attributes);
  type(control(element, 'E-mail'), 'a@b.co');
  return element;
};

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

describe('what is sent', () => {
  it('is what was judged, though it was changed before the code that sends was there', async () => {
    const element = await filled();
    let sent: JobApplicationSubmitEvent | undefined;
    element.addEventListener('job-application-submit', (event) => (sent = event));
    respond(element, () => json({}));
    const result = element.submit();
    type(control(element, 'E-mail'), 'not an address');
    expect((await result).status).to.equal('sent');
    expect(sent?.application.answers).to.deep.equal({ email: 'a@b.co' });
  });
});

describe('after it was sent', () => {
  it('the receipt shows what was sent and not what was changed meanwhile, and says so', async () => {
    const element = await filled({}, postingJson([email, note, { name: 'cv', type: 'file', label: 'CV' }]));
    const choose = (name: string): void => {
      const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      transfer.items.add(new File(['A page'], name, { type: 'text/plain' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const changed = 'What you changed while it was being sent is not part of it.';
    type(control(element, 'Note'), 'first');
    choose('first.txt');
    await waitUntil(() => 'cv' in element.answers);
    let confirm: (response: Response) => void = () => undefined;
    const reply = new Promise<Response>((resolve) => (confirm = resolve));
    respond(element, () => reply);
    const sent = element.submit();
    await untilState(element, 'sending');
    type(control(element, 'Note'), 'second');
    choose('second.txt');
    await waitUntil(() => (element.answers['cv'] as File[])[0]?.name === 'second.txt');
    confirm(json({}));
    await sent;
    await untilState(element, 'sent');
    expect(words(part(element, 'receipt')))
      .to.contain('first.txt (6 bytes)')
      .and.to.contain('Note first')
      .and.to.contain(changed)
      .and.to.not.contain('second');
  });

  it('the receipt tells each file once, at its question, with its size', async () => {
    const element = await filled({}, postingJson([email, { name: 'cv', type: 'file', label: 'CV' }]));
    const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['A page'], 'cv.txt', { type: 'text/plain' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => 'cv' in element.answers);
    respond(element, () => json({}));
    await element.submit();
    await untilState(element, 'sent');
    expect(words(part(element, 'receipt')).match(/cv\.txt[^)]*\)?/g)).to.deep.equal(['cv.txt (6 bytes)']);
    expect(words(part(element, 'receipt'))).to.not.contain('changed');
  });

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
