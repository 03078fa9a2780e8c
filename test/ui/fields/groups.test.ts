import { expect } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.js';
import { drawFields } from './draw-fields.js';

const options = ['Leeds', 'Boulder', 'At home'].map((label, index) => ({ value: `v${index}`, label }));
const place = { type: 'choice', name: 'place', label: 'Where?', options, required: true, description: 'For now.' };
const tools = { ...place, name: 'tools', label: 'What with?', multiple: true };
const visa = { type: 'boolean', name: 'visa', label: 'Do you need a visa?', required: true };

const groups = [
  ['radios', place],
  ['boxes', tools],
  ['yes and no', visa],
] as const;

for (const [name, field] of groups) {
  describe(`a group of ${name}`, () => {
    it('is named by its question, and has nothing chosen beforehand', async () => {
      const { root } = await drawFields([field]);
      const group = root.querySelector('fieldset')!;
      expect(group.querySelector('legend')!.textContent).to.contain(field.label);
      expect(group.firstElementChild!.localName).to.equal('legend');
      expect(controls(root).filter(({ checked }) => checked)).to.deep.equal([]);
    });

    it('is what its hint and its error describe, not each of its controls', async () => {
      const { element, root } = await drawFields([field]);
      await element.submit();
      await waitUntil(() => root.querySelector('[part=field-error]'), 'the error is drawn');
      const described = root.querySelector('fieldset')!.getAttribute('aria-describedby')!.split(' ');
      expect(described.at(-1)).to.equal(root.querySelector('[part=field-error]')!.id);
      expect(controls(root).flatMap((each) => each.getAttribute('aria-describedby') ?? [])).to.not.include.members(
        described,
      );
    });

    it('is led to at its first control', async () => {
      const { element, root } = await drawFields([field]);
      await element.submit();
      await waitUntil(() => root.querySelector('[part=error-summary] a'), 'the summary is drawn');
      const link = root.querySelector<HTMLAnchorElement>('[part=error-summary] a')!;
      link.click();
      expect(root.activeElement).to.equal(controls(root)[0]);
      expect(link.hash).to.equal(`#${controls(root)[0]!.id}`);
    });

    it(field === visa ? 'stands on one line' : 'has its options one below the other', async () => {
      const { root } = await drawFields([field]);
      const tops = controls(root).map((each) => Math.round(each.getBoundingClientRect().top));
      expect(new Set(tops).size).to.equal(field === visa ? 1 : options.length);
      expect(tops).to.deep.equal([...tops].sort((one, other) => one - other));
    });
  });
}

function controls(root: ShadowRoot): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('fieldset input')];
}
