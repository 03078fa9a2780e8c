import { expect, nextFrame } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw, focused, hasControl, judge, messages, postingJson, type, words } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const text = (name: string, more: object = {}) => ({ name, type: 'text', label: name, ...more });
const isYes = { '==': [{ var: 'abroad' }, true] };
const abroad = { name: 'abroad', type: 'boolean', label: 'Abroad' };

function press(element: JobApplication, name: string): void {
  control(element, name).focus();
  control(element, name).click();
}

async function untilFocused(element: JobApplication, control: () => Element | undefined): Promise<void> {
  await waitUntil(() => focused(element) === control(), 'the focus is elsewhere');
}

function status(element: JobApplication): string {
  return words(element.shadowRoot?.querySelector('[role=status]'));
}

async function untilSaid(element: JobApplication, sentence: string): Promise<void> {
  await waitUntil(() => status(element) === sentence, `never said "${sentence}"`);
}

describe('a question that appears', () => {
  it('is said once, and the focus stays', async () => {
    const element = await draw(postingJson([abroad, text('visa', { showIf: isYes })]));
    press(element, 'Yes');
    await untilSaid(element, 'One more question: visa');
    expect(focused(element) === control(element, 'Yes'), 'the focus is there').to.equal(true);
    const region = element.shadowRoot?.querySelector('[role=status]');
    let changes = 0;
    new MutationObserver(() => (changes += 1)).observe(region!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    control(element, 'visa').focus();
    type(control(element, 'visa'), 'typed');
    await nextFrame();
    expect(changes).to.equal(0);
  });

  it('is counted with the others that appear, down a chain and with a section', async () => {
    const sections = [
      { fields: [abroad, text('visa', { showIf: isYes, default: 'x' }), text('kind', { showIf: { var: 'visa' } })] },
      { title: 'More', showIf: isYes, fields: [text('country')] },
    ];
    const element = await draw(postingJson([], {}, { sections }));
    press(element, 'Yes');
    await untilSaid(element, '3 more questions');
  });

  it('is told from a text that appears', async () => {
    const element = await draw(postingJson([abroad, { type: 'content', content: 'We help.', showIf: isYes }]));
    press(element, 'Yes');
    await untilSaid(element, 'There is more to read now');
  });

  it('is not said to somebody who is not in the form', async () => {
    const element = await draw(postingJson([abroad, text('visa', { showIf: isYes })]));
    element.fill({ abroad: true });
    expect(hasControl(element, 'visa')).to.equal(true);
    await nextFrame();
    expect(status(element)).to.equal('');
  });

  it('is said inside an entry, too, and with what is said of the entry', async () => {
    const jobs = {
      name: 'jobs',
      type: 'repeat',
      label: 'Jobs',
      itemLabel: 'Job',
      fields: [
        { name: 'current', type: 'boolean', label: 'Still there', required: true },
        text('end', { showIf: { '==': [{ var: 'current' }, false] } }),
      ],
    };
    const element = await draw(postingJson([jobs, text('why', { showIf: { var: 'jobs' } })]));
    press(element, 'Add: Job');
    // Together with the entry, or after it where the code that says so has still to come.
    await waitUntil(() => /(^|\. )One more question: why$/.test(status(element)));
    press(element, 'Remove Job 1');
    await untilSaid(element, 'Job 1 removed');
    press(element, 'Add: Job');
    await untilSaid(element, 'Job 1 added. One more question: why');
    press(element, 'No');
    await untilSaid(element, 'One more question: Job 1: end');
    press(element, 'Yes');
    expect(hasControl(element, 'end')).to.equal(false);
  });
});

describe('a question that goes while it has the focus', () => {
  it('leaves it to the question that it hangs on, at what is chosen there', async () => {
    const element = await draw(
      postingJson([text('first'), abroad, text('visa', { showIf: { '!': { var: 'abroad' } } })]),
    );
    control(element, 'visa').focus();
    element.fill({ abroad: true });
    expect(hasControl(element, 'visa')).to.equal(false);
    await untilFocused(element, () => control(element, 'Yes'));
  });

  it('leaves it to the question that its section hangs on', async () => {
    const sections = [
      { fields: [text('first'), text('note')] },
      { showIf: { '!': { var: 'note' } }, fields: [text('visa')] },
    ];
    const element = await draw(postingJson([], {}, { sections }));
    control(element, 'visa').focus();
    element.fill({ note: 'x' });
    await untilFocused(element, () => control(element, 'note'));
  });

  it('leaves it to what is left of its entry', async () => {
    const fields = [text('school'), text('why', { showIf: { '!': { var: 'outer' } } })];
    const edu = { name: 'edu', type: 'repeat', label: 'Education', min: 2, fields };
    const element = await draw(postingJson([text('outer'), edu]));
    const controls = (name: string): HTMLElement[] =>
      [...(element.shadowRoot?.querySelectorAll('input') ?? [])].filter((each) => words(each.labels?.[0]) === name);
    controls('why')[1]!.focus();
    element.fill({ outer: 'x' });
    expect(controls('why')).to.have.length(0);
    await untilFocused(element, () => controls('school')[1]);
  });

  it('does not draw it away from where it is', async () => {
    const element = await draw(postingJson([text('first'), text('visa', { showIf: { '!': { var: 'first' } } })]));
    control(element, 'first').focus();
    type(control(element, 'first'), 'x');
    expect(focused(element) === control(element, 'first'), 'the focus is there').to.equal(true);
  });
});

describe('what came after the answers were judged', () => {
  it('is asked, and not told of before they are judged again', async () => {
    const fields = [
      text('school', { label: 'School', required: true }),
      { name: 'current', type: 'boolean', label: 'Current' },
      text('end', { label: 'End', required: true, showIf: { '==': [{ var: 'current' }, false] } }),
    ];
    const edu = { name: 'edu', type: 'repeat', label: 'Education', itemLabel: 'Course', min: 1, fields };
    const element = await draw(postingJson([edu]));
    await judge(element);
    expect(messages(element)).to.have.length(1);
    press(element, 'No');
    press(element, 'Add another: Course');
    expect(messages(element)).to.have.length(1);
    await judge(element);
    expect(element.issues.map(({ field }) => field)).to.deep.equal(['edu[0][school]', 'edu[0][end]', 'edu[1][school]']);
  });
});
