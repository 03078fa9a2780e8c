import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw, email, json, note, postingJson, respond, type, untilState, words } from './support/element.js';

/** Every event of the element, from here on. */
function listen(element: JobApplication): string[] {
  const told: string[] = [];
  for (const name of ['load', 'error', 'invalid', 'submit', 'progress', 'sent', 'failed']) {
    element.addEventListener(`job-application-${name}`, () => told.push(name));
  }
  return told;
}

describe('answers', () => {
  it('are those of shown questions, without blank ones, as they would be sent', async () => {
    const hidden = { ...note, name: 'hidden', label: 'Hidden', showIf: { var: 'note' }, default: 'x' };
    const element = await draw(postingJson([email, note, hidden, { name: 'years', type: 'number', label: 'Years' }]));
    type(control(element, 'E-mail'), 'a@b.co');
    type(control(element, 'Years'), '1,500.5');
    expect({ ...element.answers }).to.deep.equal({ email: 'a@b.co', years: 1500.5 });
  });

  it('are kept as they were typed, right or wrong', async () => {
    const element = await draw(postingJson([email, { name: 'years', type: 'number', label: 'Years' }]));
    type(control(element, 'E-mail'), ' A@B ');
    type(control(element, 'Years'), 'many');
    element.validate();
    await element.updateComplete;
    expect({ ...element.answers }).to.deep.equal({ email: ' A@B ', years: 'many' });
    expect(control(element, 'E-mail').value.trim()).to.equal('A@B');
    expect(control(element, 'Years').value).to.equal('many');
  });

  it('count when a program fills them in and tells only of a change', async () => {
    const element = await draw();
    const target = control(element, 'E-mail');
    target.value = 'a@b.co';
    target.dispatchEvent(new Event('change', { bubbles: true }));
    expect({ ...element.answers }).to.deep.equal({ email: 'a@b.co' });
  });

  it('begin with the fields’ defaults', async () => {
    const element = await draw(
      postingJson([
        { ...email, default: 'a@b.co' },
        { name: 'n', type: 'number', label: 'N', default: '5' },
      ]),
    );
    expect({ ...element.answers }).to.deep.equal({ email: 'a@b.co', n: 5 });
    expect(control(element, 'N').value).to.equal('5');
  });

  it('take hidden values from the page', async () => {
    sessionStorage.removeItem('job-application:first-page');
    const fields = [
      { name: 'page', type: 'hidden', from: 'page' },
      { name: 'language', type: 'hidden', from: 'locale' },
      { name: 'source', type: 'hidden', value: 'fair' },
      { name: 'campaign', type: 'hidden', from: 'query:nobody' },
    ];
    const element = await draw(postingJson(fields));
    expect({ ...element.answers }).to.deep.equal({ page: location.href.split('#')[0], language: 'en', source: 'fair' });
  });
});

describe('fill()', () => {
  it('fills what is blank, in view, and tells of nothing', async () => {
    const element = await draw();
    type(control(element, 'E-mail'), 'typed@b.co');
    const told = listen(element);
    element.fill({ email: 'other@b.co', note: 'filled', nobody: 'x' });
    await element.updateComplete;
    expect({ ...element.answers }).to.deep.equal({ email: 'typed@b.co', note: 'filled' });
    expect(control(element, 'Note').value).to.equal('filled');
    expect(told).to.deep.equal([]);
  });

  it('passes over what does not fit its field', async () => {
    const options = [{ value: 'red' }, { value: 'blue' }];
    const element = await draw(
      postingJson([
        note,
        { name: 'c', type: 'choice', label: 'C', options },
        { name: 'yes', type: 'boolean', label: 'Yes?' },
      ]),
    );
    for (const c of [['red', 'blue'], 'green', '']) {
      element.fill({ note: { text: 'x' }, c, yes: 'maybe' });
      expect({ ...element.answers }).to.deep.equal({});
      expect(element.validate()).to.deep.equal([]);
    }
    element.fill({ c: 'red', yes: true });
    expect({ ...element.answers }).to.deep.equal({ c: 'red', yes: true });
    expect(control(element, 'red').checked).to.equal(true);
  });

  it('shows the fields that hang on what it fills', async () => {
    const element = await draw(postingJson([note, { ...email, showIf: { var: 'note' } }]));
    element.fill({ note: 'x' });
    expect(control(element, 'E-mail').checkVisibility()).to.equal(true);
  });
});

describe('reset()', () => {
  it('leads back from a sent application to a blank form, and tells of nothing', async () => {
    const element = await draw(postingJson([note]));
    type(control(element, 'Note'), 'x');
    respond(element, () => json({}));
    await element.submit();
    await untilState(element, 'sent');
    const told = listen(element);
    element.reset();
    await element.updateComplete;
    expect(element.state).to.equal('ready');
    expect(control(element, 'Note').value).to.equal('');
    expect(told).to.deep.equal([]);
  });

  it('clears every control, also what was typed and is no answer', async () => {
    const fields = [
      { name: 'years', type: 'number', label: 'Years' },
      { name: 'yes', type: 'boolean', label: 'Yes?' },
      { name: 'keep', type: 'consent', label: 'Keep' },
      { name: 'list', type: 'choice', label: 'List', display: 'select', options: [{ value: 'a' }, { value: 'b' }] },
    ];
    const element = await draw(postingJson(fields));
    type(control(element, 'Years'), 'many');
    type(control(element, 'List'), 'b');
    for (const name of ['Yes', 'Keep']) control(element, name).click();
    element.reset();
    await element.updateComplete;
    expect({ ...element.answers, keep: undefined }).to.deep.equal({ keep: undefined });
    expect([control(element, 'Years').value, control(element, 'List').value]).to.deep.equal(['', '']);
    expect([control(element, 'Yes').checked, control(element, 'Keep').checked]).to.deep.equal([false, false]);
  });
});

describe('before there is a posting', () => {
  it('every method does no harm', async () => {
    const element = document.createElement('job-application');
    element.fill({ email: 'x' });
    element.reset();
    expect(element.validate()).to.deep.equal([]);
    expect(await element.submit()).to.deep.equal({ status: 'cancelled' });
    expect([{ ...element.answers }, element.issues, element.state]).to.deep.equal([{}, [], 'loading']);
  });
});

describe('a consent', () => {
  it('is unticked at first, and proves what was agreed to and when', async () => {
    const text = { html: { en: '<p>We keep <b>it</b></p>', de: '<p>Wir behalten es</p>' } };
    const element = await draw(postingJson([{ name: 'keep', type: 'consent', text, version: '3', default: true }]));
    expect(control(element, 'We keep it').checked).to.equal(false);
    control(element, 'We keep it').click();
    const before = Date.now();
    element.addEventListener('job-application-submit', (event) => event.preventDefault(), { once: true });
    let proof: Record<string, unknown> = {};
    element.addEventListener('job-application-submit', ({ application }) => (proof = { ...application.consents[0] }));
    await element.submit();
    expect(proof).to.include({
      name: 'keep',
      given: true,
      version: '3',
      text: '<p>We keep <b>it</b></p>',
      locale: 'en',
    });
    expect(Date.parse(String(proof['at']))).to.be.within(before - 10_000, before + 10_000);
    expect(words(element.shadowRoot?.querySelector('[part~=field]'))).to.contain('We keep it');
  });
});
