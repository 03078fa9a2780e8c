import { expect } from '@open-wc/testing';
import { descriptionOf, drawFields } from './draw-fields.js';

const name = { name: 'name', type: 'text', label: 'Name', required: true };
const email = { name: 'email', type: 'email', label: 'E-mail', required: true };
const phone = { name: 'phone', type: 'tel', label: 'Phone' };

/** The label of a field or the legend of a group as it is seen. */
function labelOf(control: HTMLElement): string {
  const label = control.closest('.field')!.querySelector('[part=label]')!.cloneNode(true) as HTMLElement;
  label.querySelectorAll('.visually-hidden').forEach((hidden) => hidden.remove());
  return label.textContent.replaceAll(/\s+/g, ' ').trim();
}

describe('a label', () => {
  const cases: [label: string, required: boolean, seen: string][] = [
    ['Name *', true, 'Name *'],
    ['Name* (required)', true, 'Name *'],
    ['Name (Pflichtfeld)', true, 'Name *'],
    ['Notes (Optional)', false, 'Notes (optional)'],
    ['Notizen (freiwillig)', false, 'Notizen (optional)'],
    ['Name *', false, 'Name *'],
    ['Notes', false, 'Notes'],
  ];
  for (const [label, required, seen] of cases) {
    it(`"${label}" of ${required ? 'a required' : 'an optional'} field reads "${seen}"`, async () => {
      const { control } = await drawFields([
        { name: 'a', type: 'text', label, required },
        { ...phone, name: 'b' },
      ]);
      expect(labelOf(control('a'))).to.equal(seen);
    });
  }

  it('says "optional" where most are required, in the language of the form', async () => {
    const { control } = await drawFields([name, email, phone], { lang: 'de' });
    expect(['name', 'email', 'phone'].map((each) => labelOf(control(each)))).to.deep.equal([
      'Name *',
      'E-mail *',
      'Phone (optional)',
    ]);
  });

  it('does not say so where a rule asks for the field', async () => {
    const rules = [{ rule: 'at-least-one', fields: ['phone', 'name'], message: 'Give one of the two' }];
    const { control } = await drawFields([name, email, phone], { form: { rules } });
    expect(labelOf(control('phone'))).to.equal('Phone');
    expect(descriptionOf(control('phone'))).to.deep.equal(['Give one of the two']);
  });

  it('does not say so in a section about equality', async () => {
    const sections = [{ fields: [name, email] }, { equality: true, fields: [phone] }];
    const { control } = await drawFields([], { form: { sections } });
    expect(labelOf(control('phone'))).to.equal('Phone');
  });

  it('of a group says to those who hear it that an answer is required', async () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const tools = { name: 'tools', type: 'choice', label: 'Tools', multiple: true, required: true, options };
    const { control } = await drawFields([tools]);
    const legend = control('tools').closest('fieldset')!.querySelector('legend')!.cloneNode(true) as HTMLElement;
    legend.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
    expect(legend.textContent.replaceAll(/\s+/g, ' ').trim()).to.equal('Tools (required)');
  });

  it('marks a consent that has its text for a label', async () => {
    const { control, words } = await drawFields([
      { name: 'keep', type: 'consent', text: 'You may keep it', required: true },
    ]);
    expect(words('keep')).to.equal('You may keep it *');
    expect(control('keep').checked).to.equal(false);
  });
});

describe('yes and no', () => {
  it('are radios with none chosen, asked for by name where the answer is missing', async () => {
    const { element, control, root } = await drawFields([
      { name: 'visa', type: 'boolean', label: 'Do you need a visa?', required: true },
    ]);
    expect(root.querySelectorAll('[role=radiogroup][aria-required=true] [type=radio]')).to.have.lengthOf(2);
    expect(root.querySelectorAll(':checked')).to.have.lengthOf(0);
    expect(control('visa').id).to.match(/^f\d+$/);
    expect(element.validate()).to.deep.equal([{ field: 'visa', code: 'required', params: { ask: 'yes-or-no' } }]);
  });

  it('acknowledge where only yes will do', async () => {
    const { element, root } = await drawFields([{ name: 'ai', type: 'boolean', label: 'AI policy', mustBeTrue: true }]);
    root.querySelector<HTMLInputElement>('[value=false]')!.click();
    expect(element.validate().map(({ code }) => code)).to.deep.equal(['must-be-true']);
    root.querySelector<HTMLInputElement>('[value=true]')!.click();
    expect(element.validate()).to.deep.equal([]);
  });
});

describe('choices', () => {
  const choice = (count: number) => ({
    name: 'choice',
    type: 'choice',
    label: 'Choice',
    options: Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` })),
  });

  it('up to seven are radios, more a native list', async () => {
    const few = await drawFields([choice(7)]);
    expect(few.root.querySelectorAll('[type=radio]')).to.have.lengthOf(7);
    const many = await drawFields([choice(15)]);
    expect(many.control<HTMLSelectElement>('choice').options).to.have.lengthOf(16);
    expect(many.control<HTMLSelectElement>('choice').selectedIndex).to.equal(0);
  });
});

describe('a number', () => {
  it('is described by its currency and unit', async () => {
    const { control } = await drawFields([
      { name: 'pay', type: 'number', label: 'Pay', currency: 'GBP', unit: 'a year' },
    ]);
    expect(descriptionOf(control('pay'))).to.deep.equal(['£', 'a year']);
  });
});

describe('autofill', () => {
  const guesses: [name: string, type: string, token: string | null][] = [
    ['first_name', 'text', 'given-name'],
    ['job_application[last_name]', 'text', 'family-name'],
    ['email', 'email', 'email'],
    ['referee_email', 'email', 'off'],
    ['phone', 'tel', 'tel'],
    ['website', 'url', 'url'],
    ['linkedin', 'url', 'off'],
    ['name_pronunciation', 'text', 'off'],
    ['current_employer', 'text', 'organization'],
    ['gender', 'text', 'off'],
    ['favourite_lens', 'text', null],
  ];
  for (const [field, type, token] of guesses) {
    it(`takes "${field}" for ${token ?? 'nothing it knows'}`, async () => {
      const { control } = await drawFields([{ name: field, type, label: 'Label' }]);
      expect(control(field).getAttribute('autocomplete')).to.equal(token);
    });
  }
});
