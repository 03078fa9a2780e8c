import { expect } from '@open-wc/testing';
import { descriptionOf, drawFields, type } from './draw-fields.js';
import { waitUntil } from '../support/wait-until.js';

const techniques = {
  type: 'choice',
  name: 'techniques',
  label: 'Techniques',
  multiple: true,
  options: [
    { value: 0, label: 'Microscopy', description: 'Any kind of it' },
    { value: '', label: 'Interferometry' },
    { value: 'other', label: 'Something else', freeText: 'techniques_other' },
    { value: 'none', label: 'None of these', exclusive: true },
  ],
};

function boxes(root: ShadowRoot): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('input.box')];
}

describe('a group of boxes', () => {
  it('says beforehand how many answers it takes', async () => {
    const { root, words } = await drawFields([{ ...techniques, min: 1, max: 2 }]);
    expect(words('techniques')).to.contain('Select up to 2 answers.');
    expect(descriptionOf(root.querySelector('fieldset')!)).to.deep.equal(['Select up to 2 answers.']);
  });

  it('describes an option by what its author says of it', async () => {
    const { root } = await drawFields([techniques]);
    expect(boxes(root).map(descriptionOf)).to.deep.equal([['Any kind of it'], [], [], []]);
  });

  it('keeps 0 and the empty text apart from no answer', async () => {
    const { element, root } = await drawFields([techniques]);
    boxes(root)[0]!.click();
    boxes(root)[1]!.click();
    expect(element.answers).to.deep.equal({ techniques: ['0', ''] });
  });

  it('has an exclusive option clear the others and be cleared by them, and says so', async () => {
    const { element, root } = await drawFields([techniques]);
    const said = (words: string) =>
      waitUntil(
        () => root.querySelector('[role=status].visually-hidden')?.textContent === words,
        `never said ${words}`,
      );
    boxes(root)[0]!.click();
    boxes(root)[1]!.click();
    boxes(root)[3]!.click();
    expect(element.answers).to.deep.equal({ techniques: ['none'] });
    await said('Cleared: “Microscopy” and “Interferometry”');
    boxes(root)[1]!.click();
    expect(element.answers).to.deep.equal({ techniques: [''] });
    await said('Cleared: “None of these”');
  });
});

describe('the text beside an option', () => {
  it('goes where an option that stands alone is chosen, is not sent, and is there again with its option', async () => {
    const { element, root, control } = await drawFields([techniques]);
    boxes(root)[2]!.click();
    type(control('techniques_other'), 'Holography');
    boxes(root)[3]!.click();
    expect(control('techniques_other')).to.equal(null);
    expect(element.answers).to.deep.equal({ techniques: ['none'] });
    boxes(root)[2]!.click();
    expect(element.answers).to.deep.equal({ techniques: ['other'], techniques_other: 'Holography' });
    expect(control('techniques_other').value).to.equal('Holography');
  });

  it('may belong to the very option that stands alone', async () => {
    const alone = { value: 'mine', label: 'In my own words', exclusive: true, freeText: 'mine' };
    const { element, root, control } = await drawFields([{ ...techniques, options: [...techniques.options, alone] }]);
    boxes(root)[0]!.click();
    boxes(root)[4]!.click();
    type(control('mine'), 'By ear');
    expect(element.answers).to.deep.equal({ techniques: ['mine'], mine: 'By ear' });
  });

  it('stands below it under a label that is seen, once the option is chosen', async () => {
    const { element, root, control } = await drawFields([techniques]);
    expect(control('techniques_other')).to.equal(null);
    boxes(root)[2]!.click();
    const text = control('techniques_other');
    expect(text.labels?.[0]?.textContent).to.equal('Details for “Something else”');
    type(text, 'Holography');
    expect(element.answers).to.deep.equal({ techniques: ['other'], techniques_other: 'Holography' });
  });

  it('inside a repeat has a name and a label of its own in each entry', async () => {
    const entries = { type: 'repeat', name: 'posts', label: 'Posts', min: 2, fields: [techniques] };
    const { element, root, control } = await drawFields([entries]);
    boxes(root)[2]!.click();
    boxes(root)[6]!.click();
    const texts = [0, 1].map((entry) => control(`posts[${entry}][techniques_other]`));
    expect(new Set(texts.map(({ id }) => id)).size).to.equal(2);
    texts.forEach((text, entry) => {
      expect(text.labels?.[0]?.textContent).to.equal('Details for “Something else”');
      type(text, `Number ${entry}`);
    });
    expect(element.answers).to.deep.equal({
      posts: [
        { techniques: ['other'], techniques_other: 'Number 0' },
        { techniques: ['other'], techniques_other: 'Number 1' },
      ],
    });
  });
});
