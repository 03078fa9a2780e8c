import { expect, oneEvent } from '@open-wc/testing';
import type { JobApplication } from '../../../src/index.js';
import { control, part, summary, type } from '../support/element.js';
import { drawSteps, heading, movesOf, passFirst, press, stepsInView, work, you } from './support.js';

const on = { 'step-history': '' };

/** Goes through the browser's history and waits until it has. */
async function travel(by: -1 | 1): Promise<void> {
  const arrived = oneEvent(window, 'popstate');
  history.go(by);
  await arrived;
}

/** Every call of the page's history while this runs. */
async function written(act: () => unknown): Promise<string[]> {
  const calls: string[] = [];
  const { pushState, replaceState } = history;
  history.pushState = (...given) => {
    calls.push('push');
    pushState.apply(history, given);
  };
  history.replaceState = (...given) => {
    calls.push('replace');
    replaceState.apply(history, given);
  };
  try {
    await act();
  } finally {
    Reflect.deleteProperty(history, 'pushState');
    Reflect.deleteProperty(history, 'replaceState');
  }
  return calls;
}

describe('step-history', () => {
  // Each test begins at an entry of its own.
  beforeEach(() => history.pushState(null, ''));

  it('is off: without the attribute the history is never touched nor heeded', async () => {
    let element: JobApplication | undefined;
    const calls = await written(async () => {
      element = await drawSteps([you, work]);
      passFirst(element);
      press(element, 'Back');
      element.goTo('work');
      element.reset();
    });
    expect(calls).to.deep.equal([]);
    history.pushState({ 'job-application-steps': { 'optician:0': 'review' } }, '');
    history.pushState(null, '');
    await travel(-1);
    expect(stepsInView(element!)).to.deep.equal(['Section 1 of 2 You']);
  });

  it('moves with Back and Forward of the browser, and asks the page', async () => {
    const element = await drawSteps([you, work], on);
    const moves = movesOf(element);
    passFirst(element);
    press(element, 'Continue');
    await travel(-1);
    expect(heading(element)).to.equal('Section 2 of 2 Work');
    await travel(-1);
    expect(heading(element)).to.equal('Section 1 of 2 You');
    await travel(1);
    expect(heading(element)).to.equal('Section 2 of 2 Work');
    expect(moves.slice(2)).to.deep.equal(['review>work', 'work>you', 'you>work']);
  });

  it('does not touch the history before the first move', async () => {
    expect(await written(() => drawSteps([you, work], on))).to.deep.equal([]);
  });

  it('keeps the page’s own state and address', async () => {
    history.replaceState({ route: 'job', scroll: 7 }, '', '#form');
    const { href } = location;
    const element = await drawSteps([you, work], on);
    passFirst(element);
    expect(history.state).to.deep.include({ route: 'job', scroll: 7 });
    expect(location.href).to.equal(href);
  });

  it('leaves entries alone that are not its own', async () => {
    const element = await drawSteps([you, work], on);
    passFirst(element);
    history.pushState({ route: 'elsewhere' }, '');
    history.pushState({ route: 'further' }, '');
    await travel(-1);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
    expect(history.state).to.deep.equal({ route: 'elsewhere' });
  });

  it('leaves a state alone that nothing can be added to', async () => {
    history.replaceState('a word', '');
    const element = await drawSteps([you, work], on);
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
    expect(history.state).to.equal('a word');
  });

  it('judges the step that Forward leaves, and stays where something is wrong', async () => {
    const element = await drawSteps([you, work], on);
    passFirst(element);
    await travel(-1);
    type(control(element, 'E-mail'), '');
    const told = oneEvent(element, 'job-application-invalid');
    await travel(1);
    await told;
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 2 You']);
    expect(summary(element)).to.deep.equal(['Fill in “E-mail”']);
    passFirst(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
  });

  it('stays where the page says no to Back', async () => {
    const element = await drawSteps([you, work], on);
    passFirst(element);
    element.addEventListener('job-application-step', (event) => event.preventDefault());
    await travel(-1);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
  });

  it('is each element’s own on a page with two', async () => {
    const first = await drawSteps([you, work], on);
    const second = await drawSteps([you, work], on);
    passFirst(first);
    passFirst(second);
    await travel(-1);
    expect([stepsInView(first), stepsInView(second)].flat()).to.deep.equal([
      'Section 2 of 2 Work',
      'Section 1 of 2 You',
    ]);
    await travel(-1);
    expect([stepsInView(first), stepsInView(second)].flat()).to.deep.equal([
      'Section 1 of 2 You',
      'Section 1 of 2 You',
    ]);
  });

  it('is heeded no longer once the element has left the page, and again when it is back', async () => {
    const element = await drawSteps([you, work], on);
    const main = element.parentElement!;
    passFirst(element);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    await travel(-1);
    expect(part(element, 'review')?.parentElement?.querySelectorAll('.section--away')).to.have.length(2);
    main.append(element);
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
    await travel(1);
    await travel(-1);
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 2 You']);
  });

  it('returns to the step of a reload where the answers allow it, whenever they come', async () => {
    history.replaceState({ 'job-application-steps': { 'optician:0': 'work' } }, '');
    const element = await drawSteps([you, work], on);
    expect(stepsInView(element), 'nothing is answered yet').to.deep.equal(['Section 1 of 2 You']);
    element.fill({ email: 'a@b.co' });
    expect(stepsInView(element)).to.deep.equal(['Section 2 of 2 Work']);
  });

  it('does not take an applicant away who has begun at the first step', async () => {
    history.replaceState({ 'job-application-steps': { 'optician:0': 'work' } }, '');
    const element = await drawSteps([you, work], on);
    // Said here, since a window without the focus says it of nothing.
    control(element, 'E-mail').dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    type(control(element, 'E-mail'), 'a@b.co');
    expect(stepsInView(element)).to.deep.equal(['Section 1 of 2 You']);
  });
});
