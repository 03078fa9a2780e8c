import { expect } from '@open-wc/testing';
import type { JobApplication, JobApplicationDraftEvent } from '../../src/index.js';
import { canKeepFiles, changeOnDevice, clearDevice, keptOnDevice } from './support/device-store.js';
import {
  control,
  draw as drawAny,
  email,
  json,
  note,
  part,
  postingJson,
  reported,
  respond,
  type,
  words,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const cv = { name: 'cv', type: 'file', label: 'CV', maxFiles: 2 };
const withFile = postingJson([note, cv]);

/** As after a reload, or in another tab. */
function draw(posting: object = postingJson(), attributes: Record<string, string> = {}): Promise<JobApplication> {
  return drawAny(posting, { draft: 'device', ...attributes });
}

type DraftAction = JobApplicationDraftEvent['action'];
type Told = readonly [DraftAction, JobApplicationDraftEvent['reason']?];

/** What the page is told while this runs, until it was told of one of these. */
async function told(element: JobApplication, until: DraftAction, act: () => unknown): Promise<Told[]> {
  const events: Told[] = [];
  const listen = ({ action, reason }: JobApplicationDraftEvent): void => {
    events.push(reason === undefined ? [action] : [action, reason]);
  };
  element.addEventListener('job-application-draft', listen);
  await act();
  await waitUntil(() => events.some(([action]) => action === until), `never told of ${until}`);
  element.removeEventListener('job-application-draft', listen);
  return events;
}

function typed(element: JobApplication, text: string): Promise<Told[]> {
  return told(element, 'saved', () => type(control(element, 'Note'), text));
}

/** What was typed and kept, and its element gone. */
async function keep(text: string, posting: object = postingJson()): Promise<void> {
  const element = await draw(posting);
  await typed(element, text);
  element.remove();
}

function choose(element: JobApplication, ...files: readonly File[]): void {
  const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const file = (name: string, contents = `contents of ${name}`): File =>
  new File([contents], name, { type: 'text/plain', lastModified: 1_700_000_000_000 });

const status = (element: JobApplication): string => words(part(element, 'draft-status'));

function press(element: JobApplication, where: string): void {
  part(element, where)?.querySelector('button')?.click();
}

/** Has every write to a store fail. */
async function withoutRoom(store: 'files' | undefined, act: () => Promise<void>): Promise<void> {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    if (store === undefined || this.name === store) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, args);
  };
  await act().finally(() => (IDBObjectStore.prototype.put = put));
}

/** Skipped where the browser keeps no files at all. */
function itWithFiles(title: string, test: () => Promise<void>): void {
  it(title, async function () {
    if (!(await canKeepFiles())) this.skip();
    await test();
  });
}

beforeEach(async () => {
  // The elements of the test before close what they have open a task later.
  await new Promise((resolve) => setTimeout(resolve));
  await clearDevice();
});

describe('a draft on the device', () => {
  it('says beforehand that it will be there, and for how long', async () => {
    const element = await draw(postingJson(), { 'draft-days': '30' });
    expect(status(element)).to.equal('Your answers are saved on this device as you type, for 30 days.');
  });

  itWithFiles('brings answers and files back, which is said with a way to discard them', async () => {
    const element = await draw(withFile);
    await typed(element, 'mine');
    await told(element, 'saved', () => choose(element, file('one.txt'), file('two.txt')));
    element.remove();
    const again = await draw(withFile);
    expect(control(again, 'Note').value).to.equal('mine');
    const files = again.answers['cv'] as File[];
    expect(await Promise.all(files.map((each) => each.text()))).to.deep.equal([
      'contents of one.txt',
      'contents of two.txt',
    ]);
    expect(files.map(({ name, type: mime, lastModified }) => [name, mime, lastModified])).to.deep.equal([
      ['one.txt', 'text/plain', 1_700_000_000_000],
      ['two.txt', 'text/plain', 1_700_000_000_000],
    ]);
    expect(words(part(again, 'draft'))).to.match(/^Your answers are back, .* Discard$/);
    expect(words(again.renderRoot.querySelectorAll('[part~=field]')[1]))
      .to.include('one.txt')
      .and.include('two.txt');
  });

  it('is said to be there, with a way to delete it, which leaves the answers and keeps no more', async () => {
    const element = await draw();
    await typed(element, 'mine');
    expect(status(element)).to.match(/^Saved on this device until .+ Delete$/);
    const events = await told(element, 'cleared', () => press(element, 'draft-status'));
    expect(events).to.deep.equal([['cleared', 'discarded']]);
    expect(status(element)).to.match(/^Deleted from this device\./);
    expect(control(element, 'Note').value).to.equal('mine');
    expect((await keptOnDevice()).drafts).to.deep.equal([]);
    type(control(element, 'Note'), 'more');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect((await keptOnDevice()).drafts).to.deep.equal([]);
  });

  it('is gone, with its files and all answers, once it is discarded', async () => {
    await keep('mine', withFile);
    const again = await draw(withFile);
    await told(again, 'saved', () => choose(again, file('one.txt')));
    await told(again, 'cleared', () => press(again, 'draft'));
    expect(control(again, 'Note').value).to.equal('');
    expect(await keptOnDevice()).to.deep.include({ drafts: [], files: [] });
  });

  it('is gone once the application is sent, and after clearDraft()', async () => {
    const element = await draw(postingJson([note]));
    respond(element, () => json({}));
    await typed(element, 'mine');
    await told(element, 'cleared', () => element.submit());
    expect((await keptOnDevice()).drafts).to.deep.equal([]);
    await keep('mine');
    const again = await draw();
    await again.clearDraft();
    expect((await keptOnDevice()).drafts).to.deep.equal([]);
    expect(control(again, 'Note').value).to.equal('mine');
  });

  it('holds nothing sensitive, nothing about equality, no permission, nothing hidden and no token', async () => {
    const secret = { name: 'salary', type: 'text', label: 'Salary', sensitive: true };
    const scan = { ...cv, name: 'scan', label: 'Scan', sensitive: true };
    const fields = [
      note,
      secret,
      { name: 'keep', type: 'consent', label: 'Keep it', text: 'You may keep it.' },
      { name: 'ref', type: 'hidden', value: 'hidden-value' },
      scan,
    ];
    const age = { name: 'age', type: 'text', label: 'Age' };
    const posting = { ...postingJson(), form: { sections: [{ fields }, { equality: true, fields: [age] }] } };
    const element = await draw(posting);
    element.captcha = 'own';
    element.captchaProviders = {
      own: { load: () => Promise.resolve(), render: () => undefined, token: () => 'token-1', reset: () => undefined },
    } as never;
    await told(element, 'saved', () => {
      control(element, 'Keep it').click();
      choose(element, file('scan.txt'));
      for (const label of ['Salary', 'Age', 'Note']) type(control(element, label), `typed-${label}`);
    });
    respond(element, () => json({}, 500));
    await element.submit();
    element.remove();
    const { text, files } = await keptOnDevice();
    expect(text).to.include('typed-Note');
    for (const word of ['Salary', 'Age', 'hidden-value', 'You may', 'scan', 'token-1'])
      expect(text).not.to.include(word);
    expect(files).to.deep.equal([]);
  });

  itWithFiles('writes a file once, however much is typed, and deletes one that is taken away', async () => {
    const element = await draw(withFile);
    await told(element, 'saved', () => choose(element, file('one.txt'), file('two.txt')));
    const { put } = IDBObjectStore.prototype;
    const written: string[] = [];
    IDBObjectStore.prototype.put = function (...args) {
      written.push(this.name);
      return put.apply(this, args);
    };
    try {
      await typed(element, 'mine');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(written).to.deep.equal(['drafts']);
    await told(element, 'saved', () => control(element, 'Remove one.txt').click());
    expect((await keptOnDevice()).files.map((each) => (each as File).name)).to.deep.equal(['two.txt']);
  });

  it('is given to no form once its days are over, and is deleted then', async () => {
    await keep('mine');
    await changeOnDevice((draft) => ({ ...draft, savedAt: Date.now() - 3 * 86_400_000 }));
    expect(control(await draw(postingJson(), { 'draft-days': '4' }), 'Note').value).to.equal('mine');
    expect(control(await draw(postingJson(), { 'draft-days': '3' }), 'Note').value).to.equal('');
    expect((await keptOnDevice()).drafts).to.deep.equal([]);
  });

  it('is deleted with its files by the form of another posting once its days are over', async () => {
    const element = await draw(withFile);
    await told(element, 'saved', () => choose(element, file('one.txt')));
    element.remove();
    await changeOnDevice((draft) => ({ ...draft, expiresAt: Date.now() - 1 }));
    await draw(postingJson([email], { id: 'other' }));
    await waitUntil(async () => {
      const { drafts, files } = await keptOnDevice();
      return drafts.length + files.length === 0;
    });
  });

  it('belongs to one posting, also on a page with two', async () => {
    const one = await draw();
    const other = await draw(postingJson([email, note], { id: 'other' }));
    await typed(one, 'one');
    await typed(other, 'other');
    one.remove();
    other.remove();
    expect(control(await draw(), 'Note').value).to.equal('one');
    expect(control(await draw(postingJson([email, note], { id: 'other' })), 'Note').value).to.equal('other');
  });

  itWithFiles('tells the later of two tabs that it has taken the place of the other', async () => {
    const one = await draw(withFile);
    const two = await draw(withFile);
    await told(one, 'saved', () => choose(one, file('one.txt')));
    expect(status(one)).not.to.include('another tab');
    await typed(two, 'two');
    expect(status(two)).to.include('This form is open in another tab, too.');
    const { text, files } = await keptOnDevice();
    expect(text).to.include('"two"');
    expect(files).to.deep.equal([]);
    await typed(one, 'one');
    expect(status(one)).to.include('This form is open in another tab, too.');
    expect((await keptOnDevice()).files.map((each) => (each as File).name)).to.deep.equal(['one.txt']);
  });

  it('goes on without a word where another tab has closed', async () => {
    await keep('mine');
    const again = await draw();
    await typed(again, 'mine, too');
    expect(status(again)).not.to.include('another tab');
  });

  it('gives back what still fits a form that has changed, and says what does not', async () => {
    const gone = { ...note, name: 'gone', label: 'Gone' };
    const element = await draw(postingJson([note, gone, cv]));
    await told(element, 'saved', () => {
      type(control(element, 'Note'), 'mine');
      type(control(element, 'Gone'), 'lost');
      choose(element, file('one.txt'));
    });
    element.remove();
    const again = await draw(postingJson([note]));
    expect({ ...again.answers }).to.deep.equal({ note: 'mine' });
    expect(words(part(again, 'draft'))).to.include('2 answers no longer fit this form and were left out.');
  });
});

describe('where a device does not keep everything', () => {
  it('says so once where the browser forbids it, and the form goes on', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'SecurityError');
    };
    try {
      const element = await draw(postingJson([note]));
      respond(element, () => json({}));
      expect(await told(element, 'refused', () => type(control(element, 'Note'), 'mine'))).to.deep.equal([
        ['refused', 'blocked'],
      ]);
      expect(status(element)).to.match(/^Your answers cannot be saved on this device\./);
      expect((await element.submit()).status).to.equal('sent');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('says so where there is no room', async () => {
    const element = await draw();
    await withoutRoom(undefined, async () => {
      expect(await told(element, 'refused', () => type(control(element, 'Note'), 'mine'))).to.deep.equal([
        ['refused', 'full'],
      ]);
    });
    expect(status(element)).to.match(/^Your answers cannot be saved on this device\./);
    await typed(element, 'now there is');
    expect(status(element)).to.match(/^Saved on this device/);
  });

  it('keeps the words where there is no room for the files, which are to be chosen again', async () => {
    const element = await draw(withFile);
    await withoutRoom('files', async () => {
      const events = await told(element, 'saved', () => {
        type(control(element, 'Note'), 'mine');
        choose(element, file('one.txt'));
      });
      expect(events).to.deep.equal([['refused', 'full'], ['saved']]);
    });
    expect(status(element)).to.include('Files could not be saved on this device.');
    element.remove();
    const again = await draw(withFile);
    expect(control(again, 'Note').value).to.equal('mine');
    expect(words(part(again, 'draft'))).to.include('Choose them again for “CV”.');
  });

  itWithFiles('asks again for a file that is not there any more', async () => {
    const element = await draw(withFile);
    await told(element, 'saved', () => choose(element, file('one.txt'), file('two.txt')));
    element.remove();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('job-application');
      request.onsuccess = () => resolve(request.result);
    });
    const files = database.transaction('files', 'readwrite').objectStore('files');
    const keys = files.getAllKeys();
    keys.onsuccess = () => files.delete(keys.result[0]!);
    await new Promise((resolve) => (files.transaction.oncomplete = resolve));
    database.close();
    const again = await draw(withFile);
    expect((again.answers['cv'] as File[]).length).to.equal(1);
    expect(words(part(again, 'draft'))).to.include('Choose them again for “CV”.');
  });

  for (const foreign of [undefined, 1, 'text', [], { version: 2 }, { version: 1, answers: [{ name: 'note' }] }]) {
    it(`passes over ${JSON.stringify(foreign)} in its place`, async () => {
      await keep('mine');
      await changeOnDevice(() => foreign);
      const again = await draw();
      expect(control(again, 'Note').value).to.equal('');
      await typed(again, 'new');
      expect((await keptOnDevice()).text).to.include('"new"');
    });
  }
});

describe('draft-days', () => {
  for (const days of ['0', '91', '2.5', 'week']) {
    it(`reports ${days} and takes 7`, async () => {
      let element: JobApplication | undefined;
      const lines = await reported('error', async () => (element = await draw(postingJson(), { 'draft-days': days })));
      expect(element?.draftDays).to.equal(7);
      expect(lines.join()).to.include('expected a whole number from 1 to 90');
    });
  }
});
