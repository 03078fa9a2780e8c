import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { answered, applicationForm, bytesFor, send, sendJson, weaver } from '../support/received.js';

const { CORPORA } = process.env;

/** The cells of a file as RFC 4180 has it; any other separator may be read, too. */
function readCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[(at += 1)];
        else break;
      }
      at += 1;
    }
    while (at < text.length && text[at] !== separator && !/[\r\n]/.test(text[at] ?? '')) cell += text[at++];
    row.push(cell);
    if (text[at] === separator) at += 1;
    else {
      rows.push(row);
      row = [];
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
  }
  return rows;
}

/** What README tells to do with a cell: take one apostrophe away where it stands before what it keeps from calculating. */
function asWritten(cell: string): string {
  return cell
    .replace(/^'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))/, '')
    .replace(/([;\t\r\n])'(?='* *[=+\-@＝＋－＠])/g, '$1');
}

const hostile = [
  ...['=1+1', '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00A0=1', '＝1+1', '＋1', '－1', '＠SUM(1)'],
  ...["'=1", "''=1", '";=1+1', 'a;=1+1', 'a; =1+1', 'a\n=1+1', 'a\t@SUM(1)', "a\n'=1", '=HYPERLINK("//a.example";"b")'],
];
const plain = [
  '+44 20 7946 0958',
  'a,b',
  'a"b',
  "d'Arc",
  "'t Hooft",
  'a\nb\n\nc',
  '- weaving\n- spinning',
  '工',
  '5 - 3 = 2',
  '',
];

describe('receiver: its table for spreadsheets', () => {
  let receiver: RunningReceiver;

  before(async () => {
    receiver = await startReceiver({ postings: { weaver } });
  });

  after(() => receiver.stop());

  const load = async (): Promise<string> => {
    const response = await fetch(`${receiver.origin}/applications.csv`);
    expect(response.status).to.equal(200);
    return Buffer.from(await response.arrayBuffer()).toString('utf8');
  };
  const rowsOf = async (): Promise<Record<string, string>[]> => {
    const [head = [], ...rows] = readCsv((await load()).replace('\uFEFF', ''));
    return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? 'no such cell'])));
  };
  const sendLetters = async (letters: readonly string[]): Promise<void> => {
    for (const letter of letters) {
      const response = await sendJson(receiver, { posting: 'weaver', answers: { ...answered, letter }, consents: [] });
      expect(response.status, JSON.stringify(letter)).to.equal(201);
    }
  };

  it('has a head and no line when nothing came in', async () => {
    expect(await load()).to.equal('\uFEFF"_id","_received_at","_posting","_locale","_replaces"\r\n');
  });

  it('has a line for each application and a column for each question', async () => {
    const response = await send(
      receiver,
      applicationForm([
        ['_idempotency_key', 'k'],
        ['looms', 'floor'],
        ['looms', 'jacquard'],
        ['cv', [bytesFor(1, 50), '=cv";.pdf']],
        ['cv', [bytesFor(2, 50), 'b.pdf']],
        ['schools[0][school]', 'Łódź'],
        ['schools[1][school]', '=cmd()'],
      ]),
    );
    const { id } = (await response.json()) as { id: string };
    await send(receiver, applicationForm([['letter', 'I weave.']]));
    const [later, first] = await rowsOf();
    expect(first).to.deep.include({
      _id: id,
      _posting: 'weaver',
      _locale: 'en',
      full_name: 'Zoë Łukasiewicz 工',
      email: 'zoe@example.org',
      privacy: 'true',
      letter: '',
      looms: 'floor; jacquard',
      cv: `/applications/${id}/files/1 =cv";.pdf; /applications/${id}/files/2 b.pdf`,
      'schools[0][school]': 'Łódź',
      'schools[1][school]': "'=cmd()",
    });
    expect(first?.['_received_at']).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(later).to.include({ letter: 'I weave.', 'schools[0][school]': '', looms: '' });
  });

  it('is a file in UTF-8 with a mark that says so, every cell in quotes, for this machine alone', async () => {
    const text = await load();
    expect(text.startsWith('\uFEFF"_id",')).to.equal(true);
    expect(text).to.match(/^([^"]?"(?:[^"]|"")*"(,|\r\n))*$/);
    const response = await fetch(`${receiver.origin}/applications.csv`);
    expect(Object.fromEntries(response.headers)).to.include({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="applications.csv"; filename*=UTF-8\'\'applications.csv',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const proxied = await fetch(`${receiver.origin}/applications.csv`, { headers: { Forwarded: 'for=203.0.113.9' } });
    expect(proxied.status).to.equal(403);
    expect((await fetch(`${receiver.origin}/applications.csv`, { method: 'POST' })).status).to.equal(405);
  });

  it('leaves nothing for a spreadsheet to calculate, and gives back what was written', async () => {
    await sendLetters([...hostile, ...plain]);
    await expectInert([...hostile, ...plain]);
  });

  it('leaves nothing of the file that CORPORA has, either', async function () {
    if (CORPORA === undefined) return this.skip();
    const corpus = JSON.parse(readFileSync(join(CORPORA, 'csv-injection.json'), 'utf8')) as { value: string }[];
    const values = corpus.map(({ value }) => value);
    await sendLetters(values);
    await expectInert(values);
  });

  it('leaves a text alone that calculates nothing', async () => {
    await sendLetters(["'t Hooft", 'a\nb', 'd’Arc = 1']);
    expect((await rowsOf()).slice(0, 3).map(({ letter }) => letter)).to.deep.equal(['d’Arc = 1', 'a\nb', "'t Hooft"]);
  });

  it('has every application, however many there are', async () => {
    const before = (await rowsOf()).length;
    await Promise.all(
      Array.from({ length: 520 }, (_, index) => send(receiver, applicationForm([['letter', `n${index}`]]))),
    );
    const rows = await rowsOf();
    expect(rows).to.have.length(before + 520);
    expect(new Set(rows.map(({ _id }) => _id)).size).to.equal(rows.length);
  }).timeout(60_000);

  /** The letters sent last, as they stand in the table, whatever its reader takes for a separator. */
  async function expectInert(letters: readonly string[]): Promise<void> {
    const rows = (await rowsOf()).slice(0, letters.length).reverse();
    expect(rows.map(({ letter = '' }) => asWritten(letter))).to.deep.equal(letters);
    for (const { letter = '' } of rows) expect(letter).to.not.match(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/);
    for (const separator of [',', ';', '\t']) {
      const cells = readCsv((await load()).replace('\uFEFF', ''), separator).flat();
      expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).to.deep.equal([]);
    }
  }
});
