import { expect } from '@open-wc/testing';
import { directionOf } from '../../../src/ui/rich-text/text-direction.js';

describe('directionOf', () => {
  it('goes by the script of the language, whether the tag names it or not', () => {
    const tags = ['en', 'en-GB', 'de-AT', 'tr', 'ja', 'ar', 'he-IL', 'fa', 'az-Arab', 'en-Hebr', 'uz'];
    expect(tags.map((tag) => directionOf(tag)).join(' ')).to.equal('ltr ltr ltr ltr ltr rtl rtl rtl rtl rtl ltr');
  });

  it('leaves what is no tag, or none at all, to the browser', () => {
    expect([directionOf('no tag'), directionOf(undefined)]).to.deep.equal(['auto', 'auto']);
  });
});
