import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  control,
  focused,
  hasControl,
  json,
  messages,
  part,
  reported,
  respond,
  summary,
  type,
  untilState,
  words,
} from '../support/element.js';
import {
  drawSteps,
  equality,
  heading,
  movesOf,
  passFirst,
  press,
  pressInVain,
  stepsInView,
  visa,
  work,
  you,
} from './support.js';
import { waitUntil } from '../support/wait-until.js';

describe('layout="steps"', () => {
  it('shows one section at a time, from the first drawing on, and says which of how many', async () => {
    const element = await drawSteps();
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 3 You']);
    expect(hasControl(element, 'Why us')).to.equal(false);
    expect(hasControl(element, 'Back')).to.equal(false);
    expect(hasControl(element, 'Submit application')).to.equal(false);
  });

  it('goes on with Continue, and puts the focus on the heading of the next section', async () => {
    const element = await drawSteps();
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 3 Work']);
    expect(heading(element)).to.equal('Section 2 of 3 Work');
  });

  it('goes on with Enter in a field, since its button is the one submit button of the form', async () => {
    const element = await drawSteps();
    type(control(element, 'E-mail'), 'a@b.co');
    control(element, 'E-mail').focus();
    await sendKeys({ press: 'Enter' });
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 3 Work']);
    expect(element.shadowRoot?.querySelectorAll('[type=submit]')).to.have.length(1);
  });

  it('says it in German', async () => {
    const element = await drawSteps(undefined, { lang: 'de' });
    expect(stepsInView(element)).to.deep.equal(['Abschnitt 1 von 3 You']);
    type(control(element, 'E-mail'), 'a@b.co');
    press(element, 'Weiter');
    expect(hasControl(element, 'Zurück')).to.equal(true);
  });

  it('keeps the step where the language changes', async () => {
    const element = await drawSteps();
    passFirst(element);
    element.lang = 'de';
    await element.updateComplete;
    await waitUntil(() => stepsInView(element)[0] !== 'Section 2 of 3 Work');
    expect(stepsInView(element)).to.deep.equal(['Abschnitt 2 von 3 Work']);
  });

  it('stays at a step that something is wrong with, and tells of that step alone', async () => {
    const element = await drawSteps([you, { ...work, fields: [{ ...work.fields[0], required: true }] }]);
    const told = oneEvent(element, 'job-application-invalid');
    press(element, 'Continue');
    const { issues } = (await told) as unknown as { issues: readonly { field: string }[] };
    expect(issues.map(({ field }) => field)).to.deep.equal(['email']);
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 2 You']);
    expect(summary(element)).to.deep.equal(['Fill in “E-mail”']);
    expect(focused(element)).to.equal(part(element, 'error-summary'));
    passFirst(element);
    expect(summary(element)).to.deep.equal([]);
    expect(messages(element)).to.deep.equal([]);
  });

  it('goes back without judging, and loses nothing', async () => {
    const element = await drawSteps([you, { ...work, fields: [{ ...work.fields[0], required: true, maxLength: 3 }] }]);
    passFirst(element);
    type(control(element, 'Why us'), 'far too long');
    press(element, 'Back');
    expect(heading(element)).to.equal('Section 1 of 2 You');
    expect(element.issues).to.deep.equal([]);
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
    press(element, 'Continue');
    expect(control(element, 'Why us').value).to.equal('far too long');
  });

  it('counts a section as soon as it is shown, and no longer once it has vanished', async () => {
    const element = await drawSteps();
    element.fill({ abroad: true });
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 4 You']);
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 4 Visa']);
    press(element, 'Back');
    control(element, 'No').click();
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 3 You']);
    press(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 3 Work']);
  });

  it('passes over a section whose questions are all hidden', async () => {
    const hidden = { id: 'none', title: 'None', fields: [{ name: 'ref', type: 'hidden', value: 'x' }, visa.fields[0]] };
    const condition = { ...hidden, fields: [hidden.fields[0], { ...visa.fields[0], showIf: visa.showIf }] };
    const element = await drawSteps([you, condition, work]);
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
  });

  it('leads on from a step that vanishes, with the focus', async () => {
    const element = await drawSteps();
    element.fill({ abroad: true });
    passFirst(element);
    control(element, 'Work permit').focus();
    element.reset();
    expect(heading(element)).to.equal('Section 1 of 3 You');
  });

  it('judges a rule at the step where its last question is asked', async () => {
    const rules = [{ rule: 'at-least-one', fields: ['phone', 'why'], message: 'Give one of them' }];
    const phone = { id: 'phone', title: 'Phone', fields: [{ name: 'phone', type: 'text', label: 'Phone' }] };
    const element = await drawSteps([phone, work], {}, { rules });
    press(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
    await pressInVain(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
    expect(summary(element)).to.deep.equal(['Give one of them']);
  });

  it('sends from the last step, and tells it there where sending failed', async () => {
    const element = await drawSteps();
    respond(element, () => json({}, 500));
    passFirst(element);
    press(element, 'Continue');
    press(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Section 3 of 3 Equality']);
    press(element, 'Submit application');
    await untilState(element, 'unconfirmed');
    expect(words(focused(element))).to.contain('Your application could not be confirmed');
  });

  it('leads to the step of the first field that the endpoint names, and from there back to where it was sent', async () => {
    const element = await drawSteps();
    let answer = json({ errors: { why: 'Say more', email: 'Unknown there' } }, 422);
    respond(element, () => answer);
    passFirst(element);
    press(element, 'Continue');
    press(element, 'Continue');
    await pressInVain(element, 'Submit application');
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 3 You']);
    expect(summary(element)).to.deep.equal(['“E-mail”: Unknown there']);
    type(control(element, 'E-mail'), 'c@d.co');
    press(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Section 3 of 3 Equality']);
    answer = json({});
    press(element, 'Submit application');
    await untilState(element, 'sent');
  });

  it('keeps answers and issues where the page changes the layout', async () => {
    const element = await drawSteps();
    passFirst(element);
    element.layout = 'page';
    await element.updateComplete;
    await waitUntil(() => stepsInView(element).length > 1);
    expect(stepsInView(element)).to.deep.equal(['You', 'Work', 'Equality']);
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
    element.layout = 'steps';
    await element.updateComplete;
    await waitUntil(() => stepsInView(element).length === 1);
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 3 You']);
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
  });

  it('reports another word and stands on one page', async () => {
    const lines = await reported('error', async () => {
      const element = await drawSteps([you, work], { layout: 'wizard' });
      expect(stepsInView(element)).to.deep.equal(['You', 'Work']);
    });
    expect(lines).to.deep.equal(['<job-application layout="wizard">: expected "page", "steps"; page is used.']);
  });

  it('shows a form that has no sections as its review', async () => {
    const element = await drawSteps([]);
    expect(stepsInView(element)).to.deep.equal(['Check your answers']);
  });
});

describe('from code', () => {
  it('submit() judges all and leads to the first step with something wrong', async () => {
    const element = await drawSteps([you, { ...work, fields: [{ ...work.fields[0], required: true }] }]);
    element.goTo('review');
    const told = oneEvent(element, 'job-application-invalid');
    expect((await element.submit()).status).to.equal('invalid');
    await told;
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 2 You']);
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
    expect(summary(element)).to.deep.equal(['Fill in “Why us”']);
  });

  it('submit() sends from any step', async () => {
    const element = await drawSteps();
    respond(element, () => json({}));
    type(control(element, 'E-mail'), 'a@b.co');
    expect((await element.submit()).status).to.equal('sent');
  });

  it('validate() leads to the first step with something wrong', async () => {
    const element = await drawSteps([work, you]);
    const told = oneEvent(element, 'job-application-invalid');
    expect(element.validate()).to.have.length(1);
    await told;
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 You']);
    expect(focused(element)).to.equal(part(element, 'error-summary'));
  });

  it('goTo() leads to a section without judging and without asking the page', async () => {
    const element = await drawSteps();
    const moves = movesOf(element);
    expect(element.goTo('work')).to.equal(true);
    expect(heading(element)).to.equal('Section 2 of 3 Work');
    expect(element.goTo('visa'), 'not shown').to.equal(false);
    expect(element.goTo('elsewhere')).to.equal(false);
    expect(heading(element)).to.equal('Section 2 of 3 Work');
    expect(moves).to.deep.equal([]);
    expect(element.issues).to.deep.equal([]);
  });

  it('goTo() leads to a section of a form on one page, too', async () => {
    const element = await drawSteps(undefined, { layout: 'page' });
    expect(element.goTo('work')).to.equal(true);
    expect(words(focused(element)?.querySelector('.section-title'))).to.equal('Work');
    expect(element.goTo('visa')).to.equal(false);
  });

  it('reset() begins again', async () => {
    const element = await drawSteps();
    passFirst(element);
    element.reset();
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 3 You']);
    expect(control(element, 'E-mail').value).to.equal('');
  });
});

describe('job-application-step', () => {
  it('asks the page before every move of the applicant', async () => {
    const element = await drawSteps();
    const moves = movesOf(element);
    passFirst(element);
    press(element, 'Continue');
    press(element, 'Back');
    expect(moves).to.deep.equal(['you>work', 'work>review', 'review>work']);
  });

  it('keeps the step where the page says no', async () => {
    const element = await drawSteps();
    element.addEventListener('job-application-step', (event) => event.preventDefault());
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 3 You']);
  });

  it('names a section that has no id by its place, whatever is shown', async () => {
    const { id: _id, ...nameless } = work;
    const element = await drawSteps([you, visa, nameless, equality]);
    const moves = movesOf(element);
    passFirst(element);
    expect(moves).to.deep.equal(['you>section-3']);
    expect(element.goTo('section-3')).to.equal(true);
  });
});
