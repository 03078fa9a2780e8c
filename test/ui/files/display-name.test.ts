import { expect } from '@open-wc/testing';
import { displayName } from '../../../src/ui/files/display-name.js';

describe('the name of a file as it is shown', () => {
  it('stays as it is in any script', () => {
    for (const name of ['Résumé – Zoë.pdf', '履歴書.docx', 'سيرة ذاتية.pdf', '👩‍🔬.pdf'])
      expect(displayName(name)).to.equal(name);
  });

  it('shows where a character would turn, hide or break it', () => {
    expect(displayName('cv\u202efdp.exe')).to.equal('cv\ufffdfdp.exe');
    expect(displayName('cv\r\n\u0000\u2067x.pdf')).to.equal('cv\ufffd\ufffd\ufffd\ufffdx.pdf');
  });

  it('keeps the beginning and the end of a long one', () => {
    const shown = displayName(`${'a'.repeat(300)}, of November.pdf`);
    expect(shown).to.have.lengthOf(81);
    expect(shown).to.match(/^a+…a+, of November\.pdf$/);
  });
});
