import { expect } from 'chai';
import { chooseBetween } from '../../src/localization/choice-terms.js';
import { createTranslator } from '../../src/localization/translator.js';

const translator = createTranslator({ locale: 'en' });
const said = (min?: number, max?: number): string | undefined => chooseBetween({ min, max }, translator);

describe('how many answers to choose', () => {
  it('is said beforehand where it is limited', () => {
    expect(said(2)).to.equal('Select at least 2 answers.');
    expect(said(undefined, 3)).to.equal('Select up to 3 answers.');
    expect(said(0, 1)).to.equal('Select up to 1 answer.');
    expect(said(1, 3)).to.equal('Select up to 3 answers.');
    expect(said(2, 4)).to.equal('Select 2 to 4 answers.');
    expect(said(2, 2)).to.equal('Select exactly 2 answers.');
    expect(said(1, 1)).to.equal('Select exactly 1 answer.');
  });

  it('is not said where it is not, or where "required" says it', () => {
    expect(said()).to.equal(undefined);
    expect(said(0)).to.equal(undefined);
    expect(said(1)).to.equal(undefined);
  });
});
