import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import {
  answered,
  applicationForm,
  bytesFor,
  formOf,
  send,
  sendJson,
  stored,
  weaver,
  type ReceivedFile,
} from '../support/received.js';

const { CORPORA } = process.env;

const documents = { ...weaver, id: 'documents', form: formFor({ accept: ['.pdf', '.doc', '.docx', '.rtf', '.txt'] }) };
const pictures = { ...weaver, id: 'pictures', form: formFor({ accept: ['.png', '.jpg', 'application/pdf'] }) };
const anything = { ...weaver, id: 'anything', form: formFor({ accept: ['*/*'] }) };

function formFor(options: object): object {
  return { sections: [{ fields: [{ name: 'cv', type: 'file', label: 'CV', ...options }] }] };
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = bytes('%PDF-1.7\n%%EOF');
const program = bytes(`MZ\x90\0\x03\0\0\0${'\0'.repeat(60)}`);
const png = bytes('\x89PNG\r\n\x1a\n');
const ole = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on');
const docx = bytes(`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`);
const lateDocx = bytes(`PK\x03\x04${'\0'.repeat(200_000)}[Content_Types].xml`);
const batch = bytes('@echo off\r\n');

describe('receiver: what files are', () => {
  let receiver: RunningReceiver;

  before(async () => {
    receiver = await startReceiver({ postings: { weaver, documents, pictures, anything } });
  });

  after(() => receiver.stop());

  const offer = (posting: string, content: Uint8Array, name: string, type = '') =>
    send(
      receiver,
      formOf([
        ['_posting', posting],
        ['cv', [content, name, type]],
      ]),
    );
  const pdfType = 'application/pdf';

  const taken: [string, string, Uint8Array, string, string?][] = [
    ['a PDF', 'documents', pdf, 'cv.pdf', pdfType],
    ['a PDF behind a byte order mark and blank lines', 'documents', bytes('\xef\xbb\xbf\r\n\r\n%PDF-1.4'), 'CV.PDF'],
    ['a PDF of no type', 'documents', pdf, 'cv.pdf', 'application/octet-stream'],
    ['a PDF whose name has no extension of its own', 'documents', pdf, 'CV 2.0 final'],
    ['RTF that a word processor named .doc', 'documents', bytes('{\\rtf1}'), 'cv.doc', 'application/msword'],
    ['a .docx under a password', 'documents', ole, 'cv.docx'],
    ['a .docx', 'documents', docx, 'cv.docx', 'application/zip'],
    ['a .docx that lists its parts at its end', 'documents', lateDocx, 'cv.docx'],
    ['text in UTF-16', 'documents', bytes('\xff\xfeC\0V\0'), 'cv.txt'],
    ['the source of a page as text', 'documents', bytes('<!doctype html><script>1</script>'), 'cv.txt', 'text/plain'],
    ['a picture named as another kind of picture', 'pictures', png, 'me.jpg', 'image/jpeg'],
    ['a double extension, the last of which is true', 'documents', pdf, 'cv.exe.pdf', pdfType],
    ['anything where the posting takes anything', 'anything', program, 'tool.exe'],
  ];
  for (const [title, posting, content, name, type] of taken) {
    it(`takes ${title}`, async () => {
      expect((await offer(posting, content, name, type)).status).to.equal(201);
    });
  }

  const refused: [string, string, Uint8Array, string, string?][] = [
    ['a program named .pdf', 'documents', program, 'cv.pdf', pdfType],
    ['a program that is a PDF, too', 'documents', bytes(`MZ\0${'\0'.repeat(99)}%PDF-1.7`), 'cv.pdf', pdfType],
    ['a program whose type is said to be that of a PDF', 'documents', program, 'cv.exe', pdfType],
    ['a script whose type is said to be that of text', 'documents', batch, 'cv.bat', 'text/plain'],
    ['a double extension, the first of which is true', 'documents', batch, 'cv.pdf.bat', pdfType],
    ['a double extension in full width, with blanks behind it', 'documents', batch, 'cv.pdf．ｂａｔ . ', pdfType],
    ['a page named .pdf', 'documents', bytes('<html><script>1</script>'), 'cv.pdf', pdfType],
    ['a drawing with a script, named .png', 'pictures', bytes('<svg onload="1"/>'), 'me.png', 'image/png'],
    ['an archive named .docx', 'documents', bytes('PK\x03\x04 evil.js'), 'cv.docx'],
    ['a picture where only documents are taken', 'documents', png, 'cv.pdf', pdfType],
    ['one byte', 'documents', bytes('x'), 'cv.pdf', pdfType],
    ['nothing', 'documents', bytes(''), 'cv.pdf', pdfType],
    ['a name that every object inherits', 'documents', batch, 'cv.constructor', 'text/plain'],
  ];
  for (const [title, posting, content, name, type] of refused) {
    it(`refuses ${title}, in words and with its name`, async () => {
      const response = await offer(posting, content, name, type);
      expect(response.status).to.equal(422);
      const { errors } = (await response.json()) as { errors: { field: string; code: string; detail: string }[] };
      expect(errors.map(({ field, code }) => [field, code])).to.deep.equal([
        ['cv', content.length ? 'file-type' : 'file-empty'],
      ]);
      expect(errors[0]?.detail).to.include(name);
    });
  }

  it('refuses them in a group and inside JSON, too', async () => {
    const content = Buffer.from(program).toString('base64');
    const cv = [{ name: 'cv.pdf', type: pdfType, size: program.length, content }];
    const inJson = await sendJson(receiver, { posting: 'documents', answers: { cv } });
    const certificate = ['schools[0][certificate]', [program, 'a.pdf']] as const;
    const inGroup = await send(receiver, applicationForm([['schools[0][school]', 'Kyoto'], certificate]));
    for (const response of [inJson, inGroup]) expect(response.status).to.equal(422);
    const { errors } = (await inGroup.json()) as { errors: Record<string, string>[] };
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include({ field: 'schools[0][certificate]', pointer: '/schools/0/certificate' });
  });

  it('keeps what was said of a file, and gives it back under a name that opens as what it is', async () => {
    const asBatch = bytes('%PDF-1.7\r\n@calc\r\n');
    expect((await offer('documents', asBatch, 'cv.reg', pdfType)).status).to.equal(201);
    const [application] = await stored(receiver);
    const [file] = application?.answers['cv'] as [ReceivedFile];
    expect(file).to.include({ name: 'cv.reg', type: pdfType });
    const response = await fetch(`${receiver.origin}/applications/${application?.id}/files/1`);
    expect(response.headers.get('content-disposition')).to.include('filename="cv.reg.pdf"');
    expect(new Uint8Array(await response.arrayBuffer())).to.deep.equal(asBatch);
  });

  it('lets no name lead anywhere', async () => {
    const names = [
      '../../../escaped.pdf',
      '..\\escaped.pdf',
      '/etc/escaped.pdf',
      'C:\\escaped.pdf',
      '.pdf',
      'a：b／c.pdf',
    ];
    const odd = ['a\0b.pdf', 'a\r\nX: y.pdf', `${'long'.repeat(200)}.pdf`, '\u202Efdp.exe.pdf', '%2e%2e%2fa.pdf'];
    await expectHarmless([...names, ...odd]);
  });

  it('lets no name of those in the directory that CORPORA names lead anywhere', async function () {
    if (CORPORA === undefined) return this.skip();
    const corpus = JSON.parse(readFileSync(join(CORPORA, 'filenames.json'), 'utf8')) as (string | { name: string })[];
    expect(corpus).to.not.have.length(0);
    await expectHarmless(corpus.map((each) => (typeof each === 'string' ? each : each.name)));
  });

  it('takes and refuses the files in the directory that CORPORA names as their list says', async function () {
    if (CORPORA === undefined) return this.skip();
    interface Specimen {
      readonly file: string;
      readonly upload_as: string;
      readonly mime: string;
      readonly client_expected: string;
    }
    const folder = join(CORPORA, 'files');
    const specimens = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Specimen[];
    const wrong: string[] = [];
    for (const { file, upload_as, mime, client_expected } of specimens) {
      const { status } = await offer('documents', readFileSync(join(folder, file)), upload_as, mime);
      const expected =
        client_expected === 'reject' ? [422] : client_expected === 'reject-or-accept' ? [201, 422] : [201];
      if (!expected.includes(status)) wrong.push(`${upload_as}: ${status}, ${client_expected}`);
    }
    expect(specimens).to.not.have.length(0);
    expect(wrong).to.deep.equal([]);
    expect(existsSync('/tmp/zip-slip-proof.txt')).to.equal(false);
  });

  /** Sends each name; what is on the disk goes by numbers, and what is given back by a name without a path. */
  async function expectHarmless(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const content = Buffer.from(bytesFor(1, 30)).toString('base64');
      const cv = [{ name, type: pdfType, size: 30, content }];
      const response = await sendJson(receiver, { posting: 'anything', answers: { ...answered, cv } });
      expect(response.status, JSON.stringify(name)).to.equal(201);
      const { id } = (await response.json()) as { id: string };
      expect(await readdir(join(receiver.dataFolder, 'files', id))).to.deep.equal(['1']);
      const { headers } = await fetch(`${receiver.origin}/applications/${id}/files/1`);
      const [, plain = '', whole = ''] =
        /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S*)$/.exec(headers.get('content-disposition') ?? '') ??
        [];
      expect(plain, JSON.stringify(name)).to.match(/^[ -~]{1,200}$/);
      for (const each of [plain, decodeURIComponent(whole)])
        expect(each).to.not.match(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\.*$/u);
    }
    const entries = await readdir(receiver.dataFolder);
    expect(
      entries.filter((each) => !/^(applications|lock)\.db|^(id|files|incoming|postings)$/.test(each)),
    ).to.deep.equal([]);
  }
});
