import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { JobApplication, JobApplicationErrorEvent } from '../../src/index.js';
import {
  control,
  draw,
  email,
  hasControl,
  note,
  part,
  postingJson,
  reported,
  type,
  untilState,
  words,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

/** A posting that stands at an address of its own, as long as the page lives. */
function addressOf(posting: unknown): string {
  return URL.createObjectURL(new Blob([JSON.stringify(posting)], { type: 'application/json' }));
}

function titled(title: string): object {
  return { ...postingJson(), title };
}

async function drawn(element: JobApplication): Promise<string> {
  await oneEvent(element, 'job-application-load');
  return words(part(element, 'title'));
}

const inline = (title: string): string => `<script type="application/json">${JSON.stringify(titled(title))}</script>`;

describe('the posting', () => {
  it('comes from the property before all else', async () => {
    const element = document.createElement('job-application');
    element.innerHTML = inline('Inline');
    element.src = addressOf(titled('Address'));
    element.posting = titled('Property');
    const title = drawn(element);
    (await fixture(html`<main></main>`)).append(element);
    expect(await title).to.equal('Property');
  });

  it('else comes from a child script', async () => {
    const element = document.createElement('job-application');
    element.innerHTML = inline('Inline');
    element.src = addressOf(titled('Address'));
    const title = drawn(element);
    (await fixture(html`<main></main>`)).append(element);
    expect(await title).to.equal('Inline');
  });

  it('else comes from the address in src', async () => {
    const element = document.createElement('job-application');
    element.setAttribute('src', addressOf(titled('Address')));
    const title = drawn(element);
    (await fixture(html`<main></main>`)).append(element);
    expect(await title).to.equal('Address');
  });

  it('is loaded again when one of them changes', async () => {
    const element = await draw();
    element.posting = undefined;
    element.src = addressOf(titled('Address'));
    expect(await drawn(element)).to.equal('Address');
    element.posting = titled('Property');
    expect(await drawn(element)).to.equal('Property');
  });

  it('is taken up from a child script that comes later', async () => {
    const element = await fixture<JobApplication>(
      html`<job-application src=${addressOf(titled('Address'))}></job-application>`,
    );
    await untilState(element, 'ready');
    element.insertAdjacentHTML('beforeend', inline('Inline'));
    expect(await drawn(element)).to.equal('Inline');
  });

  it('of two that were asked for is the last one, whichever comes first', async () => {
    const element = await draw();
    element.posting = titled('First');
    await Promise.resolve();
    element.posting = titled('Second');
    expect(await drawn(element)).to.equal('Second');
  });

  it('counts when it was set before the script ran', async () => {
    const early = document.createElement('job-application-early') as JobApplication;
    early.posting = titled('Early');
    (await fixture(html`<main></main>`)).append(early);
    const { JobApplication: Element } = await import('../../src/index.js');
    const title = drawn(early);
    Element.define('job-application-early');
    expect(await title).to.equal('Early');
  });
});

describe('answers, when the posting changes', () => {
  it('stay where a field of that name and type still is', async () => {
    const element = await draw(postingJson([email, note]));
    type(control(element, 'E-mail'), 'a@b.co');
    type(control(element, 'Note'), 'kept?');
    element.posting = postingJson([email, { ...note, type: 'textarea' }]);
    await oneEvent(element, 'job-application-load');
    expect({ ...element.answers }).to.deep.equal({ email: 'a@b.co' });
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
  });

  it('do not come back with a reset', async () => {
    const element = await draw();
    type(control(element, 'Note'), 'x');
    element.posting = titled('Other');
    await oneEvent(element, 'job-application-load');
    element.reset();
    expect({ ...element.answers }).to.deep.equal({});
    expect(control(element, 'Note').value).to.equal('');
  });
});

describe('a posting that cannot be shown', () => {
  async function fail(
    posting: unknown,
    src?: string,
  ): Promise<{ element: JobApplication; error: Error; lines: string[] }> {
    const element = document.createElement('job-application');
    element.innerHTML = '<p>Apply by e-mail</p>';
    element.posting = posting;
    if (src !== undefined) element.src = src;
    let error: Error | undefined;
    const lines = await reported('error', async () => {
      const event = oneEvent<JobApplicationErrorEvent>(element, 'job-application-error');
      (await fixture(html`<main></main>`)).append(element);
      ({ error } = await event);
    });
    return { element, error: error as Error, lines };
  }

  it('is told to the page and on the console, with every problem and its place', async () => {
    const { element, error, lines } = await fail({ title: 5, form: { sections: 'x' } });
    expect(element.state).to.equal('error');
    expect(element.matches(':state(error)')).to.equal(true);
    expect(error).to.have.property('name', 'PostingError');
    expect(error.message).to.contain('/title').and.contain('/form/sections');
    expect(lines).to.have.length(1);
  });

  it('leaves the children to be seen', async () => {
    const { element } = await fail({});
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
  });

  it('hides the children where it can be shown', async () => {
    const element = await draw();
    element.insertAdjacentHTML('beforeend', '<p>Apply by e-mail</p>');
    expect(element.querySelector('p')?.checkVisibility()).to.equal(false);
  });

  for (const [what, src, name] of [
    ['an address with nothing behind it', '/fault/x?do={"status":404}', 'LoadError'],
    ['a web page', '/fault/x?do={"headers":{"Content-Type":"text/html"},"body":"<p>Hello"}', 'LoadError'],
    ['an address that is none', 'http://[', 'ConfigError'],
  ] as const) {
    it(`may be ${what}`, async () => {
      const { element, error } = await fail(undefined, src);
      expect(error.name).to.equal(name);
      expect(element.state).to.equal('error');
    });
  }

  it('may be a child script that is no JSON', async () => {
    const element = document.createElement('job-application');
    element.innerHTML = '<script type="application/json">{ "title": </script>';
    await reported('error', async () => {
      const event = oneEvent<JobApplicationErrorEvent>(element, 'job-application-error');
      (await fixture(html`<main></main>`)).append(element);
      expect((await event).error).to.have.property('name', 'ConfigError');
    });
  });

  for (const [what, src, title] of [
    ['a job that is gone', '/fault/x?do={"status":404}', 'This job was not found'],
    ['a job that is gone for good', '/fault/x?do={"status":410}', 'This job was not found'],
    ['null, as some systems answer', '/fault/x?do={"body":"null"}', 'This job was not found'],
    ['a fault of the server', '/fault/x?do={"status":500}', 'This job could not be shown'],
  ] as const) {
    it(`is told to the applicant, who is not told of more than they can know: ${what}`, async () => {
      const { element } = await fail(undefined, src);
      const alert = element.shadowRoot?.querySelector('[role=alert]');
      expect(alert?.querySelector('h2')?.textContent).to.equal(title);
    });
  }

  it('is told in the language of the page', async () => {
    document.documentElement.lang = 'de';
    try {
      const { element } = await fail(undefined, '/fault/x?do={"status":404}');
      await waitUntil(() => element.shadowRoot?.querySelector('h2')?.textContent?.startsWith('Diese Stelle'), 'German');
    } finally {
      document.documentElement.removeAttribute('lang');
    }
  });

  it('comes by itself once there is a connection again', async () => {
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') as PropertyDescriptor;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      const { element } = await fail(undefined, '/fault/x?do={"fault":"reset"}');
      expect(element.shadowRoot?.querySelector('h2')?.textContent).to.equal('You are offline');
      const event = oneEvent<JobApplicationErrorEvent>(element, 'job-application-error');
      await reported('error', async () => {
        window.dispatchEvent(new Event('online'));
        expect(element.state).to.equal('loading');
        await event;
      });
    } finally {
      Object.defineProperty(navigator, 'onLine', online);
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });

  it('is asked for again at the press of a button', async () => {
    const { element } = await fail(undefined, '/fault/x?do={"status":500}');
    element.setAttribute('src', addressOf(titled('There')));
    expect(await drawn(element)).to.equal('There');
    expect(hasControl(element, 'E-mail')).to.equal(true);
  });
});
