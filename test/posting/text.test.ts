import { expect } from 'chai';
import { localizedText, richText } from '../../src/posting/schema.js';
import { findText, localize, richParts } from '../../src/posting/text.js';

const greeting = { de: 'Hallo', en: 'Hello', 'en-GB': 'Good day', 'zh-Hant': '您好', 'pt-BR': 'Oi' };

describe('findText', () => {
  it('gives the text of the language asked for', () => {
    expect(findText(greeting, 'en-GB')).to.deep.equal({ text: 'Good day', lang: 'en-GB' });
    expect(findText(greeting, 'de')).to.deep.equal({ text: 'Hallo', lang: 'de' });
  });

  it('else shortens the tag part by part', () => {
    expect(findText(greeting, 'en-US').lang).to.equal('en');
    expect(findText(greeting, 'de-Latn-AT-1996').lang).to.equal('de');
    expect(findText(greeting, 'zh-Hant-TW').lang).to.equal('zh-Hant');
  });

  it('prefers the language asked for, shortened, to the posting’s own', () => {
    expect(findText(greeting, 'en-US', 'de').lang).to.equal('en');
  });

  it('else takes the posting’s own locale, shortened if need be', () => {
    expect(findText(greeting, 'fr', 'en-GB').lang).to.equal('en-GB');
    expect(findText(greeting, 'fr', 'en-AU').lang).to.equal('en');
  });

  it('else takes the first there is', () => {
    expect(findText(greeting, 'fr', 'ja')).to.deep.equal({ text: 'Hallo', lang: 'de' });
    expect(findText(greeting, 'fr')).to.deep.equal({ text: 'Hallo', lang: 'de' });
    expect(findText({ ja: 'こんにちは', de: 'Hallo' }, 'fr').lang).to.equal('ja');
  });

  it('does not lengthen a tag: Brazilian is not what "pt" asks for while there is the posting’s own', () => {
    expect(findText(greeting, 'pt', 'en').lang).to.equal('en');
  });

  it('does not take a tag for a shorter one that it begins with', () => {
    expect(findText({ en: 'Hello', e: 'no' }, 'enm', 'de').lang).to.equal('en');
    expect(findText({ fil: 'Kumusta', fi: 'Hei' }, 'fil-PH').lang).to.equal('fil');
  });

  it('compares tags without regard to case, and gives the tag as it was written', () => {
    expect(findText(greeting, 'EN-gb')).to.deep.equal({ text: 'Good day', lang: 'en-GB' });
    expect(findText({ 'EN-us': 'Hi' }, 'en-US').lang).to.equal('EN-us');
  });

  it('keeps a text that is empty on purpose', () => {
    expect(findText({ en: '', de: 'Hallo' }, 'en')).to.deep.equal({ text: '', lang: 'en' });
  });

  it('gives a plain string in the posting’s own locale', () => {
    expect(findText('Hello', 'de', 'en')).to.deep.equal({ text: 'Hello', lang: 'en' });
    expect(findText('Hello', 'de')).to.deep.equal({ text: 'Hello', lang: undefined });
  });

  it('gives no words where there are none', () => {
    expect(findText(undefined, 'en', 'de')).to.deep.equal({ text: '', lang: undefined });
    expect(findText({}, 'en', 'de')).to.deep.equal({ text: '', lang: undefined });
  });

  it('does not find what an object inherits', () => {
    expect(findText({ en: 'Hello' }, 'constructor').text).to.equal('Hello');
    expect(findText({}, 'toString').text).to.equal('');
  });
});

describe('localize', () => {
  it('gives the words alone', () => {
    expect(localize(greeting, 'en-US', 'de')).to.equal('Hello');
    expect(localize(undefined, 'en')).to.equal('');
  });
});

describe('richParts', () => {
  it('takes a string for HTML', () => {
    expect(richParts('<p>Hello</p>')).to.deep.equal({ format: 'html', text: '<p>Hello</p>' });
  });

  it('gives the format that an object names', () => {
    expect(richParts({ html: greeting })).to.deep.equal({ format: 'html', text: greeting });
    expect(richParts({ markdown: '*Hello*' })).to.deep.equal({ format: 'markdown', text: '*Hello*' });
    expect(richParts({ text: '<Hello>' })).to.deep.equal({ format: 'text', text: '<Hello>' });
  });
});

describe('the schemas', () => {
  it('take localised text as a string or by language', () => {
    expect(localizedText.safeParse('Hello').success).to.equal(true);
    expect(localizedText.safeParse(greeting).success).to.equal(true);
    for (const other of [1, null, ['Hello'], { en: 1 }, { en: { text: 'Hello' } }]) {
      expect(localizedText.safeParse(other).success, JSON.stringify(other)).to.equal(false);
    }
  });

  it('take rich text as HTML or with its format', () => {
    for (const rich of ['<p>Hello</p>', { html: 'Hello' }, { markdown: greeting }, { text: greeting }]) {
      expect(richText.parse(rich), JSON.stringify(rich)).to.deep.equal(rich);
    }
    for (const other of [1, {}, { rtf: 'Hello' }, { html: 1 }, ['Hello']]) {
      expect(richText.safeParse(other).success, JSON.stringify(other)).to.equal(false);
    }
  });

  it('keep the keys of rich text that they do not know', () => {
    expect(richText.parse({ markdown: 'Hello', version: 2 })).to.deep.equal({ markdown: 'Hello', version: 2 });
  });
});
