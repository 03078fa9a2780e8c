import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { createTranslator } from '../../../src/localization/translator.js';
import type { RichText } from '../../../src/posting/text.js';
import { markupCost, mostMarkup } from '../../../src/ui/rich-text/markup-cost.js';
import { RichTextRenderer } from '../../../src/ui/rich-text/rich-text-renderer.js';

async function draw(...texts: RichText[]): Promise<ShadowRoot> {
  const renderer = new RichTextRenderer({
    baseUrl: 'https://careers.example.org/',
    isTrustedUrl: () => false,
    root: null,
  });
  await renderer.prepare(texts);
  const root = (await fixture(html`<div></div>`)).attachShadow({ mode: 'open' });
  const translator = createTranslator({ locale: 'en' });
  render(
    texts.map((text) => renderer.render(text, { translator, lang: 'en', fallbackLang: undefined, headingLevel: 3 })),
    root,
  );
  return root;
}

describe('what formatted texts may cost', () => {
  it('is more than long postings need', () => {
    const long = '<h2>Role</h2><ul><li>Grind <b>lenses</b> of <a href="https://example.org">all</a> sizes.</li></ul>';
    expect(markupCost('html', long.repeat(250))).to.be.below(mostMarkup / 3);
    expect(markupCost('markdown', '# Role\n\n- Grind *lenses*\n'.repeat(600))).to.be.below(mostMarkup);
  });

  const bombs: [title: string, text: RichText][] = [
    ['brackets in brackets', '<div>'.repeat(300_000)],
    ['marks left open before many paragraphs', `<p>${'<b id=a>'.repeat(1_000)}${'<p>x'.repeat(1_000)}`],
    ['links in links', '<a href=x>'.repeat(10_000)],
    ['comments', 'x<!---->'.repeat(100_000)],
    ['long Markdown', { markdown: 'Lenses *and* light.\n\n'.repeat(50_000) }],
    ['lists in lists in Markdown', { markdown: '- '.repeat(40_000) }],
    ['more attributes than an element has', `<p ${'a '.repeat(20_000)}><b>x</b></p>`],
    ['a line that turns around at every letter', `<p>${'a\u05d0'.repeat(40_000)}</p><b>x</b>`],
    ['the same, written as entities', `<p>${'a&#1488;'.repeat(20_000)}</p><b>x</b>`],
    ['quotations in quotations in Markdown', { markdown: '>'.repeat(20_000) }],
    ['many quotations in Markdown', { markdown: `${'>'.repeat(49)}a\n\n`.repeat(400) }],
    ['lists in lists in one line of Markdown', { markdown: '1. '.repeat(60) }],
    ['links that are none in Markdown', { markdown: '['.repeat(20_000) }],
    ['stars that may mean something in Markdown', { markdown: 'a**b'.repeat(7_000) }],
    ['one line of plain text', { text: 'क्'.repeat(900_000) }],
    ['paragraphs of plain text', { text: 'x\n\n'.repeat(300_000) }],
  ];
  for (const [title, text] of bombs) {
    it(`is not spent on ${title}: words alone are drawn`, async () => {
      const root = await draw(text);
      expect(root.querySelectorAll('*').length).to.be.below(1_300);
      expect(root.querySelector('div div, b, a, em, li')).to.equal(null);
      expect(root.querySelector('.rich > p.lines')).to.not.equal(null);
      // What is laid out at once.
      const pieces = [...root.querySelectorAll('p')].map(({ textContent }) => textContent.length);
      expect(Math.max(...pieces)).to.be.at.most(20_000);
    });
  }

  it('is shared by all texts of a posting, first come, first served', async () => {
    const text = (word: string): string => `<p><b>${word}</b> ${'lens '.repeat(25_000)}</p>`;
    const root = await draw(text('one'), text('two'), text('three'), '<p><i>four</i></p>');
    const words = [...root.querySelectorAll('b, i')].map(({ textContent }) => textContent);
    expect(words).to.deep.equal(['one', 'two', 'four']);
    expect(root.textContent).to.contain('three lens');
  });
});
