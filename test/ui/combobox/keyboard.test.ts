import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { choiceField, drawCombobox, typeInto, type DrawnCombobox } from './draw-combobox.js';
import { drawFields } from '../fields/draw-fields.js';
import { waitUntil } from '../support/wait-until.js';

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

interface Row {
  readonly keys: readonly string[];
  readonly typed?: string;
  readonly open: boolean;
  readonly marked?: string;
  readonly answers: object;
}

const germany = { country: 'DE' };

/** What keys do, from a control that has the focus and nothing in it, or the text typed. */
const table: Readonly<Record<string, Row>> = {
  'Down opens the list at its first option': { keys: ['ArrowDown'], open: true, marked: 'Austria', answers: {} },
  'Up opens it at its last': { keys: ['ArrowUp'], open: true, marked: 'United States', answers: {} },
  'Alt+Down opens it and marks nothing': { keys: ['Alt+ArrowDown'], open: true, answers: {} },
  'Alt+Up closes it': { keys: ['ArrowDown', 'Alt+ArrowUp'], open: false, answers: {} },
  'Down goes from option to option': {
    keys: ['ArrowDown', 'ArrowDown', 'ArrowDown'],
    open: true,
    marked: 'Germany',
    answers: {},
  },
  'Up from the first goes to the last': {
    keys: ['ArrowDown', 'ArrowUp'],
    open: true,
    marked: 'United States',
    answers: {},
  },
  'Down from the last goes to the first': {
    keys: ['ArrowUp', 'ArrowDown'],
    open: true,
    marked: 'Austria',
    answers: {},
  },
  'Page Down goes far, and no farther than the last': {
    keys: ['ArrowDown', 'PageDown'],
    open: true,
    marked: 'United States',
    answers: {},
  },
  'Page Up goes back to the first': {
    keys: ['ArrowUp', 'PageUp'],
    open: true,
    marked: 'Austria',
    answers: {},
  },
  'Home gives the caret back to the text': { keys: ['ArrowDown', 'Home'], open: true, answers: {} },
  'End does, too': { keys: ['ArrowDown', 'End'], open: true, answers: {} },
  'Enter takes the marked option and closes': {
    keys: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'],
    open: false,
    answers: germany,
  },
  'Enter takes the only option that is left': { typed: 'germ', keys: ['Enter'], open: false, answers: germany },
  'Enter takes nothing where several are left': { typed: 'united', keys: ['Enter'], open: true, answers: {} },
  'Escape closes and takes nothing': { keys: ['ArrowDown', 'Escape'], open: false, answers: {} },
  'Escape keeps what was typed': { typed: 'germ', keys: ['Escape', 'Escape'], open: false, answers: {} },
  'Tab takes nothing that is only marked': { keys: ['ArrowDown', 'Tab'], open: false, answers: {} },
  'Tab leaves what is typed as it is': { typed: 'germ', keys: ['Tab'], open: false, answers: {} },
};

describe('the keys of a combobox', () => {
  let drawn: DrawnCombobox;
  let submits: number;

  beforeEach(async () => {
    drawn = await drawCombobox();
    submits = 0;
    drawn.root.querySelector('form')!.addEventListener('submit', () => (submits += 1));
    drawn.input.focus();
  });

  for (const [name, { keys, typed, open, marked, answers }] of Object.entries(table)) {
    it(name, async () => {
      if (typed !== undefined) typeInto(drawn.input, typed);
      for (const key of keys) {
        const [modifier, plain] = key.includes('+') ? key.split('+') : [undefined, key];
        if (modifier) await sendKeys({ down: modifier });
        await press(plain);
        if (modifier) await sendKeys({ up: modifier });
      }
      expect(drawn.isOpen(), 'open').to.equal(open);
      expect(drawn.marked()).to.equal(marked);
      expect(drawn.element.answers).to.deep.equal(answers);
      if (typed !== undefined && Object.keys(answers).length === 0) expect(drawn.input.value).to.equal(typed);
      expect(submits, 'submitted').to.equal(0);
    });
  }

  it('submit the form by Enter once the list is closed', async () => {
    await press('ArrowDown', 'Enter');
    expect(submits).to.equal(0);
    await press('Enter');
    expect(submits).to.equal(1);
  });

  it('keep an Escape that closes the list from what is around the form', async () => {
    const heard: string[] = [];
    drawn.element.parentElement!.addEventListener('keydown', ({ key }) => heard.push(key));
    await press('ArrowDown', 'Escape', 'Escape');
    expect(heard).to.deep.equal(['ArrowDown', 'Escape']);
  });

  it('mark what is chosen when the list is opened again, with all options around it', async () => {
    typeInto(drawn.input, 'germ');
    await press('Enter', 'ArrowDown');
    expect(drawn.marked()).to.equal('Germany');
    expect(drawn.options()).to.have.length(7);
  });
});

describe('a combobox in a language that is written by composing', () => {
  const cities = [
    { value: 'seoul', label: '서울' },
    { value: 'suwon', label: '수원' },
    { value: 'tokyo', label: '東京' },
    { value: 'istanbul', label: 'İstanbul' },
  ];
  const composing = (key: string): KeyboardEvent =>
    new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true, cancelable: true });

  it('leaves the keys of a word that is being composed to the input method', async () => {
    const { element, input, isOpen, marked } = await drawCombobox(choiceField({ options: cities }));
    typeInto(input, '수');
    for (const key of ['Enter', 'Escape', 'ArrowDown']) {
      const event = composing(key);
      input.dispatchEvent(event);
      expect(event.defaultPrevented, key).to.equal(false);
    }
    expect([isOpen(), marked(), element.answers]).to.deep.equal([true, undefined, {}]);
    expect(input.value).to.equal('수');
  });

  it('finds what has been composed so far, and takes the whole word', async () => {
    const { element, input, options } = await drawCombobox(choiceField({ options: cities }));
    typeInto(input, '수');
    expect(options()).to.deep.equal(['수원']);
    typeInto(input, '東');
    expect(options()).to.deep.equal(['東京']);
    typeInto(input, 'istan');
    expect(options()).to.deep.equal(['İstanbul']);
    typeInto(input, '수원');
    expect(element.answers).to.deep.equal({ country: 'suwon' });
  });
});

describe('the keys of a combobox for several answers out of 2,500', () => {
  const schools = Array.from({ length: 2500 }, (_, index) => ({ value: String(index), label: `School ${index}` }));

  it('move by tens, close, delete letters and take nothing by themselves', async () => {
    const { element, input, isOpen, marked, chips } = await drawCombobox(
      choiceField({ options: schools, multiple: true }),
    );
    typeInto(input, 'school 24');
    await press('PageDown', 'PageDown');
    const twentieth = marked();
    await press('PageUp');
    expect([twentieth, marked()]).to.deep.equal(['School 2409', 'School 249']);
    await press('Enter');
    expect(chips()).to.have.length(1);
    await press('Home');
    expect(marked(), 'Home moves the caret').to.equal(undefined);
    await press('Escape');
    expect(isOpen()).to.equal(false);
    typeInto(input, 'x');
    await press('End', 'Backspace', 'Backspace');
    expect(input.value).to.equal('');
    expect(element.answers, 'what is chosen is not deleted').to.deep.equal({ country: ['249'] });
  });

  it('keep what is chosen while its option is hidden, and neither send nor judge it', async () => {
    const isYes = { '==': [{ var: 'abroad' }, true] };
    const options = [{ value: 'a', label: 'A' }, ...schools.map((each) => ({ ...each, showIf: isYes }))];
    const field = { type: 'choice', name: 'school', label: 'School', multiple: true, options };
    const { element, root, control } = await drawFields([{ type: 'boolean', name: 'abroad', label: 'Abroad' }, field]);
    const answer = (value: string): void =>
      root.querySelector<HTMLInputElement>(`input[name="f-abroad"][value="${value}"]`)!.click();
    answer('true');
    element.fill({ school: ['7'] });
    await waitUntil(() => root.querySelectorAll('.chip').length === 1, 'it is chosen');
    answer('false');
    expect(element.validate()).to.deep.equal([]);
    expect({ ...element.answers }).to.deep.equal({ abroad: false });
    answer('true');
    expect({ ...element.answers }).to.deep.equal({ abroad: true, school: ['7'] });
    expect(control('school')).to.not.equal(null);
  });
});

describe('the keys of a combobox for several answers', () => {
  it('take one after the other while the list stays open, and give one back', async () => {
    const { element, input, isOpen, marked, option } = await drawCombobox(choiceField({ multiple: true }));
    typeInto(input, 'ger');
    await press('ArrowDown', 'Enter');
    expect([input.value, isOpen(), marked()]).to.deep.equal(['', true, 'Germany']);
    expect(option('Germany').getAttribute('aria-selected')).to.equal('true');
    await press('ArrowDown', 'Enter');
    expect(element.answers).to.deep.equal({ country: ['DE', 'NE'] });
    await press('ArrowUp', 'Enter');
    expect(element.answers).to.deep.equal({ country: ['NE'] });
  });
});
