import { expect, oneEvent } from '@open-wc/testing';
import {
  control,
  draw,
  email,
  json,
  judge,
  note,
  part,
  postingJson,
  reported,
  respond,
  type,
  untilState,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const consent = { name: 'keep', type: 'consent', label: 'Keep it', text: 'You may keep it.' };

describe('a consent that was left as it is', () => {
  it('does not change the key of an application that is sent again', async () => {
    const element = await draw(postingJson([note, consent]));
    const keys: (string | undefined)[] = [];
    element.addEventListener('job-application-submit', ({ application }) => keys.push(application.idempotencyKey));
    respond(element, () => json({}, 500));
    await element.submit();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await element.submit();
    expect(keys).to.have.length(2);
    expect(keys[0]).to.be.a('string').and.equal(keys[1]);
  });
});

describe('another posting', () => {
  it('that cannot be read leaves no form behind', async () => {
    const element = await draw(postingJson([note]));
    await reported('error', async () => {
      element.posting = { nothing: true };
      await untilState(element, 'error');
      await element.updateComplete;
    });
    expect(element.renderRoot.querySelector('form')).to.equal(null);
  });

  it('keeps the answer to a text that has a pattern from now on, and judges it by that', async () => {
    const element = await draw(postingJson([note]));
    type(control(element, 'Note'), 'seven');
    const loaded = oneEvent(element, 'job-application-load');
    element.posting = postingJson([{ ...note, pattern: 'digits' }]);
    await loaded;
    expect(control(element, 'Note').value).to.equal('seven');
    expect(element.validate().map(({ code }) => code)).to.deep.equal(['pattern']);
  });

  it('leaves an answer behind whose option it has no more', async () => {
    const options = [{ value: 'red' }, { value: 'blue' }];
    const colour = { name: 'c', type: 'choice', label: 'Colour', options };
    const element = await draw(postingJson([colour, note]));
    element.fill({ c: 'red' });
    const loaded = oneEvent(element, 'job-application-load');
    element.posting = postingJson([{ ...colour, options: options.slice(1) }, note]);
    await loaded;
    expect(element.validate()).to.deep.equal([]);
    expect({ ...element.answers }).to.deep.equal({});
  });

  it('waits until what is on its way has arrived', async () => {
    const element = await draw(postingJson([note]));
    let answer: ((response: Response) => void) | undefined;
    respond(element, () => new Promise((resolve) => (answer = resolve)));
    const sent = element.submit();
    await waitUntil(() => answer !== undefined);
    element.posting = postingJson([email]);
    await element.updateComplete;
    expect(element.state).to.equal('sending');
    expect((await element.submit()).status).to.equal('busy');
    answer?.(json({}));
    expect((await sent).status).to.equal('sent');
  });

  it('past its deadline is not open for having come after one that was begun', async () => {
    const element = await draw({ ...postingJson([note]), id: 'one' });
    type(control(element, 'Note'), 'begun');
    element.posting = { ...postingJson([note]), id: 'two', closesAt: '2020-01-01' };
    await untilState(element, 'closed');
    expect(element.renderRoot.querySelector('form')).to.equal(null);
  });
});

describe('a group whose entries begin with a text', () => {
  const group = {
    name: 'edu',
    type: 'repeat',
    label: 'Education',
    required: true,
    fields: [
      { type: 'content', content: 'About one school' },
      { name: 'school', type: 'text', label: 'School', required: true },
    ],
  };

  it('leads from the summary, and from Add, to its first question', async () => {
    const element = await draw(postingJson([group]));
    await judge(element);
    element.renderRoot.querySelector<HTMLElement>('.error-summary a')?.click();
    expect(element.shadowRoot?.activeElement).to.equal(control(element, 'School'));
    element.renderRoot.querySelector<HTMLElement>('[id$="-add"]')?.click();
    const controls = element.renderRoot.querySelectorAll('.entry input');
    expect(element.shadowRoot?.activeElement).to.equal(controls[1]);
  });
});

describe('a document that has expired', () => {
  it('is reported to the author, and to no applicant', async () => {
    const field = { type: 'content', content: 'A form', document: { id: 'form', version: '1', expires: '2020-01-01' } };
    const told = await reported('warn', () => draw(postingJson([field, note])));
    expect(told.join()).to.include('expired on 2020-01-01');
  });
});

describe('the receipt', () => {
  it('is shown from its beginning, however long it is', async () => {
    const fields = Array.from({ length: 40 }, (_, index) => ({
      ...note,
      name: `n${index}`,
      label: `Note ${index}`,
      default: 'x',
    }));
    const element = await draw(postingJson(fields));
    respond(element, () => json({}));
    await element.submit();
    await waitUntil(() => part(element, 'receipt') !== null);
    const { top } = part(element, 'receipt')!.getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight / 2);
  });
});
