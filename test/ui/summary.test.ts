import { expect, oneEvent } from '@open-wc/testing';
import type { JobApplicationInvalidEvent } from '../../src/index.js';
import {
  control,
  draw,
  email,
  focused,
  judge,
  messages,
  note,
  part,
  postingJson,
  summary,
  type,
  words,
} from './support/element.js';

const cv = { name: 'cv', type: 'file', label: 'CV' };
const color = {
  name: 'color',
  type: 'choice',
  label: 'Colour',
  required: true,
  options: [{ value: 'red' }, { value: 'blue' }],
};
const hinted = { ...email, description: 'We write to it' };
const rules = [{ rule: 'at-least-one', fields: ['cv', 'note'], message: 'Give one of the two' }];

/** The texts that describe a control, in the order in which they are read. */
function described(target: HTMLElement): string[] {
  const root = target.getRootNode() as ShadowRoot;
  return (target.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => words(root.getElementById(id)))
    .filter(Boolean);
}

describe('the error summary', () => {
  it('is not there before anything was judged', async () => {
    expect(summary(await draw())).to.deep.equal([]);
  });

  it('takes the focus and says each message as it stands at its field, in the form’s order', async () => {
    const element = await draw(postingJson([email, { ...note, required: true }]));
    await judge(element);
    expect(focused(element)).to.equal(part(element, 'error-summary'));
    expect(messages(element)).to.deep.equal(summary(element).map((sentence) => `Error: ${sentence}`));
    expect(summary(element)[0]).to.contain('E-mail');
    expect(summary(element)[1]).to.contain('Note');
  });

  it('stands above the first question', async () => {
    const element = await draw();
    await judge(element);
    const follows = part(element, 'error-summary')?.compareDocumentPosition(control(element, 'E-mail')) ?? 0;
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
  });

  it('leads to the control', async () => {
    const element = await draw(postingJson([email, color, { ...cv, required: true }]));
    await judge(element);
    const links = part(element, 'error-summary')?.querySelectorAll('a') ?? [];
    expect(links).to.have.length(3);
    const reached = [...links].map((link) => {
      link.click();
      return focused(element)?.closest('[part~=field]')?.querySelector('[part~=label]');
    });
    expect(reached.map((label) => words(label).replace(' (required)', ''))).to.deep.equal(['E-mail', 'Colour', 'CV']);
    expect(location.hash).to.equal('');
  });

  it('leads into a repeat', async () => {
    const fields = [
      { ...note, name: 'school', label: 'School' },
      { ...note, name: 'town', label: 'Town', required: true },
    ];
    const element = await draw(postingJson([{ name: 'edu', type: 'repeat', label: 'Education', min: 2, fields }]));
    await judge(element);
    const links = [...(part(element, 'error-summary')?.querySelectorAll('a') ?? [])];
    expect(links).to.have.length(2);
    links[1]?.click();
    const towns = [...(element.shadowRoot?.querySelectorAll('input') ?? [])].filter(
      (each) => words(each.labels?.[0]) === 'Town',
    );
    expect(focused(element)).to.equal(towns[1]);
  });

  it('says what a rule asks for once, and each of its fields says it', async () => {
    const element = await draw(postingJson([cv, note], {}, { rules }));
    await judge(element);
    expect(summary(element)).to.have.length(1);
    expect(messages(element)).to.have.length(2);
    expect(summary(element)[0]).to.contain('Give one of the two');
  });

  it('goes away with the last thing that was wrong, and follows the answers before', async () => {
    const element = await draw(postingJson([email, { ...note, required: true }]));
    await judge(element);
    type(control(element, 'Note'), 'x');
    expect(summary(element)).to.have.length(1);
    type(control(element, 'E-mail'), 'a');
    expect(summary(element)[0]).to.contain('e-mail address');
    type(control(element, 'E-mail'), 'a@b.co');
    expect(part(element, 'error-summary')).to.equal(null);
    expect(element.state).to.equal('ready');
  });

  it('does not move the focus while the answers change', async () => {
    const element = await draw(postingJson([email, { ...note, required: true }]));
    await judge(element);
    control(element, 'Note').focus();
    type(control(element, 'Note'), 'x');
    expect(focused(element)).to.equal(control(element, 'Note'));
  });
});

describe('a field with a problem', () => {
  it('is invalid and described by its description, its hints and then its error', async () => {
    const element = await draw(postingJson([hinted, cv, { ...note, description: 'Or so' }], {}, { rules }));
    await judge(element);
    const target = control(element, 'E-mail');
    expect(target.getAttribute('aria-invalid')).to.equal('true');
    expect(described(target)).to.deep.equal(['We write to it', messages(element)[0]]);
    expect(described(control(element, 'Note'))).to.deep.equal(['Or so', 'Error: Give one of the two']);
    type(target, 'a@b.co');
    expect(target.hasAttribute('aria-invalid')).to.equal(false);
    expect(described(target)).to.deep.equal(['We write to it']);
  });

  it('has what a rule asks for as a hint, and in its place as an error once it is wrong', async () => {
    const element = await draw(postingJson([cv, note], {}, { rules }));
    const target = control(element, 'Note');
    expect(described(target)).to.deep.equal(['Give one of the two']);
    await judge(element);
    expect(described(target)).to.deep.equal(['Error: Give one of the two']);
    type(target, 'x');
    expect(described(target)).to.deep.equal(['Give one of the two']);
  });
});

describe('the element’s own account', () => {
  it('is what validate() gives and issues has', async () => {
    const element = await draw();
    const told = oneEvent<JobApplicationInvalidEvent>(element, 'job-application-invalid');
    const issues = element.validate();
    expect(issues).to.deep.equal([{ field: 'email', code: 'required', params: { ask: 'enter' } }]);
    expect(element.issues).to.deep.equal(issues);
    expect((await told).issues).to.deep.equal(issues);
    expect(element.matches(':state(invalid)')).to.equal(true);
    expect(element.matches(':state(ready)')).to.equal(false);
  });

  it('is empty where nothing is wrong, and nothing is told', async () => {
    const element = await draw(postingJson([note]));
    let told = 0;
    element.addEventListener('job-application-invalid', () => (told += 1));
    expect(element.validate()).to.deep.equal([]);
    expect(told).to.equal(0);
    expect(element.state).to.equal('ready');
  });

  it('is cleared by reset()', async () => {
    const element = await draw();
    await judge(element);
    type(control(element, 'Note'), 'x');
    element.reset();
    await element.updateComplete;
    expect(element.state).to.equal('ready');
    expect(messages(element)).to.deep.equal([]);
    expect(part(element, 'error-summary')).to.equal(null);
    expect(control(element, 'Note').value).to.equal('');
  });
});
