import { expect } from '@open-wc/testing';
import { control, focused, messages, part, type, words, type Json } from '../support/element.js';
import type { JobApplication } from '../../../src/index.js';
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

/** At the review, with an e-mail address and nothing else. */
async function drawReview(sections?: readonly Json[], attributes?: Record<string, string>): Promise<JobApplication> {
  const element = await drawSteps(sections, attributes);
  passFirst(element);
  element.goTo('review');
  return element;
}

function answersInView(element: JobApplication): string[] {
  return [...(element.shadowRoot?.querySelectorAll('.review > div') ?? [])].map((row) =>
    [...row.querySelectorAll('dt, dd:not(.review-change)')].map(words).join(': '),
  );
}

describe('the review', () => {
  it('comes after the last section that is not about equality, with the focus on its heading', async () => {
    const element = await drawSteps([equality, you, work]);
    passFirst(element);
    press(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Check your answers']);
    expect(heading(element)).to.equal('Check your answers');
    press(element, 'Continue');
    expect(stepsInView(element)).to.deep.equal(['Section 3 of 3 Equality']);
  });

  it('tells every answer by section, and what was not answered', async () => {
    const element = await drawReview();
    const titles = [...(element.shadowRoot?.querySelectorAll('.review-section-title') ?? [])].map(words);
    expect(titles).to.deep.equal(['You', 'Work']);
    expect(answersInView(element)).to.deep.equal([
      'E-mail: a@b.co',
      'Do you live abroad: Not answered',
      'Why us: Not answered',
    ]);
  });

  it('tells files with their sizes, and sensitive answers, which are the applicant’s own', async () => {
    const fields = [
      { name: 'cv', type: 'file', label: 'CV' },
      { name: 'salary', type: 'text', label: 'Salary', sensitive: true },
      { name: 'note', type: 'content', content: 'Only words' },
    ];
    const element = await drawReview([you, { title: 'More', fields }]);
    element.fill({ cv: [new File(['x'.repeat(2000)], 'cv.pdf', { type: 'application/pdf' })], salary: '1' });
    expect(answersInView(element).slice(2)).to.deep.equal(['CV: cv.pdf (2 kB)', 'Salary: 1']);
  });

  it('is the last step where no section comes after it, and sends', async () => {
    const element = await drawReview([you, work]);
    expect(control(element, 'Submit application').type).to.equal('submit');
    expect(words(part(element, 'review'))).to.not.contain('equality');
  });

  it('leads to a question by Change, and after Continue back again', async () => {
    const element = await drawReview();
    const moves = movesOf(element);
    press(element, 'Change Why us');
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 3 Work']);
    expect(focused(element)).to.equal(control(element, 'Why us'));
    type(control(element, 'Why us'), 'The glass');
    press(element, 'Continue');
    expect(heading(element)).to.equal('Check your answers');
    expect(answersInView(element)).to.include('Why us: The glass');
    expect(moves).to.deep.equal(['review>work', 'work>review']);
  });

  it('leads back by Back as well, and judges nothing then', async () => {
    const element = await drawReview();
    press(element, 'Change E-mail');
    type(control(element, 'E-mail'), '');
    press(element, 'Back');
    expect(stepsInView(element)).to.deep.equal(['Check your answers']);
  });

  it('lets nobody return to it with a wrong answer', async () => {
    const element = await drawReview();
    press(element, 'Change E-mail');
    type(control(element, 'E-mail'), '');
    await pressInVain(element, 'Continue');
    expect(messages(element)).to.deep.equal(['Error: Fill in “E-mail”']);
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Check your answers']);
  });

  it('is not returned to past a section that the changed answer has shown', async () => {
    const element = await drawReview([you, visa, work]);
    press(element, 'Change Do you live abroad');
    control(element, 'Yes').click();
    press(element, 'Continue');
    expect(heading(element)).to.equal('Section 2 of 3 Visa');
    expect(messages(element), 'nothing is wrong before it was asked').to.deep.equal([]);
    type(control(element, 'Work permit'), 'B1');
    press(element, 'Continue');
    expect(heading(element)).to.equal('Check your answers');
  });

  it('says that questions about equality come after it', async () => {
    const element = await drawReview();
    expect(words(part(element, 'review'))).to.contain('Some questions about equality come after this.');
  });

  it('speaks German', async () => {
    const element = await drawSteps([you, work], { lang: 'de' });
    element.goTo('review');
    expect(words(part(element, 'review'))).to.contain('Noch ist nichts abgeschickt.');
    press(element, 'Ändern E-mail');
    expect(stepsInView(element)).to.deep.equal(['Abschnitt 1 von 2 You']);
  });
});

describe('sections about equality', () => {
  it('stand last on one page, too, and say why they are asked and that they are optional', async () => {
    const element = await drawSteps([equality, you, work], { layout: 'page' });
    expect(stepsInView(element)).to.deep.equal(['You', 'Work', 'Equality']);
    const section = words(part(element, 'section-equality'));
    expect(section).to.contain('Questions like these are asked to see whether everybody is treated equally in hiring.');
    expect(section).to.contain('You can leave any of these questions unanswered.');
  });

  it('leave the reason to the posting’s author, where that is given', async () => {
    const element = await drawSteps([{ ...equality, description: 'The law asks us to.' }], { layout: 'page' });
    const section = words(part(element, 'section-equality'));
    expect(section).to.contain('You can leave any of these questions unanswered. The law asks us to.');
    expect(section).to.not.contain('Questions like these');
  });

  it('do not call a required question optional', async () => {
    const required = { ...equality, fields: [{ ...equality.fields[0], required: true }] };
    const element = await drawSteps([required], { layout: 'page' });
    expect(words(part(element, 'section-equality'))).to.not.contain('unanswered');
  });
});
