import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../../src/index.js';
import { control, draw, focused, hasControl, judge, postingJson, words, type Json } from '../support/element.js';
import { waitUntil } from '../support/wait-until.js';
import { pdf } from './specimens.js';

const dropboxKey = { 'dropbox-key': 'box-7' };
const googleKeys = { 'google-key': 'api-7', 'google-client-id': '1234-abc' };

interface Choice {
  readonly multiselect: boolean;
  success(files: readonly { name: string; link: string; bytes?: number }[]): void;
  cancel(): void;
}

const page = window as { Dropbox?: { choose(choice: Choice): void } };

async function drawFile(more: Json, attributes: Record<string, string> = {}): Promise<JobApplication> {
  return offering(
    await draw(postingJson([{ name: 'cv', type: 'file', label: 'CV', accept: ['.txt', '.pdf'], ...more }]), attributes),
  );
}

/** Once the services are offered, where the page has a key. */
async function offering(element: JobApplication): Promise<JobApplication> {
  if (element.dropboxKey) await waitUntil(() => labels(element).includes('Dropbox'));
  return element;
}

/** The words of a field's buttons, without what only a screen reader says. */
function labels(element: JobApplication): string[] {
  return [...element.shadowRoot!.querySelectorAll('.file-actions button')].map((each) => words(each).split(':')[0]!);
}

function names(element: JobApplication): string[] {
  return ((element.answers['cv'] as File[] | undefined) ?? []).map(({ name }) => name);
}

function said(element: JobApplication): string {
  return words(element.shadowRoot!.querySelector('p[role=status]'));
}

/** What is written on the console as warnings, until there are so many. */
async function warnings(count: number, run: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await run();
    await waitUntil(() => said.length >= count);
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('the sources of a field for files', () => {
  afterEach(() => delete page.Dropbox);

  it('offer each service that the page has keys for, in their order', async () => {
    const sources = ['device', 'google-drive', 'dropbox'];
    const both = await drawFile({ sources }, { ...dropboxKey, ...googleKeys });
    expect(labels(both)).to.deep.equal(['Choose file', 'Google Drive', 'Dropbox']);
    const one = await drawFile({ sources }, dropboxKey);
    expect(hasControl(one, 'Dropbox: CV')).to.equal(true);
    expect(hasControl(one, 'Google Drive: CV')).to.equal(false);
  });

  it('tell the author once of each service that is asked for without its keys', async () => {
    const sources = ['device', 'dropbox', 'google-drive'];
    const fields = ['cv', 'letter'].map((name) => ({ name, type: 'file', label: name, sources }));
    const told = await warnings(2, () => draw(postingJson(fields), { 'google-key': 'half of it' }));
    expect(told).to.have.length(2);
    expect(told[0]).to.contain('"dropbox" among the "sources"').and.contain('"dropbox-key"');
    expect(told[1]).to.contain('"google-key" and "google-client-id"');
  });

  it('offer a service as soon as the page has its key', async () => {
    const element = await drawFile({ sources: ['device', 'dropbox'] });
    expect(hasControl(element, 'Dropbox: CV')).to.equal(false);
    element.dropboxKey = 'box-7';
    await waitUntil(() => hasControl(element, 'Dropbox: CV'));
  });

  it('offer the device where it is named, and where nothing else could be offered', async () => {
    expect(labels(await drawFile({ sources: ['dropbox', 'google-drive'] }, dropboxKey))).to.deep.equal(['Dropbox']);
    const keyless = await drawFile({ sources: ['dropbox'] });
    await waitUntil(() => labels(keyless).length > 0);
    expect(labels(keyless)).to.deep.equal(['Choose file']);
  });

  it('take no file that is dropped or pasted where the device is not among them', async () => {
    const element = await drawFile({ sources: ['dropbox'] }, dropboxKey);
    const transfer = new DataTransfer();
    transfer.items.add(pdf());
    const zone = element.shadowRoot!.querySelector('[part=file]')!;
    const drop = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer });
    zone.dispatchEvent(drop);
    expect(drop.defaultPrevented, 'it does not replace the page').to.equal(true);
    const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: transfer });
    zone.dispatchEvent(paste);
    expect(names(element)).to.deep.equal([]);
    expect(words(zone)).to.not.contain('drop');
  });

  it('lead what is wrong to the first service where there is no device', async () => {
    const element = await drawFile({ sources: ['dropbox'], required: true }, dropboxKey);
    await judge(element);
    element.shadowRoot!.querySelector<HTMLElement>('[part=error-summary] a')!.click();
    const button = control(element, 'Dropbox: CV');
    expect(focused(element)).to.equal(button);
    expect(button.ariaInvalid).to.equal('true');
  });

  it('let a text be written where there is a service and no device', async () => {
    const element = await drawFile({ sources: ['dropbox', 'text'] }, dropboxKey);
    expect(labels(element)).to.deep.equal(['Dropbox', 'Write it in instead']);
  });

  it('take as many files from a service as there is room for', async () => {
    let choices = 0;
    page.Dropbox = {
      choose: ({ multiselect, success }) => {
        choices += 1;
        expect(multiselect).to.equal(true);
        success(
          ['a', 'b', 'c'].map((name) => ({ name: `${name}.txt`, link: new URL('/package.json', location.href).href })),
        );
      },
    };
    const element = await drawFile({ sources: ['device', 'dropbox'], maxFiles: 2 }, dropboxKey);
    control(element, 'Dropbox: CV').click();
    await waitUntil(() => said(element).startsWith('a.txt added, b.txt added'));
    expect(names(element)).to.deep.equal(['a.txt', 'b.txt']);
    expect(said(element)).to.contain('c.txt: not added. No more than 2 files');
    control(element, 'Dropbox: CV').click();
    await waitUntil(() => said(element).includes('which is the limit'));
    expect(choices).to.equal(1);
  });

  it('leave the focus to somebody who has gone on while a picker was open', async () => {
    let choice: Choice | undefined;
    page.Dropbox = { choose: (given) => void (choice = given) };
    const fields = [
      { name: 'cv', type: 'file', label: 'CV', accept: ['.txt'], sources: ['device', 'dropbox'] },
      { name: 'note', type: 'text', label: 'Note' },
    ];
    const element = await offering(await draw(postingJson(fields), dropboxKey));
    control(element, 'Dropbox: CV').click();
    await waitUntil(() => choice);
    control(element, 'Note').focus();
    choice!.success([{ name: 'a.txt', link: new URL('/package.json', location.href).href }]);
    await waitUntil(() => said(element) === 'a.txt added');
    expect(focused(element)).to.equal(control(element, 'Note'));
  });

  it('forget what failed at a service once there is a file', async () => {
    page.Dropbox = { choose: ({ success }) => success([{ name: 'a.txt', link: 'http://nowhere.example/a.txt' }]) };
    const element = await drawFile({ sources: ['device', 'dropbox'] }, dropboxKey);
    const note = (): Element | null => element.shadowRoot!.querySelector('.cloud-note');
    control(element, 'Dropbox: CV').click();
    await waitUntil(() => words(note()).includes('did not hand over a.txt'));
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
    const transfer = new DataTransfer();
    transfer.items.add(pdf());
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => said(element) === 'cv.pdf added');
    expect(note()).to.equal(null);
  });

  it('give up a picker whose element has left the page', async () => {
    let choice: Choice | undefined;
    page.Dropbox = { choose: (given) => void (choice = given) };
    const element = await drawFile({ sources: ['device', 'dropbox'] }, dropboxKey);
    control(element, 'Dropbox: CV').click();
    await waitUntil(() => choice);
    const home = element.parentElement!;
    element.remove();
    choice!.success([{ name: 'a.txt', link: new URL('/package.json', location.href).href }]);
    await waitUntil(() => element.shadowRoot!.querySelector('.cloud-note') === null);
    home.append(element);
    expect(names(element)).to.deep.equal([]);
  });
});
