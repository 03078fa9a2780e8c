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

  describe('a question that goes again', () => {
    const visa = { name: 'visa', type: 'boolean', label: 'Do you need a visa?' };
    const which = { name: 'which', type: 'text', label: 'Which one?', required: true, showIf: { var: 'visa' } };
    const asked = async (): Promise<JobApplication> => {
      const element = await draw(postingJson([email, visa, which]));
      type(control(element, 'E-mail'), 'a@b.co');
      control(element, 'Yes').click();
      await element.updateComplete;
      type(control(element, 'Which one?'), 'Skilled worker');
      return element;
    };

    it('leaves no control to be reached and no hidden input, and nothing of it is sent', async () => {
      const element = await asked();
      control(element, 'No').click();
      await element.updateComplete;
      const left = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea, select')];
      expect(left.map(({ type: kind }) => kind)).to.not.include('hidden');
      expect(left.filter((each) => each.checkVisibility()).map(({ value }) => value)).to.not.include('Skilled worker');
      let sent: object = {};
      element.addEventListener('job-application-submit', ({ application }) => (sent = application.answers));
      respond(element, () => json({}));
      await element.submit();
      expect(sent).to.deep.equal({ email: 'a@b.co', visa: false });
    });

    it('leaves ids that are each there once, and refer to what is there, in the page and out of it and back', async () => {
      const element = await asked();
      const parent = element.parentElement!;
      for (const answer of ['No', 'Yes', 'No', 'Yes']) {
        control(element, answer).click();
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
        parent.append(element);
        await element.updateComplete;
        const root = element.shadowRoot!;
        const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
        expect(ids).to.deep.equal([...new Set(ids)]);
        for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
          const referred = [...root.querySelectorAll(`[${name}]`)].flatMap((each) =>
            each.getAttribute(name)!.split(' '),
          );
          expect(referred.filter((id) => !ids.includes(id))).to.deep.equal([]);
        }
      }
      expect(element.answers).to.deep.equal({ email: 'a@b.co', visa: true, which: 'Skilled worker' });
      expect(document.querySelectorAll('[id^=f0], [id^=f1], [id^=f2]')).to.have.length(0);
    });
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
