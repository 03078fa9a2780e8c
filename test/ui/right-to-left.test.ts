import { expect } from '@open-wc/testing';
import { control, draw, part, postingJson, type } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const fields = [
  { name: 'why', type: 'text', label: 'Why us.', description: { text: 'In your words.' }, required: true },
  {
    name: 'place',
    type: 'choice',
    display: 'radios',
    label: 'Where.',
    options: [
      { value: 'a', label: 'In Leeds.', description: 'By the canal.' },
      { value: 'b', label: 'In York.' },
    ],
  },
  { name: 'agree', type: 'consent', label: 'I agree.', text: { text: 'You may keep it.' } },
  { name: 'cv', type: 'file', label: 'Your CV.' },
  { name: 'letter', type: 'textarea', label: 'A letter.', maxWords: 200 },
];
const facts = {
  title: 'Grinder of lenses.',
  notice: { text: 'Two posts.' },
  department: 'Lenses etc.',
  description: [{ heading: 'About us.', text: 'We grind.' }],
};

describe('English words on a page from right to left', () => {
  let page: string | null;
  beforeEach(() => {
    page = document.documentElement.getAttribute('dir');
    document.documentElement.dir = 'rtl';
  });
  afterEach(() => {
    if (page === null) document.documentElement.removeAttribute('dir');
    else document.documentElement.dir = page;
  });

  it('end with their full stop, and stand where the page has its words begin', async () => {
    const element = await draw({ ...postingJson(fields), ...facts });
    await element.submit();
    await waitUntil(() => part(element, 'error-summary'), 'the summary is drawn');
    const sentences = sentencesIn(element.shadowRoot!);
    const said = sentences.map(({ data }) => data.trim());
    for (const words of [
      'Why us.',
      'In your words.',
      'Where.',
      'In Leeds.',
      'By the canal.',
      'I agree.',
      'About us.',
    ]) {
      expect(said, words).to.include(words);
    }
    expect(said).to.include.members([
      'Grinder of lenses.',
      'Lenses etc.',
      'Two posts.',
      'You may keep it.',
      'Your CV.',
    ]);
    for (const sentence of sentences) {
      const [last, stop] = [-2, -1].map((at) => rectOf(sentence, sentence.data.trimEnd().length + at));
      expect(stop!.left, sentence.data).to.be.at.least(last!.left);
    }
    const label = part(element, 'label')!;
    expect(label.getBoundingClientRect().right - rectOf(textIn(label), 6).right).to.be.below(30);
  });

  it('are typed and found in a combobox as they are on any other', async () => {
    const options = Array.from({ length: 20 }, (_, index) => ({ value: `v${index}`, label: `Town no. ${index}.` }));
    const element = await draw(postingJson([{ name: 'town', type: 'choice', label: 'Town', options }]));
    await waitUntil(() => element.shadowRoot!.querySelector('[role=combobox]'), 'the combobox has come');
    const box = control(element, 'Town');
    box.focus();
    type(box, 'no. 17');
    await waitUntil(
      () => part(element, 'listbox')?.querySelectorAll('[role=option]').length === 1,
      'one town is found',
    );
    const list = part(element, 'listbox')!.getBoundingClientRect();
    const around = box.getBoundingClientRect();
    expect(Math.abs(list.right - around.right)).to.be.below(4);
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await waitUntil(() => element.answers['town'] === 'v17', 'it is chosen');
  });
});

/** The pieces of text in view that end with a full stop. */
function sentencesIn(root: ShadowRoot): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const isInView = text.parentElement?.checkVisibility() === true && !text.parentElement.closest('.visually-hidden');
    // A sentence in two lines has its end below the rest.
    if (isInView && /\p{L}\.\s*$/u.test(text.data)) found.push(text);
  }
  return found;
}

function textIn(element: Element): Text {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
}

function rectOf(text: Text, at: number): DOMRect {
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return range.getBoundingClientRect();
}
