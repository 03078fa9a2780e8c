import { expect } from 'chai';
import { judgeField } from '../../src/posting/judge-field.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { fieldWith } from './make-posting.js';

type Verdict = readonly [answer: string, must: string | undefined];

/** The folder with the collections, in Node and where it is there. */
const folder = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.['CORPORA'];

const context = { kinds: kindsWith(), lookup: () => undefined, today: '2026-11-22' };

async function read(file: string): Promise<unknown> {
  const filesystem = 'node:fs/promises'; // not written in the import: a browser's bundler would look for it
  const { readFile } = (await import(filesystem)) as { readFile: (path: string, encoding: 'utf8') => Promise<string> };
  return JSON.parse(await readFile(`${folder}/${file}`, 'utf8')) as unknown;
}

/** Answers that are judged otherwise than they must be; "accept-or-warn" leaves the choice and so is not among them. */
function misjudged(type: string, verdicts: readonly Verdict[]): string[] {
  const field = fieldWith({ type });
  return verdicts.flatMap(([answer, must = '']) => {
    const isAccepted = judgeField(field, answer, context).length === 0;
    if (/^accept(?!-or)/.test(must) && !isAccepted) return [`refused: ${JSON.stringify(answer)}`];
    return /^reject(?!-or)/.test(must) && isAccepted ? [`accepted: ${JSON.stringify(answer)}`] : [];
  });
}

describe('real addresses and numbers', function () {
  before(function () {
    if (folder !== undefined) return;
    console.log('    Skipped: CORPORA names no folder with emails.json, phones.json and urls.json.');
    this.skip();
  });

  it('are taken for e-mail addresses, and only those', async () => {
    const emails = (await read('emails.json')) as { email: string; must?: string }[];
    expect(
      misjudged(
        'email',
        emails.map(({ email, must }) => [email, must]),
      ),
    ).to.deep.equal([]);
  });

  it('are taken for telephone numbers, and only those', async () => {
    const phones = (await read('phones.json')) as { national?: string; e164?: string; input?: string; must?: string }[];
    const verdicts = phones.flatMap(({ national, e164, input, must }) =>
      [national, e164, input].flatMap((answer): Verdict[] => (answer === undefined ? [] : [[answer, must]])),
    );
    expect(verdicts).to.have.length.above(phones.length);
    expect(misjudged('tel', verdicts)).to.deep.equal([]);
  });

  it('are taken for web addresses, and only those', async () => {
    const urls = (await read('urls.json')) as Record<'accept' | 'reject_scheme', string[]>;
    const verdicts = [
      ...urls.accept.map((url): Verdict => [url, 'accept']),
      ...urls.reject_scheme.map((url): Verdict => [url, 'reject']),
    ];
    expect(misjudged('url', verdicts)).to.deep.equal([]);
  });
});
