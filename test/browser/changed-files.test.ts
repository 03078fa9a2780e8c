import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { stored, type ReceivedFile } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';
import type { ElementState } from '../../src/index.js';

const file = { type: 'file', accept: ['.txt'], maxBytes: 25_000_000 };
const posting = {
  id: 'archivist',
  title: 'Archivist',
  form: {
    sections: [
      {
        fields: [
          { type: 'text', name: 'name', label: 'Name', required: true },
          { ...file, name: 'cv', label: 'CV' },
          { ...file, name: 'work', label: 'Work', maxFiles: 3 },
        ],
      },
    ],
  },
};

const small = 'As it was judged. '.repeat(1_000);
const large = 'Twenty-one million bytes of it.'.repeat(21_000_000 / 31);

describe('a file that is edited after it was chosen', () => {
  let receiver: RunningReceiver;
  let browser: Browser;
  let page: Page;
  let folder: string;

  before(async () => {
    [receiver, browser] = await Promise.all([startReceiver({ postings: { archivist: posting } }), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'changed-'));
    await writeFile(at('cv.txt'), small);
    await writeFile(at('large.txt'), large);
    await writeFile(at('other.txt'), `${large}!`);
    page = await browser.newPage();
    await page.goto(receiver.origin);
    await page.evaluate(async (json) => {
      await customElements.whenDefined('job-application');
      const element = Object.assign(document.createElement('job-application'), { posting: json });
      element.setAttribute('action', '/applications');
      document.body.replaceChildren(element);
    }, posting);
    await page.locator('::-p-aria([name="Name"][role="textbox"])').fill('Zoë');
  });

  afterEach(async () => {
    await page.close();
    await rm(folder, { recursive: true });
  });

  it('goes as it was judged, where it is small', async () => {
    await choose('cv', 'cv.txt');
    await writeFile(at('cv.txt'), 'Something else');
    await submit('sent');
    expect(await receivedFiles()).to.deep.equal([['cv.txt', sha256(small)]]);
  });

  it('goes as it was judged, where it is small and gone', async () => {
    await choose('cv', 'cv.txt');
    await rm(at('cv.txt'));
    await submit('sent');
    expect(await receivedFiles()).to.deep.equal([['cv.txt', sha256(small)]]);
  });

  it('goes as it is, where it is large and nobody has touched it', async () => {
    await choose('work', 'large.txt');
    await submit('sent');
    expect(await receivedFiles()).to.deep.equal([['large.txt', sha256(large)]]);
  });

  for (const [what, change] of Object.entries({
    'was added to': () => appendFile(at('large.txt'), 'More'),
    'has other words of the same length': () => writeFile(at('large.txt'), large.toUpperCase()),
    'is gone': () => rm(at('large.txt')),
  })) {
    it(`is asked for again, alone, where it is large and ${what}`, async () => {
      await choose('cv', 'cv.txt');
      await choose('work', 'large.txt', 'other.txt');
      const before = await stored(receiver);
      await change();
      await submit('invalid');
      expect(await stored(receiver)).to.deep.equal(before);
      const { issues, summary, chosen } = await page.$eval('job-application', (element) => ({
        issues: element.issues,
        summary: element.shadowRoot?.activeElement?.textContent.replace(/\s+/g, ' '),
        chosen: Object.values(element.answers).flatMap((answer) =>
          Array.isArray(answer) ? (answer as File[]).map(({ name }) => name) : [],
        ),
      }));
      expect(issues).to.deep.equal([{ field: 'work', code: 'file-changed', params: { index: 0 } }]);
      expect(summary).to.contain('Choose “large.txt” for “Work” again');
      expect(chosen).to.deep.equal(['cv.txt', 'large.txt', 'other.txt']);

      await writeFile(at('large.txt'), small);
      await page.locator('::-p-aria([name="Remove large.txt"][role="button"])').click();
      await choose('work', 'large.txt');
      await submit('sent');
      expect(await receivedFiles()).to.deep.equal([
        ['cv.txt', sha256(small)],
        ['large.txt', sha256(small)],
        ['other.txt', sha256(`${large}!`)],
      ]);
    });
  }

  function at(name: string): string {
    return join(folder, name);
  }

  /** As a person does: the browser has the file from the disk. */
  async function choose(field: string, ...names: readonly string[]): Promise<void> {
    const input = await page.$(`job-application >>> input[type=file][name="f-${field}"]`);
    await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...names.map(at));
    await page.waitForFunction(
      (wanted) => {
        const text = document.querySelector('job-application')?.shadowRoot?.textContent ?? '';
        return !text.includes('Reading…') && wanted.every((name) => text.includes(name));
      },
      {},
      names,
    );
  }

  async function submit(state: ElementState): Promise<void> {
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, state);
  }

  async function receivedFiles(): Promise<readonly (readonly [string, string])[]> {
    // The last one comes first.
    const answers = (await stored(receiver))[0]?.answers ?? {};
    return Object.values(answers)
      .flatMap((answer) => (Array.isArray(answer) ? (answer as ReceivedFile[]) : []))
      .map(({ name, sha256: sum }) => [name, sum] as const)
      .sort();
  }
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
