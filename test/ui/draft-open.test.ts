import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw, note, postingJson, type } from './support/element.js';
import { clearDevice } from './support/device-store.js';
import { waitUntil } from './support/wait-until.js';

describe('a form with draft="device"', () => {
  const realOpen = IDBFactory.prototype.open;
  const opened: IDBDatabase[] = [];

  beforeEach(() => {
    opened.length = 0;
    IDBFactory.prototype.open = function (...given) {
      const request = realOpen.apply(this, given);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
  });

  afterEach(async () => {
    IDBFactory.prototype.open = realOpen;
    await clearDevice();
  });

  const isOpen = (database: IDBDatabase): boolean => {
    try {
      database.transaction('drafts');
      return true;
    } catch {
      return false; // closed
    }
  };

  // A file, say, that was still being read. An open database keeps the form that listens to it in memory.
  it('holds no database open for an answer that comes when it is out of the page', async () => {
    const element = await draw(postingJson([note]), { draft: 'device' });
    control(element, 'Note').focus();
    await kept(element, 'before');
    const input = control(element, 'Note');
    element.remove();
    await waitUntil(() => !opened.some(isOpen), 'never closed at all');
    const before = opened.length;
    await kept(element, 'after', input);
    expect(opened.length).to.be.above(before);
    await waitUntil(() => !opened.some(isOpen), 'a database is still open');
  });

  it('holds no database open where it was taken out while the code that keeps drafts was on its way', async () => {
    const element = await draw(postingJson([note]));
    element.draft = 'device';
    control(element, 'Note').focus();
    element.remove();
    // What was kept is looked for all the same.
    await waitUntil(() => opened.length > 0, 'never opened at all');
    await waitUntil(() => !opened.some(isOpen), 'a database is still open');
  });

  it('holds no database open where it was taken out while a draft was looked for', async () => {
    const element = document.createElement('job-application');
    Object.assign(element, { posting: postingJson([note]), draft: 'device' });
    document.body.append(element);
    await waitUntil(() => opened.length > 0, 'never opened at all');
    element.remove();
    await waitUntil(() => !opened.some(isOpen), 'a database is still open');
  });

  it('holds no database open for a posting that is closed', async () => {
    await draw(postingJson([note], { status: 'closed' }), { draft: 'device' });
    await waitUntil(() => !opened.some(isOpen), 'a database is still open');
  });

  it('holds one open while it is in the page, and again when it is back', async () => {
    const element = await draw(postingJson([note]), { draft: 'device' });
    await waitUntil(() => opened.some(isOpen), 'none is open');
    const { parentNode } = element;
    element.remove();
    await waitUntil(() => !opened.some(isOpen), 'a database is still open');
    parentNode?.append(element);
    await waitUntil(() => opened.some(isOpen), 'none is open');
  });
});

async function kept(element: JobApplication, text: string, input = control(element, 'Note')): Promise<void> {
  const told = new Promise((resolve) => element.addEventListener('job-application-draft', resolve, { once: true }));
  type(input, text);
  await told;
}
