import { expect } from '@open-wc/testing';
import { inspectFile } from '../../../src/ui/files/inspect-file.js';
import { bytes, pdf, png } from './specimens.js';

const documents = ['.pdf', '.doc', '.docx', '.rtf', '.txt'];
const office = 'PK\x03\x04 [Content_Types].xml';
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

async function isGenuine(name: string, contents: string, accept = documents): Promise<boolean> {
  return (await inspectFile(new File([bytes(contents)], name), accept)).isGenuine;
}

async function noteOn(name: string, contents: string): Promise<string | undefined> {
  return (await inspectFile(new File([bytes(contents)], name), documents)).note;
}

describe('a look at the bytes of a file', () => {
  it('takes a document for what it is', async () => {
    const specimens: [string, string][] = [
      ['cv.pdf', '%PDF-1.4'],
      ['cv.doc', ole],
      ['cv.docx', office],
      ['cv.rtf', '{\\rtf1'],
      ['cv.txt', 'CV\nOptics'],
    ];
    for (const [name, contents] of specimens) expect(await isGenuine(name, contents), name).to.be.true;
  });

  it('takes a PDF with something in front of it', async () => {
    expect(await isGenuine('cv.pdf', '\xef\xbb\xbf%PDF-1.4')).to.be.true;
    expect(await isGenuine('cv.pdf', `${'\n'.repeat(1000)}%PDF-1.4`)).to.be.true;
    expect(await isGenuine('cv.pdf', `${'\n'.repeat(1024)}%PDF-1.4`)).to.be.false;
  });

  it('takes documents that lie harmlessly, as word processors and people make them', async () => {
    expect(await isGenuine('cv.doc', '{\\rtf1')).to.be.true;
    expect(await isGenuine('cv.doc', office)).to.be.true;
    expect(await isGenuine('cv.doc', '<html xmlns:w="urn:schemas-microsoft-com:office:word">')).to.be.true;
    expect(await isGenuine('cv.docx', ole)).to.be.true;
    expect(await isGenuine('cv.doc', '%PDF-1.4')).to.be.true;
  });

  it('takes any text as text, in any encoding', async () => {
    for (const text of ['#!/bin/sh', '<p>Hello</p>', '\xff\xfeC\0V\0', 'Zo\xeb', 'MZ and BM are initials']) {
      expect(await isGenuine('cv.txt', text), text).to.be.true;
    }
  });

  it('finds the list of an Office document at its end', async () => {
    const large = `PK\x03\x04${'x'.repeat(200_000)}[Content_Types].xml`;
    expect(await isGenuine('cv.docx', large)).to.be.true;
    expect(await isGenuine('cv.docx', `PK\x03\x04${'x'.repeat(200_000)}`)).to.be.false;
  });

  it('refuses what is something else altogether', async () => {
    const others: [string, string][] = [
      ['cv.pdf', '\x89PNG\r\n'],
      ['cv.pdf', '<!doctype html>'],
      ['cv.pdf', 'Dear Sir or Madam'],
      ['cv.pdf', 'GIF89a<!doctype html>'],
      ['cv.doc', '\x7fELF\x02'],
      ['cv.pdf', `MZ\x90${'\0'.repeat(20)}`],
      ['cv.txt', '\xff\xd8\xff\xe0'],
      ['cv.docx', 'Dear Sir or Madam'],
    ];
    for (const [name, contents] of others) expect(await isGenuine(name, contents), `${name}: ${contents}`).to.be.false;
  });

  it('takes a file that is of another accepted type than its name says', async () => {
    expect((await inspectFile(png('scan.pdf'), ['.pdf'])).isGenuine).to.be.false;
    expect((await inspectFile(png('scan.pdf'), ['.pdf', '.png'])).isGenuine).to.be.true;
    expect((await inspectFile(png('scan.jpg'), ['image/jpeg'])).isGenuine).to.be.true;
  });

  it('has nothing against types that it does not know', async () => {
    expect(await isGenuine('thesis.tex', '\\documentclass', ['.tex'])).to.be.true;
    expect(await isGenuine('cv.pdf', 'anything', [])).to.be.true;
  });

  it('notes what may need a password', async () => {
    expect(await noteOn('cv.pdf', '%PDF-1.4\ntrailer << /Encrypt 24 0 R >>\n%%EOF')).to.equal('locked');
    expect(await noteOn('cv.docx', `${ole}${[...'EncryptedPackage'].join('\0')}`)).to.equal('locked');
    expect((await inspectFile(pdf(), documents)).note).to.be.undefined;
  });

  it('notes a PDF without its end', async () => {
    expect(await noteOn('cv.pdf', '%PDF-1.4\n1 0 obj')).to.equal('incomplete');
  });
});
