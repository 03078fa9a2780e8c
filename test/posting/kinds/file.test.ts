import { expect } from 'chai';
import { isAccepted } from '../../../src/posting/kinds/file.js';

const documents = ['.pdf', '.docx', '.txt'];
const accepts = (accept: readonly string[], name: string, type = '') => isAccepted({ name, type }, accept);

describe('the types that a field for files accepts', () => {
  it('are told by the name, whatever type the system reports', () => {
    for (const type of ['', 'application/octet-stream', 'application/x-pdf']) {
      expect(accepts(documents, 'CV.PDF', type), type).to.be.true;
    }
  });

  it('are told by the type where the name has none of the extensions', () => {
    expect(accepts(documents, 'cv', 'application/pdf')).to.be.true;
    expect(accepts(documents, 'cv')).to.be.false;
  });

  it('are told by the name where the list has types alone and the system reports none', () => {
    expect(accepts(['application/pdf'], 'cv.pdf')).to.be.true;
    expect(accepts(['image/*'], 'photo.heic')).to.be.true;
    expect(accepts(['application/pdf', 'image/*'], 'cv.docx')).to.be.false;
  });

  it('go by the last extension, not by one before it or shown behind it', () => {
    expect(accepts(documents, 'cv.pdf.exe')).to.be.false;
    expect(accepts(documents, 'cv\u202efdp.exe')).to.be.false;
    expect(accepts(documents, 'cv.docm')).to.be.false;
    expect(accepts(documents, 'cv.exe.pdf')).to.be.true;
  });

  it('do not believe a type that stands beside the name of a program', () => {
    expect(accepts(documents, 'cv.pdf.exe', 'application/pdf')).to.be.false;
    expect(accepts(['image/*'], 'photo.JPG.scr', 'image/jpeg')).to.be.false;
    expect(accepts(['.sh'], 'setup.sh', 'text/x-shellscript')).to.be.true;
  });

  it('forgive full-width letters, and blanks and dots at the end', () => {
    for (const name of ['cv.ｐｄｆ', 'cv.pdf ', 'cv.pdf.', 'cv.pdf\u200b'])
      expect(accepts(documents, name), name).to.be.true;
  });

  it('are all types where the list is empty or says so', () => {
    for (const accept of [[], ['*/*'], ['.pdf', '*'], [' ']]) expect(accepts(accept, 'sketch.blend')).to.be.true;
  });

  it('may be given without a dot and with blanks around them', () => {
    expect(accepts(['pdf', ' .DOCX '], 'cv.pdf')).to.be.true;
    expect(accepts(['pdf', ' .DOCX '], 'cv.docx')).to.be.true;
    expect(accepts(['pdf'], 'cvpdf')).to.be.false;
  });
});
