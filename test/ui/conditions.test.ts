import { expect } from '@open-wc/testing';
import {
  control,
  draw,
  focused,
  hasControl,
  judge,
  messages,
  note,
  parts,
  postingJson,
  type,
  words,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const text = (name: string, more: object = {}) => ({ name, type: 'text', label: name, ...more });
const isYes = { '==': [{ var: 'abroad' }, true] };
const abroad = { name: 'abroad', type: 'boolean', label: 'Abroad' };
const choose = (element: Parameters<typeof control>[0], name: string): void => control(element, name).click();

describe('a field with a condition', () => {
  it('appears and goes with the answer it hangs on, and keeps what was typed', async () => {
    const element = await draw(postingJson([abroad, text('visa', { showIf: isYes })]));
    expect(hasControl(element, 'visa')).to.equal(false);
    choose(element, 'Yes');
    type(control(element, 'visa'), 'kept');
    choose(element, 'No');
    expect(hasControl(element, 'visa')).to.equal(false);
    expect({ ...element.answers }).to.deep.equal({ abroad: false });
    choose(element, 'Yes');
    expect(control(element, 'visa').value).to.equal('kept');
  });

  it('goes with its whole section, the heading too', async () => {
    const sections = [{ fields: [abroad] }, { title: 'Visa', showIf: isYes, fields: [text('visa')] }];
    const element = await draw(postingJson([], {}, { sections }));
    const titles = (): string[] => parts(element, 'section-title').map(words);
    expect(titles()).to.deep.equal([]);
    choose(element, 'Yes');
    expect(titles()).to.deep.equal(['Visa']);
  });

  it('takes its section along where it was the only one in it', async () => {
    const sections = [{ fields: [abroad] }, { title: 'Visa', fields: [text('visa', { showIf: isYes })] }];
    const element = await draw(postingJson([], {}, { sections }));
    expect(parts(element, 'section-title')).to.deep.equal([]);
  });

  it('is not judged while it is not shown, and says nothing as it appears', async () => {
    const element = await draw(
      postingJson([{ ...abroad, required: true }, text('visa', { required: true, showIf: isYes })]),
    );
    await judge(element);
    expect(messages(element)).to.have.length(1);
    choose(element, 'Yes');
    expect(messages(element)).to.deep.equal([]);
    await judge(element);
    expect(messages(element)).to.have.length(1);
  });

  it('may be an option, which is offered with the answer it hangs on', async () => {
    const options = [{ value: 'red' }, { value: 'blue', showIf: isYes }];
    const element = await draw(
      postingJson([abroad, { name: 'c', type: 'choice', label: 'C', multiple: true, options }]),
    );
    expect(hasControl(element, 'blue')).to.equal(false);
    choose(element, 'Yes');
    choose(element, 'blue');
    expect({ ...element.answers }).to.deep.equal({ abroad: true, c: ['blue'] });
    choose(element, 'No');
    expect({ ...element.answers }).to.deep.equal({ abroad: false });
    expect(element.validate()).to.deep.equal([]);
  });
});

describe('a repeat', () => {
  const fields = [text('School', { name: 'school', label: 'School', required: true }), text('town', { label: 'Town' })];
  const education = { name: 'edu', type: 'repeat', label: 'Education', itemLabel: 'Course', max: 2, fields };
  const schools = (element: Parameters<typeof control>[0]): HTMLInputElement[] =>
    [...(element.shadowRoot?.querySelectorAll('input') ?? [])].filter((each) => words(each.labels?.[0]) === 'School');
  const status = (element: Parameters<typeof control>[0]): string =>
    words(element.shadowRoot?.querySelector('[role=status]'));
  const spoken = async (element: Parameters<typeof control>[0]): Promise<string> => {
    await waitUntil(() => status(element) !== '', 'nothing is said');
    return status(element);
  };

  it('begins without an entry, or with as many as it must have', async () => {
    expect(schools(await draw(postingJson([education])))).to.have.length(0);
    expect(schools(await draw(postingJson([{ ...education, required: true }])))).to.have.length(1);
    expect(schools(await draw(postingJson([{ ...education, min: 2 }])))).to.have.length(2);
  });

  it('adds an entry, puts the focus in it and says so', async () => {
    const element = await draw(postingJson([education]));
    control(element, 'Add: Course').click();
    expect(schools(element)).to.have.length(1);
    expect(focused(element)).to.equal(schools(element)[0]);
    expect(await spoken(element)).to.equal('Course 1 added');
    control(element, 'Add another: Course').click();
    expect(focused(element)).to.equal(schools(element)[1]);
    expect(hasControl(element, 'Add another: Course'), 'two at most').to.equal(false);
  });

  it('removes the entry that was meant, keeps the others’ answers, and does not lose the focus', async () => {
    const element = await draw(postingJson([education]));
    control(element, 'Add: Course').click();
    control(element, 'Add another: Course').click();
    schools(element).forEach((each, index) => type(each, `School ${index + 1}`));
    await spoken(element);
    control(element, 'Remove Course 1').click();
    expect(schools(element).map(({ value }) => value)).to.deep.equal(['School 2']);
    expect({ ...element.answers }).to.deep.equal({ edu: [{ school: 'School 2' }] });
    expect(await spoken(element)).to.equal('Course 1 removed');
    expect(focused(element)).to.not.equal(null);
    control(element, 'Remove Course 1').click();
    expect({ ...element.answers }).to.deep.equal({});
    expect(focused(element)).to.equal(control(element, 'Add: Course'));
  });

  it('moves an entry with all that is in it, keeps the focus on the button and says so', async () => {
    const element = await draw(postingJson([{ ...education, max: 3, min: 3 }]));
    schools(element).forEach((each, index) => type(each, `School ${index + 1}`));
    const [, second] = schools(element);
    const up = control(element, 'Move up: Course 2');
    up.focus();
    up.click();
    expect(schools(element).map(({ value }) => value)).to.deep.equal(['School 2', 'School 1', 'School 3']);
    expect(schools(element)[0], 'the same control').to.equal(second);
    expect(await spoken(element)).to.equal('Course 2 moved to position 1 of 3');
    expect(focused(element)).to.equal(control(element, 'Move up: Course 1'));
    expect(focused(element)?.getAttribute('aria-disabled')).to.equal('true');
    control(element, 'Move up: Course 1').click();
    control(element, 'Move down: Course 3').click();
    expect(schools(element).map(({ value }) => value)).to.deep.equal(['School 2', 'School 1', 'School 3']);
    control(element, 'Move down: Course 1').click();
    expect({ ...element.answers }).to.deep.equal({
      edu: [{ school: 'School 1' }, { school: 'School 2' }, { school: 'School 3' }],
    });
    expect(focused(element)).to.equal(control(element, 'Move down: Course 2'));
  });

  it('keeps what is chosen in entries that change places', async () => {
    const field = { ...education, min: 2, fields: [{ name: 'done', type: 'boolean', label: 'Done', required: true }] };
    const element = await draw(postingJson([field]));
    const radios = (): boolean[] =>
      [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=radio]') ?? [])].map(({ checked }) => checked);
    const [firstYes, , , secondNo] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]');
    firstYes!.click();
    secondNo!.click();
    control(element, 'Move down: Course 1').click();
    expect(radios()).to.deep.equal([false, true, true, false]);
  });

  it('does not offer to remove what must be there', async () => {
    const element = await draw(postingJson([{ ...education, min: 1 }]));
    expect(hasControl(element, 'Remove Course 1')).to.equal(false);
  });

  it('says what is wrong at the field of the entry, and follows it when entries go', async () => {
    const element = await draw(postingJson([{ ...education, min: 1 }, note]));
    control(element, 'Add another: Course').click();
    type(schools(element)[1]!, 'B');
    await judge(element);
    expect(element.issues.map(({ field }) => field)).to.deep.equal(['edu[0][school]']);
    expect(messages(element)).to.have.length(1);
    control(element, 'Remove Course 1').click();
    expect(messages(element)).to.deep.equal([]);
  });
});
