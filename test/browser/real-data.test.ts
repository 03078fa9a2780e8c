import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { corpora, readCorpus } from '../support/hostile-payloads.js';
import { stored, storedFile, type Received, type ReceivedFile } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

interface Answered {
  readonly type: string;
  readonly text: string;
}

interface Specimen {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly expected: string;
}

const answered = (type: string, texts: readonly string[]): Answered[] => texts.map((text) => ({ type, text }));

/** One of each kind that is often refused or bent, in case nothing else is there. */
const ownAnswers: readonly Answered[] = [
  ...answered('text', [
    'O’Neill',
    "O'Neill",
    'Nguyễn',
    'Nguyễn'.normalize('NFD'),
    '李',
    'ʻŌpūnui',
    'd’Arc-Łukasiewicz',
    'X Æ A-12',
  ]),
  ...answered('text', [
    'الحسن',
    'Null',
    'N/A',
    'Robert"); DROP TABLE',
    '=1+1',
    '🧑🏽‍🚀',
    '\u200fמשה\u200f',
    'a  b',
    '<b>',
    '&amp;',
    '%00',
  ]),
  ...answered('email', [
    "o'brien@example.com",
    'first.last+tag@example.co.uk',
    'user@bücher.example',
    'zoe@example.photography',
  ]),
  ...answered('tel', [
    '+44 20 7946 0958',
    '(030) 12 34 56',
    '٠٢٠٧٩٤٦٠٩٥٨',
    '+44\u202d2079460958\u202c',
    '020‑7946‑0958',
  ]),
  ...answered('url', [
    'example.org/zoë?q=1#x',
    'https://例え.jp/パス',
    'HTTPS://EXAMPLE.ORG',
    'https://[2001:db8::1]/cv',
  ]),
];

const asBytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const pdf = asBytes('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const specimen = (name: string, mime: string, bytes: Buffer, expected: string): Specimen => ({
  name,
  mime,
  bytes,
  expected,
});

const ownSpecimens: readonly Specimen[] = [
  specimen('cv.pdf', 'application/pdf', pdf, 'accept'),
  specimen('Lebenslauf – Zoë.PDF', '', Buffer.concat([asBytes('\r\n\r\n'), pdf]), 'accept'),
  specimen('履歴書.rtf', 'text/rtf', asBytes('{\\rtf1 a}'), 'accept'),
  specimen('notes.txt', 'text/plain', asBytes('#!/bin/sh\n<b>a</b>\xe9'), 'accept'),
  specimen('word.doc', 'application/msword', asBytes('{\\rtf1 a}'), 'accept-or-warn'),
  specimen('torn.pdf', 'application/pdf', pdf.subarray(0, 40), 'accept-or-warn'),
  specimen('empty.pdf', 'application/pdf', asBytes(''), 'reject'),
  specimen('page.pdf', 'application/pdf', asBytes('<!doctype html><script>a()</script>'), 'reject'),
  specimen('tool.doc', 'application/msword', asBytes(`MZ${'\0'.repeat(80)}`), 'reject'),
  specimen('cv.pdf.exe', 'application/x-msdownload', pdf, 'reject'),
  specimen('drawing.svg', 'image/svg+xml', asBytes('<svg/>'), 'reject'),
];

const form = (id: string, fields: readonly object[]): object => ({
  id,
  title: 'Lens grinder',
  form: { sections: [{ fields }] },
});

describe('what people really have', function () {
  this.timeout(120_000);
  let browser: Browser;
  let receiver: RunningReceiver;
  const answers = corpora === undefined ? ownAnswers : [...ownAnswers, ...collectedAnswers()];
  const specimens = corpora === undefined ? ownSpecimens : [...ownSpecimens, ...collectedSpecimens(corpora)];

  before(async () => {
    if (corpora === undefined) console.log('    CORPORA names no folder: our own examples alone are tried.');
    const fields = answers.map(({ type }, index) => ({ name: `q${index}`, type, label: `Question ${index}` }));
    const files = [{ name: 'cv', type: 'file', label: 'CV', maxFiles: 100 }];
    [browser, receiver] = await Promise.all([
      launchBrowser(),
      startReceiver({
        postings: { people: form('people', fields), files: form('files', files), secret: form('secret', secretFields) },
      }),
    ]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  const open = async (posting: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    await page.goto(receiver.origin);
    // The page names a posting of the demo, which is not there.
    await untilState(page, 'error');
    await page.evaluate(async (src) => {
      const element = document.querySelector('job-application') as HTMLElement & { src: string };
      const drawn = new Promise((resolve) => element.addEventListener('job-application-load', resolve, { once: true }));
      element.src = src;
      await drawn;
    }, `/postings/${posting}.json`);
    return page;
  };

  it(`is accepted as it is typed, and arrives byte for byte (${answers.length} answers)`, async () => {
    const page = await open('people');
    const outcome = await page.evaluate(
      typeAll,
      answers.map(({ text }) => text),
    );
    await page.close();
    expect(outcome).to.deep.equal({ status: 'sent', refused: [] });
    const [received] = await stored(receiver);
    expect(answers.filter(({ text }, index) => received?.answers[`q${index}`] !== text)).to.deep.equal([]);
  });

  it(`as files is taken or refused as it should be, each by name, and arrives byte for byte (${specimens.length} files)`, async () => {
    const page = await open('files');
    const wrong: string[] = [];
    for (const { name, mime, bytes, expected } of specimens) {
      const verdict = await page.evaluate(choose, name, mime, bytes.toString('base64'));
      if (verdict !== (expected === 'reject' ? 'refused' : 'taken')) wrong.push(`${name} (${mime}) was ${verdict}`);
    }
    expect(wrong).to.deep.equal([]);
    const outcome = await page.evaluate(typeAll, []);
    await page.close();
    expect(outcome).to.deep.equal({ status: 'sent', refused: [] });
    const [received] = await stored(receiver);
    const taken = specimens.filter(({ expected }) => expected !== 'reject');
    const files = received?.answers['cv'] as ReceivedFile[];
    expect(files.map(({ name, size }) => [name, size])).to.deep.equal(
      taken.map(({ name, bytes }) => [name, bytes.length]),
    );
    for (const [index, { name, bytes }] of taken.entries()) {
      expect(await bytesOf(received, files[index]), name).to.deep.equal(Buffer.from(bytes));
    }
  });

  it('never stands in an address, on the console, in the title, in the history or in what analytics may see', async () => {
    const page = await open('secret');
    const seen: string[] = [];
    page.on('console', (message) => seen.push(`console: ${message.text()}`));
    page.on('request', (request) => seen.push(`request: ${request.url()} ${JSON.stringify(request.headers())}`));
    seen.push(...(await page.evaluate(sendSecret, secret)));
    expect(seen).to.include('status sent');
    expect(seen.join('\n')).to.contain('job-application-invalid').and.to.contain('job-application-failed');
    expect(seen.filter((each) => each.includes(secret))).to.deep.equal([]);
    await page.close();
    expect(receiver.output()).to.not.contain(secret);
    // What was typed did go where it should.
    expect(JSON.stringify(await stored(receiver))).to.contain(secret);
  });

  async function bytesOf(received: Received | undefined, file: ReceivedFile | undefined): Promise<Buffer> {
    return Buffer.from(await storedFile(receiver, received?.id ?? '', file?.file ?? 0));
  }
});

const secret = 'canary-7f3a';
const secretFields = [
  { name: 'name', type: 'text', label: 'Name', pattern: `${secret}.*`, patternMessage: 'No' },
  { name: 'mail', type: 'email', label: 'E-mail' },
  { name: 'site', type: 'url', label: 'Site' },
  { name: 'letter', type: 'textarea', label: 'Letter', maxLength: 100 },
  { name: 'choice', type: 'choice', label: 'Choice', options: [{ value: secret, label: 'One' }] },
];

/** All that others have marked as good, and that is no longer than a line. */
function collectedAnswers(): Answered[] {
  const isGood = (must: string | undefined): boolean => /^accept(?!-or)/.test(must ?? '');
  const names = readCorpus<{ given: string; surname: string }[]>('names.json');
  const phones = readCorpus<{ national?: string; e164?: string; input?: string; must?: string }[]>('phones.json');
  const emails = readCorpus<{ email: string; must?: string }[]>('emails.json');
  const urls = readCorpus<{ accept: string[] }>('urls.json');
  const strings = readCorpus<{ s: string }[]>('unicode-strings.json');
  const lines = [...names.flatMap(({ given, surname }) => [given, surname]), ...strings.map(({ s }) => s)];
  return [
    // A text field has no line breaks, and no request can carry half a character.
    ...answered(
      'text',
      [...new Set(lines)].filter((text) => text.trim() !== '' && !/[\r\n]|\p{Cs}/u.test(text)),
    ),
    ...answered(
      'tel',
      phones.filter(({ must }) => isGood(must)).map(({ national, e164, input }) => input ?? e164 ?? national ?? ''),
    ),
    ...answered(
      'email',
      emails.filter(({ must }) => isGood(must)).map(({ email }) => email),
    ),
    ...answered('url', urls.accept),
  ];
}

function collectedSpecimens(folder: string): Specimen[] {
  return readCorpus<{ file: string; upload_as: string; mime: string; client_expected: string }[]>('files/manifest.json')
    .filter(({ client_expected }) => client_expected !== 'reject-or-accept')
    .map(({ file, upload_as, mime, client_expected }) =>
      specimen(upload_as, mime, readFileSync(join(folder, 'files', file)), client_expected),
    );
}

interface Element extends HTMLElement {
  readonly answers: Record<string, unknown>;
  readonly issues: readonly { readonly field: string }[];
  submit(): Promise<{ status: string }>;
}

/** Runs in the page: types a text into each control, and sends. */
async function typeAll(texts: readonly string[]): Promise<{ status: string; refused: string[] }> {
  const element = document.querySelector('job-application') as Element;
  const controls = element.shadowRoot?.querySelectorAll<HTMLInputElement>('.field input') ?? [];
  texts.forEach((text, index) => {
    const control = controls[index];
    if (!control) return;
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const { status } = await element.submit();
  return { status, refused: element.issues.map(({ field }) => texts[Number(field.slice(1))] ?? field) };
}

/** Runs in the page: chooses one file more, and waits until it has been looked at. */
async function choose(name: string, type: string, base64: string): Promise<string> {
  const element = document.querySelector('job-application') as Element;
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) return 'not asked for';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const refusals = element.shadowRoot?.querySelector('.refusals')?.textContent ?? '';
    if (refusals !== '') return refusals.includes(name) ? 'refused' : `refused without its name: ${refusals}`;
    const last = [...(element.shadowRoot?.querySelectorAll('.chosen') ?? [])].at(-1)?.textContent ?? '';
    if (last.includes(name) && !/reading|checking/i.test(last)) return 'taken';
  }
}

/** Runs in the page: an issue, a failure, an answer with field errors, then the real endpoint; what a stranger could see of it. */
async function sendSecret(secret: string): Promise<string[]> {
  const element = document.querySelector('job-application') as Element;
  const seen: string[] = [];
  const note = (event: Event): void => {
    const fields = Object.getOwnPropertyNames(event).concat(Object.getOwnPropertyNames(Object.getPrototypeOf(event)));
    const told = fields
      .filter((name) => name !== 'constructor')
      .map((name) => (event as unknown as Record<string, unknown>)[name]);
    seen.push(
      `${event.type}: ${JSON.stringify(told, (_key, value: unknown) => (value instanceof Node ? undefined : value))}`,
    );
  };
  for (const type of ['load', 'invalid', 'progress', 'failed', 'error'])
    element.addEventListener(`job-application-${type}`, note);
  const type = (selector: string, text: string): void => {
    const control = element.shadowRoot?.querySelector<HTMLInputElement>(selector);
    if (!control) throw new Error(selector);
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const answerWith = (response: Response): void =>
    element.addEventListener(
      'job-application-submit',
      (event) =>
        (event as unknown as { respondWith(response: Promise<Response>): void }).respondWith(Promise.resolve(response)),
      { once: true },
    );
  type('input[name=f-name]', `${secret} of the lens`);
  type('input[name=f-mail]', `${secret} is no address`);
  type('input[name=f-site]', `${secret}.example/path`);
  type('textarea', secret.repeat(20));
  element.shadowRoot?.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  await element.submit();
  type('input[name=f-mail]', `${secret}@example.org`);
  type('textarea', secret);
  answerWith(new Response('{}', { status: 500 }));
  await element.submit();
  answerWith(Response.json({ errors: { name: ['No'] }, message: `You wrote ${secret}` }, { status: 422 }));
  await element.submit();
  type('input[name=f-name]', `${secret} once more`);
  const { status } = await element.submit();
  element.removeEventListener('job-application-load', note);
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  return [
    ...seen,
    `status ${status}`,
    document.title,
    location.href,
    document.cookie,
    JSON.stringify(history.state),
    ...addresses,
  ];
}
