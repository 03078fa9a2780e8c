import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { render } from 'lit';
import { createTranslator } from '../../../src/localization/translator.js';
import type { RichText } from '../../../src/posting/text.js';
import { RichTextRenderer, type RichTextLoaders } from '../../../src/ui/rich-text/rich-text-renderer.js';

const translator = createTranslator({ locale: 'en' });
const reader = { translator, lang: 'en', fallbackLang: 'en', headingLevel: 3 };

function rendererWith(loaders?: RichTextLoaders): RichTextRenderer {
  return new RichTextRenderer({
    baseUrl: 'https://careers.example.org/',
    isTrustedUrl: () => false,
    root: null,
    ...(loaders && { loaders }),
  });
}

const offline: RichTextLoaders = {
  cleaning: () => Promise.reject(new TypeError('Failed to fetch')),
  markdown: () => Promise.reject(new TypeError('Failed to fetch')),
};

async function shadowRoot(): Promise<ShadowRoot> {
  return (await fixture(html`<div></div>`)).attachShadow({ mode: 'open' });
}

/** The texts drawn one after the other into one shadow root. */
async function draw(texts: readonly RichText[], renderer = rendererWith()): Promise<ShadowRoot> {
  await renderer.prepare(texts);
  const root = await shadowRoot();
  render(
    texts.map((text) => renderer.render(text, reader)),
    root,
  );
  return root;
}

function textsOf(root: ShadowRoot, selector: string): (string | null)[] {
  return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

describe('RichTextRenderer', () => {
  it('draws HTML as nodes', async () => {
    const root = await draw(['<h1>Role</h1><p>Two <b>labs</b></p>']);
    expect(textsOf(root, 'h3')).to.deep.equal(['Role']);
    expect(textsOf(root, 'p b')).to.deep.equal(['labs']);
  });

  it('draws Markdown, whose HTML is text', async () => {
    const root = await draw([{ markdown: '# Role\n\nTwo *labs* <b>x</b>\n\n[a](javascript:alert(1))' }]);
    expect(textsOf(root, 'h3')).to.deep.equal(['Role']);
    expect(textsOf(root, 'em')).to.deep.equal(['labs']);
    expect(root.querySelector('b, a[href]')).to.equal(null);
    expect(root.textContent).to.contain('<b>x</b>');
  });

  it('draws text in paragraphs, its lines kept, its brackets as they are', async () => {
    const root = await draw([{ text: 'One\nline <b>more</b>\n\nTwo' }]);
    expect(textsOf(root, 'p')).to.deep.equal(['One\nline <b>more</b>', 'Two']);
    expect(getComputedStyle(root.querySelector('p')!).whiteSpace).to.be.a('string');
  });

  it('draws nothing where there are no words', async () => {
    const root = await draw(['', ' ', { html: { de: '' } }]);
    expect(root.querySelector('div')).to.equal(null);
  });

  it('says which language and direction the words found have', async () => {
    const root = await draw([{ html: { ar: '<p>مرحبا</p>' } }]);
    const box = root.querySelector('.rich');
    expect([box?.getAttribute('lang'), box?.getAttribute('dir')]).to.deep.equal(['ar', 'rtl']);
  });

  it('loads nothing for texts without markup', async () => {
    const loaded: string[] = [];
    const renderer = rendererWith({
      cleaning: () => (loaded.push('cleaning'), offline.cleaning()),
      markdown: () => (loaded.push('markdown'), offline.markdown()),
    });
    await renderer.prepare(['Plain words.', { text: 'a < b & c' }, { html: { en: 'Words.', de: 'Worte.' } }]);
    expect(loaded).to.deep.equal([]);
    await renderer.prepare(['<p>Words.</p>']);
    expect(loaded).to.deep.equal(['cleaning']);
    await renderer.prepare([{ markdown: 'Words.' }]);
    expect(loaded).to.deep.equal(['cleaning', 'cleaning', 'markdown']);
  });

  it('gives the styles of markup to the root of its texts, and none for words alone', async () => {
    const root = await shadowRoot();
    const renderer = new RichTextRenderer({ baseUrl: 'https://careers.example.org/', isTrustedUrl: () => false, root });
    await renderer.prepare(['Words.']);
    expect(root.adoptedStyleSheets).to.have.length(0);
    await renderer.prepare(['<table><tr><td>Words.</td></tr></table>']);
    render(renderer.render('<table><tr><td>Words.</td></tr></table>', reader), root);
    expect(getComputedStyle(root.querySelector('td')!).verticalAlign).to.equal('top');
  });

  it('draws words alone while the cleaning cannot be loaded, and asks again the next time', async () => {
    const text = '<p>Two <b onclick="alert(1)">labs</b></p><p>One</p>';
    let isOffline = true;
    const renderer = rendererWith({
      ...offline,
      cleaning: () => (isOffline ? offline.cleaning() : import('../../../src/ui/rich-text/markup.js')),
    });
    const root = await draw([text], renderer);
    expect(textsOf(root, 'p')).to.deep.equal(['Two labs', 'One']);
    expect(root.querySelector('b')).to.equal(null);

    isOffline = false;
    await renderer.prepare([text]);
    render([renderer.render(text, reader)], root);
    expect(textsOf(root, 'b')).to.deep.equal(['labs']);
  });

  it('leaves what stands on the page as it is when drawn again', async () => {
    const renderer = rendererWith();
    const text = '<p>Two labs</p>';
    const root = await draw([text], renderer);
    const paragraph = root.querySelector('p');
    render([renderer.render(text, reader)], root);
    expect(root.querySelector('p')).to.equal(paragraph);
  });

  it('draws the words of another language in their place when the reader changes', async () => {
    const renderer = rendererWith();
    const text = { html: { en: '<p>Two labs</p>', de: '<p>Zwei Labore</p>' } };
    const root = await draw([text], renderer);
    render([renderer.render(text, { ...reader, lang: 'de' })], root);
    expect(textsOf(root, 'p')).to.deep.equal(['Zwei Labore']);
  });

  it('draws one text in two places with no id twice', async () => {
    const text = '<p>Pay<a id="back" href="#note">*</a></p><p id="note">Before tax <a href="#back">Back</a></p>';
    const root = await draw([text, text]);
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).to.have.length(4);
    expect(new Set(ids).size).to.equal(4);
  });

  describe('links within the text', () => {
    const footnote = '<p>Pay<a id="back" href="#note">*</a></p><p id="note">Before tax <a href="#back">Back</a></p>';

    function follow(root: ShadowRoot, link: Element | null | undefined): Element | null {
      (link as HTMLElement).click();
      return root.activeElement;
    }

    it('lead to their target in the shadow root, and back, and leave the address alone', async () => {
      const root = await draw([footnote]);
      const address = location.href;
      const [there, back] = root.querySelectorAll('a');
      expect(follow(root, there)?.textContent).to.equal('Before tax Back');
      expect(follow(root, back)).to.equal(there);
      expect(location.href).to.equal(address);
      await nextFrame();
      expect(root.querySelector('[tabindex]')).to.equal(null);
    });

    it('lead to the target in the same copy of the text', async () => {
      const root = await draw([footnote, footnote]);
      const [, second] = root.querySelectorAll('.rich');
      expect(second?.contains(follow(root, second.querySelector('a')))).to.equal(true);
    });

    it('lead to a target in another text of the same posting', async () => {
      const root = await draw(['<p>Pay<a href="#note">*</a></p>', '<p id="note">Before tax</p>']);
      expect(follow(root, root.querySelector('a'))?.textContent).to.equal('Before tax');
    });
  });
});
