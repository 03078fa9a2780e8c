import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { descriptionOf, drawFields } from '../fields/draw-fields.js';
import { judge } from '../support/element.js';
import { choiceField, countries, drawCombobox, typeInto } from './draw-combobox.js';
import { waitUntil } from '../support/wait-until.js';

function fillIn(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const schools = Array.from({ length: 2500 }, (_, index) => ({ value: index, label: `School ${index}` }));

describe('a combobox', () => {
  it('is an input with a list by the pattern, named by the label that is seen', async () => {
    const { input, root, options } = await drawCombobox(choiceField({ required: true }));
    expect(input.labels?.[0]?.textContent).to.contain('Country');
    expect(input.getAttribute('aria-autocomplete')).to.equal('list');
    expect(input.getAttribute('aria-required')).to.equal('true');
    expect(options()).to.deep.equal([]);
    input.click();
    const list = root.getElementById(input.getAttribute('aria-controls')!)!;
    expect(list.getAttribute('role')).to.equal('listbox');
    expect(list.getAttribute('aria-label')).to.equal('Country');
    expect(options()).to.deep.equal(countries.map(({ label }) => label));
  });

  it('takes an option by a press, says so, and closes', async () => {
    const { element, input, option, isOpen, announced } = await drawCombobox();
    input.focus();
    input.click();
    option('Nigeria').click();
    expect(element.answers).to.deep.equal({ country: 'NG' });
    expect([input.value, isOpen()]).to.deep.equal(['Nigeria', false]);
    await waitUntil(() => announced() === '“Nigeria” selected');
  });

  it('takes the whole words of an option, and leaves them as they were typed', async () => {
    const { element, input } = await drawCombobox();
    typeInto(input, "cote d'ivoire");
    expect(element.answers).to.deep.equal({ country: 'CI' });
    expect(input.value).to.equal("cote d'ivoire");
    typeInto(input, 'Niger');
    expect(element.answers).to.deep.equal({ country: 'NE' });
    typeInto(input, 'Nigeri');
    expect(element.answers).to.deep.equal({});
  });

  it('does not take a value for words while somebody types', async () => {
    const { element, input } = await drawCombobox();
    typeInto(input, 'DE');
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.blur();
    expect(element.answers).to.deep.equal({});
    expect(input.value).to.equal('DE');
  });

  it('keeps what fits nothing, does not send it, and says what is wrong', async () => {
    const { element, input, root, note } = await drawCombobox();
    typeInto(input, 'Atlantis');
    expect(note()).to.equal('Nothing here fits what you typed');
    input.blur();
    await judge(element);
    expect(input.value).to.equal('Atlantis');
    expect(element.answers).to.deep.equal({});
    expect(element.issues.map(({ code }) => code)).to.deep.equal(['unknown-option']);
    expect(root.querySelector('.error')!.textContent).to.contain('Select from the answers offered for “Country”');
    expect(descriptionOf(input).join()).to.contain('Select from the answers');
  });

  it('is blank again once the text is deleted', async () => {
    const { element, input } = await drawCombobox(choiceField({ default: 'GB' }));
    expect(input.value).to.equal('United Kingdom');
    typeInto(input, '');
    expect(element.answers).to.deep.equal({});
    expect(input.value).to.equal('');
  });

  it('takes what the browser fills in by its words, its value or its name in the browser’s language', async () => {
    const { element, input } = await drawCombobox(choiceField({ autocomplete: 'country' }));
    expect(input.autocomplete).to.equal('country');
    for (const text of ['Germany', 'DE', 'de']) {
      fillIn(input, text);
      expect(element.answers, text).to.deep.equal({ country: 'DE' });
      expect(input.value).to.equal('Germany');
      fillIn(input, '');
    }
    const german = await drawCombobox(
      choiceField({
        autocomplete: 'country-name',
        options: [
          { value: 'DE', label: 'Deutschland' },
          { value: 'AT', label: 'Österreich' },
        ],
      }),
      'de',
    );
    fillIn(german.input, 'Austria');
    expect(german.element.answers).to.deep.equal({ country: 'AT' });
    fillIn(german.input, 'Narnia');
    expect([german.input.value, german.element.answers]).to.deep.equal(['Narnia', {}]);
  });

  it('tells options of the same words apart by what is said of them', async () => {
    const options = [
      { value: 0, label: 'Springfield', description: 'Illinois' },
      { value: '', label: 'Springfield', description: 'Oregon' },
    ];
    const { element, input, root } = await drawCombobox(choiceField({ options }));
    typeInto(input, 'Springfield');
    expect(element.answers).to.deep.equal({});
    for (const [place, value] of ['0', ''].entries()) {
      input.click();
      const listed = root.querySelectorAll<HTMLElement>('[role=option]');
      expect(listed[place]!.textContent).to.contain(options[place]!.description);
      listed[place]!.click();
      input.dispatchEvent(new Event('change', { bubbles: true }));
      expect(element.answers).to.deep.equal({ country: value });
      expect(descriptionOf(input)).to.deep.equal([options[place]!.description]);
    }
  });

  it('offers only the options whose condition holds', async () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B', showIf: { '==': [{ var: 'b' }, true] } },
    ];
    const { input, options: listed } = await drawCombobox(choiceField({ options }));
    input.click();
    expect(listed()).to.deep.equal(['A']);
  });

  it('says after a pause, once, how many options fit', async () => {
    const { input, announced } = await drawCombobox();
    typeInto(input, 'u');
    typeInto(input, 'un');
    expect(announced()).to.equal('');
    await waitUntil(() => announced() !== '', 'the number is said');
    expect(announced()).to.equal('2 answers fit');
  });

  it('closes as the focus or a press goes elsewhere', async () => {
    const { input, isOpen } = await drawCombobox();
    input.focus();
    input.click();
    expect(isOpen()).to.equal(true);
    input.blur();
    expect(isOpen()).to.equal(false);
    input.click();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(isOpen()).to.equal(false);
  });

  it('opens by a button, which on a touch screen brings up no keyboard', async () => {
    const { input, root, isOpen } = await drawCombobox();
    const button = root.querySelector<HTMLButtonElement>('.combobox-open')!;
    expect(button.getAttribute('aria-label')).to.equal('Show the answers for “Country”');
    button.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'touch' }));
    expect(isOpen()).to.equal(true);
    expect(input.matches(':focus')).to.equal(false);
    button.click();
    expect(isOpen()).to.equal(false);
    button.click();
    expect([isOpen(), input.matches(':focus')]).to.deep.equal([true, true]);
  });

  it('has targets of 44 px, and a list that a narrow box around it does not clip', async () => {
    const { element, input, root, option } = await drawCombobox();
    const box = element.parentElement!;
    Object.assign(box.style, { width: '300px', height: '160px', overflow: 'hidden' });
    input.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const sizes = [option('Austria'), input, root.querySelector('.combobox-open')!].map((each) =>
      each.getBoundingClientRect(),
    );
    for (const { width, height } of sizes) expect(Math.min(width, height)).to.be.at.least(44);
    const last = option('Nigeria').getBoundingClientRect();
    const hit = root.elementFromPoint(last.left + 20, last.top + 20);
    expect(hit).to.equal(option('Nigeria'));
    expect(root.querySelector('.listbox')!.getBoundingClientRect().width).to.be.closeTo(
      input.getBoundingClientRect().width,
      1,
    );
  });
});

describe('a combobox for several answers', () => {
  const several = (more: object = {}): object =>
    choiceField({
      multiple: true,
      options: [
        { value: 0, label: 'Zero' },
        { value: '', label: 'Blank' },
        { value: 'other', label: 'Other', freeText: 'country_other' },
        { value: 'none', label: 'None of these', exclusive: true },
      ],
      ...more,
    });

  it('has what is chosen above it, each with a button that removes it and leaves the focus near', async () => {
    const { element, root, input, option, chips } = await drawCombobox(several());
    input.focus();
    for (const label of ['Zero', 'Blank', 'Other']) {
      typeInto(input, label);
      option(label).click();
    }
    expect(element.answers).to.deep.equal({ country: ['0', '', 'other'] });
    expect(chips().map((chip) => chip.getAttribute('aria-label'))).to.deep.equal([
      'Remove Zero',
      'Remove Blank',
      'Remove Other',
    ]);
    chips()[1]!.click();
    expect(element.answers).to.deep.equal({ country: ['0', 'other'] });
    expect(root.activeElement?.getAttribute('aria-label')).to.equal('Remove Other');
    chips()[1]!.click();
    expect(root.activeElement?.getAttribute('aria-label')).to.equal('Remove Zero');
    chips()[0]!.click();
    expect(root.activeElement).to.equal(input);
    expect(element.answers).to.deep.equal({});
  });

  it('has an exclusive option clear the others', async () => {
    const { element, input, option, chips } = await drawCombobox(several());
    input.click();
    option('Zero').click();
    option('None of these').click();
    expect(element.answers).to.deep.equal({ country: ['none'] });
    option('Blank').click();
    expect(chips().map((chip) => chip.textContent.trim())).to.deep.equal(['Blank']);
  });

  it('has the text beside an option below it', async () => {
    const { element, root, input, option } = await drawCombobox(several());
    input.click();
    option('Other').click();
    const text = root.querySelector<HTMLInputElement>('[name=f-country_other]')!;
    expect(text.labels?.[0]?.textContent).to.equal('Details for “Other”');
    text.value = 'Mars';
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(element.answers).to.deep.equal({ country: ['other'], country_other: 'Mars' });
  });

  it('says beforehand how many, and keeps a text that was not taken', async () => {
    const { element, input } = await drawCombobox(several({ max: 2 }));
    expect(descriptionOf(input)).to.deep.equal(['Select up to 2 answers.']);
    typeInto(input, 'Zer');
    input.blur();
    expect(input.value).to.equal('Zer');
    await judge(element);
    expect(element.issues.map(({ code }) => code)).to.deep.equal(['unknown-option']);
  });
});

describe('a combobox with 2,500 options', () => {
  it('draws a part of them, says how many more there are, and finds each', async () => {
    const { element, input, options, option, note } = await drawCombobox(
      choiceField({ options: schools, display: 'auto' }),
    );
    input.click();
    expect(options()).to.have.length(300);
    expect(note()).to.equal('2,200 more: keep typing');
    typeInto(input, 'school 249');
    expect(options()).to.have.length(13);
    expect(options()[0]).to.equal('School 249');
    expect(options().slice(-2)).to.deep.equal(['School 1249', 'School 2249']);
    expect(note()).to.equal('');
    option('School 2499').click();
    expect(element.answers).to.deep.equal({ country: '2499' });
  });

  it('changes no more of the page at a key than the list', async () => {
    const { input, root } = await drawCombobox(choiceField({ options: schools }));
    input.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { childList: true, attributes: true, characterData: true, subtree: true });
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    const changed = new Set(observer.takeRecords().map(({ target }) => target));
    observer.disconnect();
    expect(changed.size).to.be.within(1, 4);
  });
});

describe('a long list', () => {
  const make = (count: number): object[] => schools.slice(0, count);

  it('is a combobox only where that is quicker than a list or boxes', async () => {
    const kinds: [object, string][] = [
      [{ options: make(7) }, 'radio'],
      [{ options: make(8) }, 'SELECT'],
      [{ options: make(15) }, 'SELECT'],
      [{ options: make(16) }, 'combobox'],
      [{ options: make(15), multiple: true }, 'checkbox'],
      [{ options: make(16), multiple: true }, 'combobox'],
      [{ options: make(400), display: 'select' }, 'SELECT'],
      [{ options: make(40), multiple: true, display: 'checkboxes' }, 'checkbox'],
      [{ options: make(200), display: 'radios' }, 'radio'],
      [{ options: make(201), display: 'radios' }, 'combobox'],
      [{ options: make(201), multiple: true, display: 'checkboxes' }, 'combobox'],
    ];
    for (const [more, kind] of kinds) {
      const { root } = await drawFields([choiceField({ display: 'auto', ...more })]);
      const control = (): HTMLElement => root.querySelector<HTMLElement>('[name=f-country]')!;
      const found = (): string => {
        const each = control();
        return each.getAttribute('role') ?? (each.tagName === 'SELECT' ? 'SELECT' : (each as HTMLInputElement).type);
      };
      await waitUntil(() => found() === kind, `${JSON.stringify({ ...more, options: undefined })} is no ${kind}`);
    }
  });

  it('is as high before its code has come as after it', async () => {
    await setViewport({ width: 800, height: 600 });
    for (const more of [{}, { multiple: true }]) {
      const { root } = await drawFields([choiceField(more)]);
      const field = root.querySelector('.field')!;
      const before = field.getBoundingClientRect().height;
      await waitUntil(() => root.querySelector('[role=combobox]'));
      expect(field.getBoundingClientRect().height).to.be.closeTo(before, 1);
    }
  });
});
