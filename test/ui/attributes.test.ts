import { expect } from '@open-wc/testing';
import { control, draw, email, messages, note, part, postingJson, reported, respond, type } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const sections = { sections: [{ title: 'You', fields: [{ ...email, required: false }, note] }] };
const posting = postingJson([], { description: '<h2>The work</h2><h3>Lenses</h3>' }, sections);

/** Levels of all headings, from top to bottom. */
function levels(element: Element): number[] {
  return [...(element.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? [])].map(({ localName }) =>
    Number(localName[1]),
  );
}

describe('the attribute', () => {
  for (const [attributes, property, value] of [
    [{ method: 'put' }, 'method', 'put'],
    [{ method: ' PUT ' }, 'method', 'put'],
    [{ enctype: 'application/json' }, 'enctype', 'application/json'],
    [{ credentials: 'omit' }, 'credentials', 'omit'],
    [{ idempotency: 'header' }, 'idempotency', 'header'],
    [{ show: 'form' }, 'show', 'form'],
    [{ 'validate-on': 'blur' }, 'validateOn', 'blur'],
    [{ 'heading-level': '4' }, 'headingLevel', 4],
    [{ format: 'posting' }, 'format', 'posting'],
    [{ 'success-html': '' }, 'successHtml', true],
    [{ 'success-href': '/thanks' }, 'successHref', '/thanks'],
    [{ 'apply-href': '/apply' }, 'applyHref', '/apply'],
    [{ 'trusted-origins': 'https://a.example' }, 'trustedOrigins', 'https://a.example'],
    [{ action: '/apply' }, 'action', '/apply'],
  ] as const) {
    const [[name, given]] = Object.entries(attributes) as [[string, string]];
    it(`${name}="${given}" is the property ${property}`, async () => {
      const element = await draw(posting, attributes);
      expect(element).to.have.property(property, value);
    });
  }

  for (const [name, bad, property, byDefault] of [
    ['method', 'get', 'method', 'post'],
    ['enctype', 'text/plain', 'enctype', 'multipart/form-data'],
    ['credentials', 'always', 'credentials', 'same-origin'],
    ['idempotency', 'yes', 'idempotency', 'auto'],
    ['show', 'nothing', 'show', 'all'],
    ['validate-on', 'focus', 'validateOn', 'submit'],
    ['heading-level', '6', 'headingLevel', 2],
    ['heading-level', 'two', 'headingLevel', 2],
    ['heading-level', '', 'headingLevel', 2],
    ['format', 'pdf', 'format', 'auto'],
  ] as const) {
    it(`${name}="${bad}" is reported once, with what was expected, and the default holds`, async () => {
      const element = await draw(posting);
      const lines = await reported('error', async () => {
        element.setAttribute(name, bad);
        element.requestUpdate();
        await element.updateComplete;
        await element.updateComplete;
      });
      expect(lines).to.have.length(1);
      expect(lines[0]).to.contain(name).and.contain('expected');
      expect(element).to.have.property(property, byDefault);
      expect(element.state).to.equal('ready');
    });
  }

  it('says of a payload that there is none such, and that the default is used', async () => {
    const element = await draw(posting);
    const lines = await reported('error', async () => {
      element.setAttribute('payload', 'taleo');
      await element.updateComplete;
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^<job-application payload="taleo">: expected "plain", .*; its default is used\.$/);
  });

  it('is back at its default once it is taken away', async () => {
    const element = await draw(posting, { method: 'put', 'heading-level': '4', show: 'form' });
    for (const name of ['method', 'heading-level', 'show']) element.removeAttribute(name);
    expect(element).to.include({ method: 'post', headingLevel: 2, show: 'all' });
  });
});

describe('heading-level', () => {
  it('begins at 2 and goes on below without a gap', async () => {
    const element = await draw(posting);
    expect(levels(element)).to.deep.equal([2, 3, 4, 3, 4]);
  });

  for (const [level, expected] of [
    ['1', [1, 2, 3, 2, 3]],
    ['3', [3, 4, 5, 4, 5]],
    ['5', [5, 6, 6, 6, 6]],
  ] as const) {
    it(`of ${level} moves all headings, also later`, async () => {
      expect(levels(await draw(posting, { 'heading-level': level }))).to.deep.equal(expected);
      const element = await draw(posting);
      element.setAttribute('heading-level', level);
      await element.updateComplete;
      expect(levels(element)).to.deep.equal(expected);
    });
  }

  it('is that of the form’s own heading where the posting is not drawn', async () => {
    expect(levels(await draw(posting, { show: 'form' }))).to.deep.equal([2, 3]);
    const element = await draw(posting);
    element.show = 'form';
    await element.updateComplete;
    expect(levels(element)).to.deep.equal([2, 3]);
  });
});

describe('show', () => {
  it('draws the posting and its form, or one of them', async () => {
    const element = await draw(posting);
    const drawn = (): boolean[] => ['posting', 'form'].map((name) => part(element, name)?.checkVisibility() ?? false);
    expect(drawn()).to.deep.equal([true, true]);
    for (const [show, expected] of [
      ['posting', [true, false]],
      ['form', [false, true]],
      ['all', [true, true]],
    ] as const) {
      element.show = show;
      await element.updateComplete;
      expect(drawn(), show).to.deep.equal(expected);
    }
  });

  it('keeps the answers of a form that is not drawn for a while', async () => {
    const element = await draw(posting);
    type(control(element, 'Note'), 'kept');
    element.show = 'posting';
    await element.updateComplete;
    element.show = 'all';
    await element.updateComplete;
    expect(control(element, 'Note').value).to.equal('kept');
  });
});

describe('apply-href', () => {
  it('is where Apply leads while the form is not drawn here', async () => {
    const element = await draw(posting, { show: 'posting', 'apply-href': '/apply/1' });
    expect(part(element, 'apply')?.getAttribute('href')).to.equal(`${location.origin}/apply/1`);
  });

  it('may not be a script', async () => {
    const element = await draw(posting, { show: 'posting', 'apply-href': 'javascript:alert(1)' });
    expect(part(element, 'apply')?.getAttribute('href') ?? '').to.not.contain('javascript');
  });
});

describe('validate-on', () => {
  const leave = (left: HTMLElement): void => {
    left.focus();
    left.blur();
  };

  it('says nothing before the first submit', async () => {
    const element = await draw(postingJson());
    leave(control(element, 'E-mail'));
    expect(messages(element)).to.deep.equal([]);
  });

  it('of blur says what is wrong with a field as it is left, and with that one only', async () => {
    const element = await draw(postingJson([email, { ...note, required: true }]), { 'validate-on': 'blur' });
    leave(control(element, 'E-mail'));
    // The sentences are a chunk of their own.
    await waitUntil(() => messages(element).length > 0);
    expect(messages(element)).to.have.length(1);
    expect(element.issues.map(({ field }) => field)).to.deep.equal(['email']);
  });
});

describe('success-html', () => {
  const thanks = (): Response => new Response('<h1>Thank you</h1>', { headers: { 'Content-Type': 'text/html' } });

  it('makes a web page an answer that counts as sent; without it nobody knows', async () => {
    const element = await draw(posting);
    respond(element, thanks);
    expect((await element.submit()).status).to.equal('unconfirmed');
    element.successHtml = true;
    expect((await element.submit()).status).to.equal('sent');
  });
});
