import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { choiceField, drawCombobox, typeInto, type DrawnCombobox } from './draw-combobox.js';

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
