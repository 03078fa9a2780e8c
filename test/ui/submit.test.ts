import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw, json, postingJson, reported, respond, type, untilState, type Json } from './support/element.js';

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
    control(element, 'Sending…').click();
    answer(json({}));
    expect((await first).status).to.equal('sent');
  });

  it('says so on its button, which keeps its width, whatever the page calls it', async () => {
    for (const submitLabel of ['Go', 'Send in my application for this job']) {
      const element = await draw({ ...postingJson(), form: { ...(postingJson()['form'] as Json), submitLabel } });
      const button = control(element, submitLabel);
      const { width } = button.getBoundingClientRect();
      type(control(element, 'E-mail'), 'a@b.co');
      respond(element, () => new Promise(() => undefined));
      void element.submit();
      await untilState(element, 'sending');
      expect(control(element, 'Sending…').getBoundingClientRect().width).to.equal(width);
      expect(getComputedStyle(button).opacity).to.equal('1');
      element.remove();
    }
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
