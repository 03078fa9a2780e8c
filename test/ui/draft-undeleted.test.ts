import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { clearDevice, keptOnDevice } from './support/device-store.js';
import {
  control,
  draw as drawAny,
  focused,
  json,
  note,
  part,
  postingJson,
  respond,
  type,
  words,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const posting = postingJson([note]);
const modes = ['session', 'device'] as const;
type Mode = (typeof modes)[number];

const undeleted = 'The saved answers could not be deleted, because your browser did not allow it.';
const advice = 'Try again, or delete the data of this website in the settings of your browser.';

/** As after a reload, or in another tab. */
function draw(mode: Mode, attributes: Record<string, string> = {}): Promise<JobApplication> {
  return drawAny(posting, { draft: mode, ...attributes });
}

/** What the page is told of the draft from now on. */
function telling(element: JobApplication): string[] {
  const told: string[] = [];
  element.addEventListener('job-application-draft', ({ action, reason }) =>
    told.push([action, reason].filter(Boolean).join(': ')),
  );
  return told;
}

/** With this in Note, kept. */
async function kept(mode: Mode, text: string, attributes?: Record<string, string>): Promise<JobApplication> {
  const element = await draw(mode, attributes);
  const told = telling(element);
  control(element, 'Note').focus();
  type(control(element, 'Note'), text);
  await waitUntil(() => told.includes('saved'), 'never saved');
  return element;
}

async function storage(): Promise<string> {
  return JSON.stringify({ ...sessionStorage }) + (await keptOnDevice()).text;
}

const { removeItem } = Storage.prototype;
const remove = IDBObjectStore.prototype.delete;

/** As where a profile can only be read, or a page is no longer allowed to keep anything. */
function refuseToDelete(): void {
  const refuse = (): never => {
    throw new DOMException('not allowed', 'InvalidStateError');
  };
  Storage.prototype.removeItem = refuse;
  IDBObjectStore.prototype.delete = refuse;
}

function allowToDelete(): void {
  Storage.prototype.removeItem = removeItem;
  IDBObjectStore.prototype.delete = remove;
}

function aloud(element: JobApplication): string {
  return [...element.renderRoot.querySelectorAll('[role=status]')].map(words).join(' ');
}

function heard(element: JobApplication, sentence: string): Promise<void> {
  return waitUntil(() => aloud(element).includes(sentence), `never said: ${sentence}`);
}

const status = (element: JobApplication): string => words(part(element, 'draft-status'));

beforeEach(async () => {
  // The elements of the test before keep what they have as they leave, a task later.
  await new Promise((resolve) => setTimeout(resolve));
  sessionStorage.clear();
  await clearDevice();
});

afterEach(allowToDelete);

describe('where the browser refuses to delete a draft', () => {
  it('"Delete" says so, keeps the focus, and deletes it once that is allowed', async () => {
    const element = await kept('device', 'mine');
    refuseToDelete();
    const told = telling(element);
    control(element, 'Delete').focus();
    control(element, 'Delete').click();
    await heard(element, undeleted);
    expect(status(element)).to.equal(`${undeleted} Delete ${advice}`);
    expect(focused(element)).to.equal(control(element, 'Delete'));
    expect(told).to.deep.equal(['refused: blocked']);
    expect(await storage()).to.include('mine');
    allowToDelete();
    control(element, 'Delete').click();
    await heard(element, 'Deleted from this device.');
    expect(status(element)).to.match(/^Deleted from this device\./);
    expect(told).to.deep.equal(['refused: blocked', 'cleared: discarded']);
    expect(await storage()).not.to.include('mine');
  });

  it('"Delete" keeps nothing more that is typed, all the same', async () => {
    const element = await kept('device', 'mine');
    refuseToDelete();
    control(element, 'Delete').click();
    await heard(element, undeleted);
    type(control(element, 'Note'), 'more');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await storage())
      .to.include('mine')
      .and.not.include('more');
  });

  for (const mode of modes) {
    it(`"Discard" says so of one with draft="${mode}", and leaves a way to try again`, async () => {
      (await kept(mode, 'mine')).remove();
      const element = await draw(mode);
      const told = telling(element);
      refuseToDelete();
      control(element, 'Discard').click();
      await heard(element, undeleted);
      expect(control(element, 'Note').value).to.equal('');
      expect(status(element)).to.include(undeleted).and.include(advice);
      expect(aloud(element)).not.to.include('have been deleted');
      expect(await storage()).to.include('mine');
      allowToDelete();
      control(element, 'Delete').click();
      await waitUntil(() => told.includes('cleared: discarded'), 'never cleared');
      expect(told).to.deep.equal(['refused: blocked', 'cleared: discarded']);
      expect(status(element)).not.to.include(undeleted);
      expect(await storage()).not.to.include('mine');
    });

    it(`the receipt says so of one with draft="${mode}" once the application is sent`, async () => {
      const element = await kept(mode, 'mine');
      respond(element, () => json({}));
      const told = telling(element);
      refuseToDelete();
      expect((await element.submit()).status).to.equal('sent');
      await heard(element, undeleted);
      expect(part(element, 'receipt')?.checkVisibility()).to.equal(true);
      expect(part(element, 'draft-status')?.checkVisibility()).to.equal(true);
      expect(told).to.deep.equal(['refused: blocked']);
      allowToDelete();
      control(element, 'Delete').click();
      await waitUntil(() => told.includes('cleared: discarded'), 'never cleared');
      await waitUntil(() => focused(element) === part(element, 'receipt'), 'the focus is lost');
      expect(part(element, 'draft-status')).to.equal(null);
      expect(await storage()).not.to.include('mine');
    });

    it(`clearDraft() resolves to false with draft="${mode}", which the form says, and to true once it is gone`, async () => {
      const element = await kept(mode, 'mine');
      const told = telling(element);
      refuseToDelete();
      expect(await element.clearDraft()).to.equal(false);
      await heard(element, undeleted);
      expect(status(element)).to.include(undeleted);
      expect(await storage()).to.include('mine');
      allowToDelete();
      expect(await element.clearDraft()).to.equal(true);
      expect(status(element)).not.to.include(undeleted);
      expect(await storage()).not.to.include('mine');
      expect(told).to.deep.equal([]);
    });

    it(`what is typed next is kept in its place with draft="${mode}" after clearDraft()`, async () => {
      const element = await kept(mode, 'mine');
      refuseToDelete();
      await element.clearDraft();
      const told = telling(element);
      type(control(element, 'Note'), 'new');
      await waitUntil(() => told.includes('saved'), 'never saved');
      expect(status(element)).not.to.include(undeleted);
      expect(await storage())
        .to.include('new')
        .and.not.include('mine');
    });
  }

  it('it says so in German', async () => {
    const element = await kept('session', 'mein', { lang: 'de' });
    refuseToDelete();
    await element.clearDraft();
    expect(status(element)).to.match(/^Die gespeicherten Antworten konnten nicht gelöscht werden, .* Löschen$/);
  });
});

describe('clearDraft()', () => {
  it('resolves to true where nothing was kept, and where nothing is to be', async () => {
    expect(await (await draw('session')).clearDraft()).to.equal(true);
    expect(await (await draw('device')).clearDraft()).to.equal(true);
    expect(await (await drawAny(posting, { draft: 'off' })).clearDraft()).to.equal(true);
  });
});
