import { expect } from 'chai';
import { loadTranslator } from '../../src/localization/load-translator.js';
import { createTranslator, str } from '../../src/localization/translator.js';

describe('a translator', () => {
  it('puts the values where the translation wants them', () => {
    const { msg } = createTranslator({ locale: 'xx', language: 'de', templates: { test: str`${1} vor ${0}` } });
    expect(msg(str`${'a'} before ${'b'}`, { id: 'test' })).to.equal('b vor a');
  });

  it('gives a message without a translation in English', () => {
    const { msg } = createTranslator({ locale: 'de', language: 'de', templates: {} });
    expect(msg('Apply', { id: 'apply' })).to.equal('Apply');
    expect(msg('Made', { id: 'constructor' })).to.equal('Made');
  });

  it('speaks its own language beside another one', async () => {
    const [german, english] = await Promise.all([loadTranslator('de'), loadTranslator('en')]);
    const apply = (translator: typeof german): string => translator.msg('Apply', { id: 'apply' });
    expect([apply(german), apply(english), apply(german)]).to.deep.equal(['Bewerben', 'Apply', 'Bewerben']);
  });

  it('picks the plural by the rules of the language of its words', () => {
    const forms = { one: 'one', few: 'few', other: 'other' };
    const polish = createTranslator({ locale: 'pl', language: 'pl', templates: {} });
    expect([1, 3, 5].map((count) => polish.plural(count, forms))).to.deep.equal(['one', 'few', 'other']);
    const english = createTranslator({ locale: 'pl' });
    expect([1, 3, 5].map((count) => english.plural(count, forms))).to.deep.equal(['one', 'other', 'other']);
  });

  it('uses its own language for numbers where a tag cannot be read', () => {
    expect(createTranslator({ locale: 'not a tag' }).locale).to.equal('en');
    expect(createTranslator({ locale: 'de_at' }).locale).to.equal('de-AT');
  });
});

describe('loadTranslator', () => {
  const templates = { apply: 'Postuler' };

  it('takes the nearest language and keeps the locale for numbers and dates', async () => {
    const translator = await loadTranslator('de-AT');
    expect([translator.language, translator.locale]).to.deep.equal(['de', 'de-AT']);
  });

  it('prefers the regional words where there are any', async () => {
    const load = async () => Promise.resolve({ templates });
    const { language } = await loadTranslator('fr-CA-x-quebec', { fr: load, 'fr-CA': load });
    expect(language).to.equal('fr-CA');
  });

  for (const locale of ['en-US', 'tlh', 'not a tag', '', 'constructor']) {
    it(`speaks English for "${locale}"`, async () => {
      expect((await loadTranslator(locale)).language).to.equal('en');
    });
  }

  it('speaks English while the words cannot be loaded, and asks for them again the next time', async () => {
    let calls = 0;
    const load = () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new TypeError('offline')) : Promise.resolve({ templates });
    };
    const apply = async (): Promise<string> => (await loadTranslator('fr', { fr: load })).msg('Apply', { id: 'apply' });
    expect(await apply()).to.equal('Apply');
    expect(await apply()).to.equal('Postuler');
  });
});
