import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw as drawAny, json, note, part, postingJson, type, words } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const secret = { name: 'salary', type: 'text', label: 'Salary', sensitive: true };
const posting = postingJson([note, secret]);
const attemptName = 'job-application:attempt:optician';

/** What an application was sent with. */
interface Keys {
  readonly key: string | undefined;
  readonly previousKey: string | undefined;
}

/** As after a reload, or in another tab that has a copy of what this one keeps. */
async function draw(json: object = posting, attributes: Record<string, string> = {}): Promise<JobApplication> {
  const element = await drawAny(json, { draft: 'session', ...attributes });
  control(element, 'Note').focus();
  return element;
}

async function fill(element: JobApplication, answers: Readonly<Record<string, string>>): Promise<void> {
  const kept = new Promise((resolve) => element.addEventListener('job-application-draft', resolve, { once: true }));
  for (const [label, text] of Object.entries(answers)) type(control(element, label), text);
  if (element.draft !== 'off') await kept;
}

async function send(element: JobApplication, answer: () => Response): Promise<Keys> {
  let keys: Keys | undefined;
  element.addEventListener(
    'job-application-submit',
    (event) => {
      keys = { key: event.application.idempotencyKey, previousKey: event.application.previousKey };
      event.respondWith(Promise.resolve(answer()));
    },
    { once: true },
  );
  await element.submit();
  return keys!;
}

const unclear = (): Response => json({}, 500);
const sent = (): Response => json({});
const refused = (): Response => json({ errors: { note: 'No.' } }, 422);

/** An application that may have arrived, and its page gone. */
async function sendUnclearly(answers: Readonly<Record<string, string>>, of: object = posting): Promise<Keys> {
  const element = await draw(of);
  await fill(element, answers);
  const keys = await send(element, unclear);
  await leave(element);
  return keys;
}

async function leave(element: JobApplication): Promise<void> {
  element.remove();
  await new Promise((resolve) => setTimeout(resolve));
}

async function toldOfIt(element: JobApplication): Promise<readonly string[]> {
  const told = (): Element | null => part(element, 'draft');
  await waitUntil(() => words(told()).includes('arrived'), 'never told');
  return [...told()!.querySelectorAll('p')].map(words);
}

beforeEach(async () => {
  await new Promise((resolve) => setTimeout(resolve));
  sessionStorage.clear();
});

describe('an application that may have arrived before the page was loaded again', () => {
  it('is told of in view', async () => {
    await sendUnclearly({ Note: 'mine' });
    expect(await toldOfIt(await draw())).to.deep.equal([
      'You sent this application before the page was loaded again, and no answer came. Your application may have arrived.',
      'Before you send it again, look for a confirmation by e-mail.',
    ]);
  });

  it('is sent again unchanged under the same key, and is forgotten once it is confirmed', async () => {
    const first = await sendUnclearly({ Note: 'mine', Salary: '1000' });
    const again = await draw();
    await fill(again, { Salary: '1000', Note: 'mine' });
    expect(await send(again, sent)).to.deep.equal(first);
    expect(sessionStorage.getItem(attemptName)).to.equal(null);
  });

  it('is sent under the same key after a second reload, too', async () => {
    const first = await sendUnclearly({ Note: 'mine' });
    const second = await draw();
    expect(await send(second, unclear)).to.deep.equal(first);
    await leave(second);
    expect(await send(await draw(), sent)).to.deep.equal(first);
  });

  for (const [what, edit] of [
    ['an answer', { Note: 'other' }],
    ['an answer that is not kept', { Salary: '2000', Note: 'mine' }],
  ] as const) {
    it(`is sent under a new key, and with the one before, where ${what} was edited`, async () => {
      const first = await sendUnclearly({ Note: 'mine', Salary: '1000' });
      const again = await draw();
      await fill(again, edit);
      const { key, previousKey } = await send(again, sent);
      expect(previousKey).to.equal(first.key);
      expect(key).not.to.equal(first.key);
    });
  }

  it('is the same one with the same file chosen again, and another with another file', async () => {
    const withFile = postingJson([note, { name: 'cv', type: 'file', label: 'CV' }]);
    const choose = (element: JobApplication, contents: string): void => {
      const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([contents], 'cv.txt', { type: 'text/plain', lastModified: 1_700_000_000_000 }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const element = await draw(withFile);
    choose(element, 'words');
    await fill(element, { Note: 'mine' });
    const first = await send(element, unclear);
    await leave(element);
    const again = await draw(withFile);
    choose(again, 'words');
    expect(await send(again, unclear)).to.deep.equal(first);
    await leave(again);
    const third = await draw(withFile);
    choose(third, 'other words');
    expect((await send(third, sent)).previousKey).to.equal(first.key);
  });

  it('stays in doubt where an edited one was refused', async () => {
    const first = await sendUnclearly({ Note: 'mine' });
    const again = await draw();
    await fill(again, { Note: 'other' });
    expect((await send(again, refused)).previousKey).to.equal(first.key);
    await leave(again);
    const third = await draw();
    await fill(third, { Note: 'third' });
    expect((await send(third, sent)).previousKey).to.equal(first.key);
  });

  it('is remembered without any answer', async () => {
    await sendUnclearly({ Note: 'mine', Salary: '1000-secret' });
    expect(sessionStorage.getItem(attemptName)).to.match(/^{"version":1,"key":"[\w-]{36}","fate":"unknown",/);
    expect(Object.keys(JSON.parse(sessionStorage.getItem(attemptName)!) as object)).to.deep.equal([
      'version',
      'key',
      'fate',
      'salt',
      'fingerprint',
    ]);
    expect(JSON.stringify({ ...sessionStorage })).not.to.include('1000-secret');
  });

  it('is forgotten once what is kept is discarded', async () => {
    await sendUnclearly({ Note: 'mine' });
    const again = await draw();
    await toldOfIt(again);
    await again.clearDraft();
    expect(part(again, 'draft')).to.equal(null);
    expect(sessionStorage.getItem(attemptName)).to.equal(null);
  });

  it('is not remembered after a definite refusal, nor with draft="off"', async () => {
    const element = await draw();
    await fill(element, { Note: 'mine' });
    await send(element, refused);
    expect(sessionStorage.getItem(attemptName)).to.equal(null);
    const off = await draw(posting, { draft: 'off' });
    await fill(off, { Note: 'mine' });
    await send(off, unclear);
    expect(sessionStorage.getItem(attemptName)).to.equal(null);
  });

  it('is nothing to a tab that began as a copy of one that is still there', async () => {
    const element = await draw();
    await fill(element, { Note: 'mine' });
    const first = await send(element, unclear);
    const copy = await draw();
    const { key, previousKey } = await send(copy, sent);
    expect(key).not.to.equal(first.key);
    expect(previousKey).to.equal(undefined);
    expect(part(copy, 'draft')?.textContent ?? '').not.to.include('arrived');
  });

  it('is known again where the browser makes no fingerprints, as on an insecure host', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      const first = await sendUnclearly({ Note: 'mine' });
      expect((await send(await draw(), sent)).key).to.equal(first.key);
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  for (const foreign of ['{', 'null', '{"version":1,"key":"a\\r\\nb","fate":"unknown"}', '{"version":2}']) {
    it(`${foreign} in its place is passed over`, async () => {
      sessionStorage.setItem(attemptName, foreign);
      const element = await draw();
      const { key, previousKey } = await send(element, sent);
      expect(key).to.match(/^[\w-]{36}$/);
      expect(previousKey).to.equal(undefined);
    });
  }
});
