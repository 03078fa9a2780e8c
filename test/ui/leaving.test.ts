import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { endpoint, json, type Behaviour, type Endpoint } from '../transport/fault-client.js';
import { control, draw, part, postingJson, respond, type, untilState, words } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const accepted = json({ id: 'A-1' }, 201);
const later: Behaviour = { status: 503, headers: { 'Retry-After': '120' } };

async function filled(target: Endpoint, attributes: Record<string, string> = {}): Promise<JobApplication> {
  const element = await draw(postingJson(), { action: target.url.href, ...attributes });
  type(control(element, 'E-mail'), 'a@b.co');
  return element;
}

/** Whether the applicant would be asked before the page is left. */
function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

function comeBackFromCache(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

const arrived = async (target: Endpoint): Promise<void> => {
  while ((await target.recorded()).length === 0);
};

describe('leaving the page', () => {
  it('is asked about while an application is on its way, and only then', async () => {
    const element = await draw();
    type(control(element, 'E-mail'), 'a@b.co');
    expect(asksBeforeLeaving()).to.equal(false);
    let answer: (response: Response) => void = () => undefined;
    const asked = new Promise<void>((resolve) =>
      respond(element, () => {
        resolve();
        return new Promise((resolve) => (answer = resolve));
      }),
    );
    const result = element.submit();
    await asked;
    expect(asksBeforeLeaving()).to.equal(true);
    answer(new Response(null, { status: 403 }));
    await result;
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is asked about while it waits to be sent again', async () => {
    const element = await filled(endpoint(later));
    const result = element.submit();
    await untilState(element, 'waiting');
    expect(asksBeforeLeaving()).to.equal(true);
    control(element, 'Stop').click();
    await result;
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is not asked about any more once the element is gone, whatever the page’s own request does', async () => {
    const element = await draw();
    type(control(element, 'E-mail'), 'a@b.co');
    const asked = new Promise<void>((resolve) => {
      respond(element, () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    void element.submit();
    await asked;
    element.remove();
    await waitUntil(() => !asksBeforeLeaving(), 'leaving');
  });

  it('is not asked about where the page cancels the submit', async () => {
    const element = await draw();
    type(control(element, 'E-mail'), 'a@b.co');
    element.addEventListener('job-application-submit', (event) => event.preventDefault());
    await element.submit();
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('a page that comes back out of the back-forward cache', () => {
  it('does not know what became of the application that was on its way', async () => {
    const target = endpoint({ fault: 'hang' });
    const element = await filled(target);
    const result = element.submit();
    await arrived(target);
    comeBackFromCache();
    expect((await result).failure).to.deep.equal({ fate: 'unknown', reason: 'network' });
    expect(element.state).to.equal('unconfirmed');
    expect(words(part(element, 'status'))).to.contain('Your application may have arrived.');
  });

  it('sends it again where the key is honoured', async () => {
    const target = endpoint([{ fault: 'hang' }, accepted]);
    const element = await filled(target, { idempotency: 'header' });
    const result = element.submit();
    await arrived(target);
    const { random } = Math;
    Math.random = () => 0;
    try {
      comeBackFromCache();
      expect((await result).status).to.equal('sent');
    } finally {
      Math.random = random;
    }
  });

  it('goes on waiting where it waited', async () => {
    const element = await filled(endpoint([later, accepted]));
    const result = element.submit();
    await untilState(element, 'waiting');
    comeBackFromCache();
    expect(element.state).to.equal('waiting');
    control(element, 'Try now').click();
    expect((await result).status).to.equal('sent');
  });
});

describe('an element with an application on its way', () => {
  it('that is moved within the page goes on', async () => {
    const target = endpoint({ ...accepted, delayMs: 50 });
    const element = await filled(target);
    const result = element.submit();
    await untilState(element, 'sending');
    const place = document.createElement('section');
    element.parentElement?.append(place);
    place.append(element);
    expect((await result).status).to.equal('sent');
    expect(await target.recorded()).to.have.length(1);
  });

  it('that leaves the page gives it up, and says what is known when it is put back', async () => {
    const target = endpoint({ fault: 'hang' });
    const element = await filled(target);
    const home = element.parentElement;
    const result = element.submit();
    await arrived(target);
    element.remove();
    const { status, failure } = await result;
    expect(status).to.equal('unconfirmed');
    expect(failure).to.deep.equal({ fate: 'unknown', reason: 'stopped' });
    home?.append(element);
    await element.updateComplete;
    expect(element.state).to.equal('unconfirmed');
    expect(words(part(element, 'status'))).to.contain('Your application may have arrived.');
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('that leaves the page while it waits gives that up, and sends nothing more', async () => {
    const target = endpoint(later);
    const element = await filled(target);
    const home = element.parentElement;
    const result = element.submit();
    await untilState(element, 'waiting');
    element.remove();
    expect((await result).status).to.equal('failed');
    home?.append(element);
    await element.updateComplete;
    expect(words(part(element, 'status'))).to.contain('Your application was not sent');
    expect(await target.recorded()).to.have.length(1);
  });
});

describe('Submit, pressed twice', () => {
  it('sends once', async () => {
    const target = endpoint({ ...accepted, delayMs: 50 });
    const element = await filled(target);
    const submit = part(element, 'submit');
    submit?.click();
    submit?.click();
    await untilState(element, 'sent');
    expect(await target.recorded()).to.have.length(1);
  });

  it('sends once also where the code for it is still on its way', async () => {
    const target = endpoint(accepted);
    const element = await draw(postingJson([{ name: 'note', type: 'text', label: 'Note' }]), {
      action: target.url.href,
    });
    const results = await Promise.all([element.submit(), element.submit()]);
    expect(results.map(({ status }) => status)).to.deep.equal(['sent', 'busy']);
    expect(await target.recorded()).to.have.length(1);
  });
});
