import { expect } from '@open-wc/testing';
import type { CaptchaProvider, JobApplication } from '../../src/index.js';
import {
  control,
  draw,
  email,
  focused,
  json,
  messages,
  part,
  postingJson,
  reported,
  respond,
  type,
  words,
} from './support/element.js';

/** What pages with forms written by hand have lost or broken, beside what `test/adapters/lossless.test.ts` tells. */
describe('unlike on pages written by hand', () => {
  const filled = async (posting = postingJson()): Promise<JobApplication> => {
    const element = await draw(posting);
    type(control(element, 'E-mail'), 'a@b.co');
    return element;
  };

  it('an impatient second submission sends nothing', async () => {
    const element = await filled();
    let asked = 0;
    let answer: (response: Response) => void = () => undefined;
    const answered = new Promise<Response>((resolve) => (answer = resolve));
    respond(element, () => {
      asked += 1;
      return answered;
    });
    const first = element.submit();
    expect(await element.submit()).to.deep.equal({ status: 'busy' });
    answer(json({}));
    expect((await first).status).to.equal('sent');
    expect(asked).to.equal(1);
  });

  it('a failed attempt leaves every answer where it was, and thanks nobody', async () => {
    const element = await filled();
    respond(element, () => json({}, 503));
    expect((await element.submit()).status).not.to.equal('sent');
    expect(part(element, 'receipt')).to.equal(null);
    expect(control(element, 'E-mail')).to.have.property('value', 'a@b.co');
  });

  it('what is wrong is said at its field and takes the focus: no alert(), no jump to the top', async () => {
    const element = await filled();
    respond(element, () => json({ errors: { email: 'We know this one' } }, 422));
    await element.submit();
    expect(messages(element)).to.have.length(1);
    expect(messages(element)[0]).to.contain('We know this one');
    expect(focused(element)).to.equal(part(element, 'error-summary'));
  });

  it('a captcha that cannot be loaded lets nothing through', async () => {
    const element = await filled();
    const broken: CaptchaProvider = {
      fieldName: 'box',
      load: () => Promise.reject(new Error('blocked')),
      render: () => undefined,
      token: () => Promise.resolve(undefined),
      reset: () => undefined,
    };
    Object.assign(element, { captcha: 'box', captchaKey: 'k', captchaProviders: { box: broken } });
    let asked = 0;
    respond(element, () => {
      asked += 1;
      return json({});
    });
    const lines = await reported('error', async () => {
      expect(await element.submit()).to.deep.include({ status: 'failed' });
    });
    expect(lines).to.have.length(1);
    expect(asked).to.equal(0);
  });

  it('a label belongs to its control, and nothing is chosen beforehand, whatever the words', async () => {
    const label = 'What\'s "your" [tool]?';
    const options = ['Lathe', 'Mill', 'Plane', 'Saw', 'File', 'Drill', 'Rasp', 'Awl'].map((each) => ({
      value: each,
      label: each,
    }));
    const element = await draw(
      postingJson([email, { name: 'a"b', type: 'choice', display: 'select', label, options, required: true }]),
    );
    const select = element.renderRoot.querySelector('select')!;
    expect(words(select.labels[0])).to.contain(label);
    expect(select.value).to.equal('');
    expect(element.answers).not.to.have.property('a"b');
  });

  it('answers stand in no address', async () => {
    const element = await filled();
    const before = location.href;
    respond(element, () => json({}));
    await element.submit();
    expect(location.href).to.equal(before);
    expect(
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join('\n'),
    ).not.to.contain('a@b.co');
  });
});
