import { expect } from '@open-wc/testing';
import { createTranslator } from '../../../src/localization/translator.js';
import { suggestEmail } from '../../../src/ui/fields/suggest-email.js';

const english = createTranslator({ locale: 'en' });

describe('suggestEmail', () => {
  const slips: [slip: string, typed: string, meant: string][] = [
    ['changed about', 'zoe@gmial.com', 'zoe@gmail.com'],
    ['left out', 'zoe@outlok.com', 'zoe@outlook.com'],
    ['put in', 'zoe@gmaill.com', 'zoe@gmail.com'],
    ['changed for another', 'zoe@hptmail.co.uk', 'zoe@hotmail.co.uk'],
    ['in capitals', 'Zoe@GMIAL.com', 'Zoe@gmail.com'],
    ['in the ending of any domain', 'zoe@wetherfield.con', 'zoe@wetherfield.com'],
  ];
  for (const [slip, typed, meant] of slips) {
    it(`suggests another address for a letter ${slip}`, () => {
      expect(suggestEmail(typed, english)).to.equal(`Did you mean ${meant}?`);
    });
  }

  const right = [
    'zoe@gmail.com',
    'zoe@mail.com',
    'zoe@ymail.com',
    'zoe@live.com',
    'zoe@gmx.de',
    'zoe@example.org',
    'zoe',
  ];
  for (const address of right) {
    it(`has nothing to say about ${address}`, () => {
      expect(suggestEmail(address, english)).to.equal(undefined);
    });
  }
});
