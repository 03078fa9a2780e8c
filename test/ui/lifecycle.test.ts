import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { JobApplication } from '../../src/index.js';
import {
  control,
  draw,
  email,
  hasControl,
  json,
  judge,
  messages,
  note,
  part,
  postingJson,
  reported,
  respond,
  summary,
  type,
  words,
} from './support/element.js';

describe('an element that leaves the page and comes back', () => {
  it('still has its answers and what was wrong with them', async () => {
    const element = await draw(postingJson([email, note]));
    type(control(element, 'Note'), 'kept');
    await judge(element);
    const home = element.parentElement;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    home?.append(element);
    await element.updateComplete;
    expect({ ...element.answers }).to.deep.equal({ note: 'kept' });
    expect(control(element, 'Note').value).to.equal('kept');
    expect(element.state).to.equal('invalid');
    expect(messages(element)).to.have.length(1);
  });

  it('loads again what it had not loaded when it left', async () => {
    const element = document.createElement('job-application');
    const address = new URL('/fault/slow', location.href);
    address.searchParams.set(
      'do',
      JSON.stringify({
        delayMs: 300,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(postingJson()),
      }),
    );
    element.src = address.href;
    const home = await fixture(html`<main></main>`);
    home.append(element);
    await element.updateComplete;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const loaded = oneEvent(element, 'job-application-load');
    home.append(element);
    await loaded;
    expect(hasControl(element, 'E-mail')).to.equal(true);
  });

  it('follows what is typed after it is back', async () => {
    const element = await draw();
    await judge(element);
    const home = element.parentElement;
    element.remove();
    home?.append(element);
    type(control(element, 'E-mail'), 'a@b.co');
    await element.updateComplete;
    expect(element.state).to.equal('ready');
    expect(messages(element)).to.deep.equal([]);
  });
});

describe('two elements on one page', () => {
  it('do not disturb each other, in different languages', async () => {
    const english = await draw(postingJson([email]));
    const german = await draw(postingJson([email]), { lang: 'de' });
    type(control(english, 'E-mail'), 'a@b.co');
    await judge(german);
    expect(english.state).to.equal('ready');
    expect({ ...german.answers }).to.deep.equal({});
    expect(words(part(english, 'submit'))).to.equal('Submit application');
    expect(words(part(german, 'submit'))).to.equal('Bewerbung absenden');
    expect(messages(english)).to.deep.equal([]);
    expect(messages(german)[0]).to.match(/^Fehler: /);
  });

  it('send each its own', async () => {
    const [one, other] = [await draw(postingJson([note])), await draw(postingJson([note]))];
    const got: unknown[] = [];
    for (const [element, answer] of [
      [one, 'x'],
      [other, 'y'],
    ] as const) {
      type(control(element, 'Note'), answer);
      element.addEventListener('job-application-submit', ({ application }) => got.push({ ...application.answers }));
      respond(element, () => json({}));
    }
    expect((await Promise.all([one.submit(), other.submit()])).map(({ status }) => status)).to.deep.equal([
      'sent',
      'sent',
    ]);
    expect(got).to.deep.equal([{ note: 'x' }, { note: 'y' }]);
  });
});

describe('JobApplication.define', () => {
  it('says nothing where it is called twice', async () => {
    expect(await reported('warn', () => JobApplication.define())).to.deep.equal([]);
  });

  it('warns with both versions where another holds the tag', async () => {
    customElements.define(
      'job-application-other',
      class extends HTMLElement {
        static version = '9.9.9';
      },
    );
    const lines = await reported('warn', () => JobApplication.define('job-application-other'));
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('9.9.9').and.contain(JobApplication.version);
  });

  it('can have another name beside the first', async () => {
    JobApplication.define('job-application-second');
    const element = document.createElement('job-application-second') as JobApplication;
    element.posting = postingJson();
    const loaded = oneEvent(element, 'job-application-load');
    (await fixture(html`<main></main>`)).append(element);
    await loaded;
    expect(element).to.be.instanceOf(JobApplication);
    expect(hasControl(element, 'E-mail')).to.equal(true);
  });

  it('says nothing where it is called twice with another name', async () => {
    JobApplication.define('job-application-third');
    expect(await reported('warn', () => JobApplication.define('job-application-third'))).to.deep.equal([]);
  });
});

describe('the language', () => {
  it('is the nearest in the page', async () => {
    const page = await fixture(html`<main lang="de"></main>`);
    const element = document.createElement('job-application');
    element.posting = postingJson();
    const loaded = oneEvent(element, 'job-application-load');
    page.append(element);
    await loaded;
    expect(words(part(element, 'submit'))).to.equal('Bewerbung absenden');
  });

  it('may change, and the answers and what is wrong with them stay', async () => {
    const title = { en: 'Optician', de: 'Optikerin' };
    const element = await draw(postingJson([email, { ...note, label: { en: 'Note', de: 'Notiz' } }], { title }));
    type(control(element, 'Note'), 'kept');
    await judge(element);
    element.lang = 'de';
    await expectWords(element, 'title', 'Optikerin');
    expect(control(element, 'Notiz').value).to.equal('kept');
    expect(element.state).to.equal('invalid');
    expect(summary(element)[0]).to.equal(messages(element)[0]?.replace('Fehler: ', ''));
    element.lang = 'en';
    await expectWords(element, 'title', 'Optician');
    expect(control(element, 'Note').value).to.equal('kept');
  });

  it('that nobody translated is English', async () => {
    const element = await draw(postingJson(), { lang: 'tlh' });
    expect(words(part(element, 'submit'))).to.equal('Submit application');
  });

  for (const lang of ['not a language', '-', 'de_DE', '']) {
    it(`written as "${lang}" does no harm`, async () => {
      const element = await draw(postingJson(), { lang });
      expect(element.state).to.equal('ready');
    });
  }
});

async function expectWords(element: JobApplication, name: string, expected: string): Promise<void> {
  for (let turn = 0; turn < 100 && words(part(element, name)) !== expected; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  expect(words(part(element, name))).to.equal(expected);
}
