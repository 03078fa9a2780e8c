import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../../src/index.js';
import {
  control,
  draw,
  focused,
  hasControl,
  messages,
  part,
  postingJson,
  type,
  words,
  type Json,
} from '../support/element.js';
import { pdf, png, unreadable } from './specimens.js';
import { waitUntil } from '../support/wait-until.js';

const cv = { name: 'cv', type: 'file', label: 'CV' };
const pictures = { name: 'pictures', type: 'file', label: 'Pictures', accept: ['.png', '.pdf'], maxFiles: 2 };

function drawFile(more: Json = {}): Promise<JobApplication> {
  return draw(postingJson([{ ...cv, ...more }]));
}

function input(element: JobApplication, name = 'cv'): HTMLInputElement {
  return element.shadowRoot!.querySelector<HTMLInputElement>(`[name="f-${name}"]`)!;
}

/** As chosen in the system's dialogue. */
function choose(element: JobApplication, files: readonly File[], name = 'cv'): void {
  const transfer = new DataTransfer();
  files.forEach((file) => transfer.items.add(file));
  const chooser = input(element, name);
  chooser.files = transfer.files;
  // A constructed list holds copies, and some of ours are made to be refused.
  Object.defineProperty(chooser, 'files', { configurable: true, value: files });
  chooser.dispatchEvent(new Event('change', { bubbles: true }));
  delete (chooser as { files?: FileList }).files;
}

async function chosen(element: JobApplication, files: readonly File[], name = 'cv'): Promise<void> {
  choose(element, files, name);
  await told(element);
}

/** Once nothing is being read any more. */
async function told(element: JobApplication): Promise<void> {
  await waitUntil(() => !part(element, 'file')!.textContent.includes('Reading…') && said(element) !== '');
}

function said(element: JobApplication): string {
  return words(element.shadowRoot!.querySelector('p[role=status]'));
}

function rows(element: JobApplication): string[] {
  const items = element.shadowRoot!.querySelectorAll('.files li');
  return [...items].map((item) => words(item).replaceAll('\u00a0', ' '));
}

function namesIn(element: JobApplication, name = 'cv'): string[] {
  return ((element.answers[name] as File[] | undefined) ?? []).map((file) => file.name);
}

function refusals(element: JobApplication): string[] {
  return [...element.shadowRoot!.querySelectorAll('.refusals p')].map((each) => words(each).replaceAll('\u00a0', ' '));
}

describe('a field for files', () => {
  it('shows a chosen file with its size and its state, and says so', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('cv.pdf', 'x'.repeat(1985))]);
    expect(rows(element)).to.deep.equal(['cv.pdf 2 kB · Added Remove']);
    expect(said(element)).to.equal('cv.pdf added');
    expect(words(focused(element))).to.equal('Replace file: CV, cv.pdf added');
  });

  it('has a chosen file in its answer at once, for who submits at once', async () => {
    const element = await drawFile();
    choose(element, [pdf()]);
    expect(namesIn(element)).to.deep.equal(['cv.pdf']);
    await told(element);
  });

  it('keeps a copy of the bytes as they were when the file was chosen', async () => {
    const element = await drawFile();
    const original = pdf();
    await chosen(element, [original]);
    const [copy] = element.answers['cv'] as File[];
    expect(copy).not.to.equal(original);
    expect(await copy!.text()).to.equal(await original.text());
    expect([copy!.name, copy!.type, copy!.lastModified]).to.deep.equal([
      original.name,
      original.type,
      original.lastModified,
    ]);
  });

  it('keeps its button in view, which has the focus and moves down with what is told above it', async () => {
    const element = await drawFile();
    const button = control(element, 'Choose file: CV, no file chosen');
    element.style.marginBlockStart = '100vh';
    element.style.marginBlockEnd = '100vh';
    button.focus();
    window.scrollBy(0, button.getBoundingClientRect().bottom - window.innerHeight);
    await chosen(element, [pdf()]);
    expect(focused(element)).to.equal(button);
    expect(button.getBoundingClientRect().bottom).to.be.at.most(window.innerHeight);
  });

  it('replaces the file where there is room for one', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('old.pdf')]);
    await chosen(element, [pdf('new.pdf')]);
    expect(namesIn(element)).to.deep.equal(['new.pdf']);
  });

  it('keeps the file that it has when the next one is refused', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('good.pdf')]);
    await chosen(element, [png('bad.pdf')]);
    expect(namesIn(element)).to.deep.equal(['good.pdf']);
    expect(refusals(element)).to.have.lengthOf(1);
  });

  it('refuses a bad file that another bad one has replaced while it was read', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('good.pdf')]);
    choose(element, [png('bad-1.pdf')]);
    await chosen(element, [png('bad-2.pdf')]);
    expect(namesIn(element)).to.deep.equal(['good.pdf']);
  });

  it('brings back a file that was replaced while it was read, as it was copied', async () => {
    const element = await drawFile();
    const original = pdf('good.pdf');
    choose(element, [original]);
    await chosen(element, [png('bad.pdf')]);
    await waitUntil(() => rows(element)[0]?.includes('Added'), 'it has been read');
    expect(namesIn(element)).to.deep.equal(['good.pdf']);
    expect((element.answers['cv'] as File[])[0]).not.to.equal(original);
  });

  it('gives the place that a bad file leaves to one that found none', async () => {
    const element = await drawFile();
    await chosen(element, [png('bad.pdf'), pdf('good.pdf')]);
    await waitUntil(() => said(element).startsWith('good.pdf added'), 'it is told of');
    expect(namesIn(element)).to.deep.equal(['good.pdf']);
    expect(refusals(element)).to.have.lengthOf(1);
    expect(refusals(element)[0]).to.contain('bad.pdf: not added.');
  });

  it('forgets what was refused once a file is removed: there may be room again', async () => {
    const element = await draw(postingJson([pictures]));
    await chosen(element, [pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf')], 'pictures');
    expect(refusals(element)).to.have.lengthOf(1);
    control(element, 'Remove 1.pdf').click();
    expect(refusals(element)).to.deep.equal([]);
  });

  it('counts files over several choices, and refuses those that are too many by name', async () => {
    const element = await draw(postingJson([pictures]));
    await chosen(element, [pdf('1.pdf')], 'pictures');
    await chosen(element, [pdf('2.pdf'), pdf('3.pdf')], 'pictures');
    expect(namesIn(element, 'pictures')).to.deep.equal(['1.pdf', '2.pdf']);
    expect(refusals(element)).to.deep.equal(['Error: 3.pdf: not added. No more than 2 files can be chosen.']);
    const button = element.shadowRoot!.activeElement!;
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(words(part(element, 'file'))).to.contain('2 files chosen, which is the limit. Remove one to add another.');
  });

  it('does not open the chooser when it is full, and says why', async () => {
    const element = await draw(postingJson([pictures]));
    await chosen(element, [pdf('1.pdf'), pdf('2.pdf')], 'pictures');
    let isOpened = false;
    input(element, 'pictures').click = () => (isOpened = true);
    control(element, 'Add files: Pictures, 2 files chosen').click();
    await waitUntil(() => said(element).startsWith('2 files chosen'));
    expect(isOpened).to.be.false;
  });

  it('refuses each bad file among good ones alone, by name and with the reason', async () => {
    const element = await drawFile({ maxFiles: 9, maxBytes: 1000 });
    await chosen(element, [
      pdf('good.pdf'),
      new File(['x'], 'cv.odt'),
      new File(['x'.repeat(1001)], 'big.pdf'),
      new File([], 'empty.pdf'),
      png('picture.pdf'),
      unreadable(),
      pdf('also good.pdf'),
    ]);
    expect(namesIn(element)).to.deep.equal(['good.pdf', 'also good.pdf']);
    expect(refusals(element)).to.deep.equal([
      'Error: cv.odt: not added. Choose a file of the type PDF, DOC, DOCX, RTF or TXT.'.replace('RTF or', 'RTF, or'),
      'Error: big.pdf: not added. It is larger than 1 kB.',
      'Error: empty.pdf: not added. It is empty.',
      'Error: gone.pdf: not added. It could not be read. Close it in other programs and choose it again. Of a folder, choose the files.',
      'Error: picture.pdf: not added. Its name says PDF, but it is something else. Choose a file of the type PDF, DOC, DOCX, RTF, or TXT.',
    ]);
    expect(said(element)).to.contain('good.pdf added, also good.pdf added. cv.odt: not added.');
    expect(said(element)).to.contain('TXT. big.pdf: not added. It is larger than 1 kB. empty.pdf: not added.');
  });

  it('says one reason once, with the names of all that it holds for, of thirty files at once', async () => {
    const element = await drawFile({ maxFiles: 3 });
    const thirty = Array.from({ length: 30 }, (_, index) => pdf(`${index + 1}.pdf`));
    await chosen(element, thirty);
    expect(namesIn(element)).to.deep.equal(['1.pdf', '2.pdf', '3.pdf']);
    const rest = thirty.slice(3).map(({ name }) => name);
    expect(refusals(element)).to.deep.equal([
      `Error: ${rest.join(', ')}: not added. No more than 3 files can be chosen.`,
    ]);
    expect(said(element)).to.equal(
      `1.pdf added, 2.pdf added, 3.pdf added. ${rest.join(', ')}: not added. No more than 3 files can be chosen.`,
    );
  });

  it('shows the beginning and the end of a name of 300 characters, and sends it whole', async () => {
    const element = await drawFile();
    const name = `${'a'.repeat(296)}.pdf`;
    await chosen(element, [pdf(name)]);
    const shown = element.shadowRoot!.querySelector('.files bdi')!.textContent;
    expect(shown).to.have.lengthOf.below(100);
    expect(shown).to.match(/^a+…a+\.pdf$/);
    expect(namesIn(element)).to.deep.equal([name]);
  });

  it('takes a file that has nothing but its ending for a name', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('.pdf')]);
    expect(namesIn(element)).to.deep.equal(['.pdf']);
    expect(hasControl(element, 'Remove .pdf')).to.be.true;
  });

  it('names the types that it takes to who chooses a photo of a phone that it does not', async () => {
    const element = await drawFile();
    await chosen(element, [new File(['\0\0\0\x18ftypheic'], 'IMG_0001.HEIC', { type: 'image/heic' })]);
    expect(refusals(element)).to.deep.equal([
      'Error: IMG_0001.HEIC: not added. Choose a file of the type PDF, DOC, DOCX, RTF, or TXT.',
    ]);
  });

  it('reads nothing of a file that is too big', async () => {
    const element = await drawFile({ maxBytes: 10 });
    let isRead = false;
    const read = () => {
      isRead = true;
      return Promise.resolve(new ArrayBuffer(0));
    };
    choose(element, [Object.assign(pdf(), { arrayBuffer: read, slice: read })]);
    await waitUntil(() => said(element) !== '');
    expect(isRead).to.be.false;
    expect(refusals(element)).to.have.lengthOf(1);
  });

  it('describes its button by what was refused, keeps it out of the answers, and forgets it at the next choice', async () => {
    const element = await drawFile();
    await chosen(element, [png()]);
    expect(element.answers).to.deep.equal({});
    expect(element.issues).to.deep.equal([]);
    const button = control(element, 'Choose file: CV, no file chosen');
    const ids = button.getAttribute('aria-describedby')!.split(' ');
    expect(ids.map((id) => words(element.shadowRoot!.getElementById(id))).join(' ')).to.contain(
      'photo.png: not added.',
    );
    await chosen(element, [pdf()]);
    expect(messages(element)).to.deep.equal([]);
  });

  it('forgets what was refused when the form is reset', async () => {
    const element = await drawFile();
    await chosen(element, [png()]);
    element.reset();
    expect(refusals(element)).to.deep.equal([]);
  });

  it('still asks for a required file after one was refused', async () => {
    const element = await drawFile({ required: true });
    await chosen(element, [png('bad.pdf')]);
    expect(element.validate().map(({ code }) => code)).to.deep.equal(['required']);
  });

  it('removes a file, says so, and leads to the next one or back to the button', async () => {
    const element = await draw(postingJson([pictures]));
    await chosen(element, [pdf('1.pdf'), pdf('2.pdf')], 'pictures');
    control(element, 'Remove 1.pdf').click();
    await waitUntil(() => said(element) === '1.pdf removed');
    expect(focused(element)).to.equal(control(element, 'Remove 2.pdf'));
    control(element, 'Remove 2.pdf').click();
    expect(namesIn(element, 'pictures')).to.deep.equal([]);
    expect(focused(element)).to.equal(control(element, 'Choose files: Pictures, no file chosen'));
  });

  it('does not bring back a file that was removed while it was read', async () => {
    const element = await drawFile();
    choose(element, [pdf()]);
    control(element, 'Remove cv.pdf').click();
    await told(element);
    expect(namesIn(element)).to.deep.equal([]);
  });

  it('warns of a document that may need a password, and takes it', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('cv.pdf', 'trailer << /Encrypt 5 0 R >>')]);
    expect(rows(element)[0]).to.contain('It may need a password.');
    expect(namesIn(element)).to.deep.equal(['cv.pdf']);
  });

  it('shows a misleading name for what it is, and sends it as it is', async () => {
    const element = await drawFile();
    await chosen(element, [pdf('cv\u202ecod.pdf')]);
    const name = element.shadowRoot!.querySelector('.files bdi')!;
    expect(name.textContent).to.equal('cv\ufffdcod.pdf');
    expect(namesIn(element)).to.deep.equal(['cv\u202ecod.pdf']);
  });

  it('takes anything where the list of types is empty', async () => {
    const element = await drawFile({ accept: [] });
    expect(input(element).hasAttribute('accept')).to.be.false;
    await chosen(element, [new File(['x'], 'sketch.blend')]);
    expect(namesIn(element)).to.deep.equal(['sketch.blend']);
  });

  it('has a way to the camera where it takes pictures, for devices without a mouse', async () => {
    const element = await draw(postingJson([cv, { ...pictures, accept: ['image/*'] }]));
    const cameras = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[capture]')];
    expect(cameras.map((each) => [each.accept, each.getAttribute('capture')])).to.deep.equal([
      ['image/jpeg', 'environment'],
    ]);
    expect(cameras[0]!.closest('.camera')!.checkVisibility()).to.equal(
      matchMedia('(hover: none) and (pointer: coarse)').matches,
    );
  });

  it('is free of accessibility faults with files, refusals and an error', async () => {
    const element = await draw(
      postingJson([
        { ...cv, required: true, sources: ['device', 'text'] },
        { ...pictures, required: true },
      ]),
    );
    await chosen(element, [pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf')], 'pictures');
    element.validate();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});

describe('a text in place of a file', () => {
  const written = { sources: ['device', 'text'] };

  it('is written in a labelled box, which has the focus', async () => {
    const element = await drawFile(written);
    control(element, 'Write it in instead: CV').click();
    const box = control(element, 'CV, written in');
    expect(focused(element)).to.equal(box);
    type(box, 'Ten years of optics');
    expect(element.answers).to.deep.equal({ cv: { text: 'Ten years of optics' } });
  });

  it('gives way to a file and comes back', async () => {
    const element = await drawFile(written);
    control(element, 'Write it in instead: CV').click();
    type(control(element, 'CV, written in'), 'Ten years');
    control(element, 'Choose a file instead: CV').click();
    expect(element.answers).to.deep.equal({});
    expect(words(focused(element))).to.equal('Choose file: CV, no file chosen');
    control(element, 'Write it in instead: CV').click();
    expect(control(element, 'CV, written in').value).to.equal('Ten years');
  });

  it('stays when a file that would take its place is refused', async () => {
    const element = await drawFile(written);
    control(element, 'Write it in instead: CV').click();
    type(control(element, 'CV, written in'), 'Ten years');
    paste(control(element, 'CV, written in'), { files: [png('bad.pdf')] });
    await told(element);
    expect(control(element, 'CV, written in').value).to.equal('Ten years');
    expect(element.answers).to.deep.equal({ cv: { text: 'Ten years' } });
    expect(refusals(element)).to.have.lengthOf(1);
  });

  it('is all there is where a file is not among the sources', async () => {
    const element = await drawFile({ sources: ['text'] });
    type(control(element, 'CV, written in'), 'Ten years');
    expect(element.answers).to.deep.equal({ cv: { text: 'Ten years' } });
    expect(hasControl(element, 'Choose a file instead: CV')).to.be.false;
  });
});

describe('pasting into a field for files', () => {
  it('adds files', async () => {
    const element = await drawFile();
    const event = paste(control(element, 'Choose file: CV, no file chosen'), { files: [pdf()] });
    await told(element);
    expect(event.defaultPrevented).to.be.true;
    expect(namesIn(element)).to.deep.equal(['cv.pdf']);
  });

  it('writes in a text where one may be written', async () => {
    const element = await drawFile({ sources: ['device', 'text'] });
    // A word processor puts a picture of the text beside it.
    paste(control(element, 'Choose file: CV, no file chosen'), { text: 'Ten years', files: [png('image.png')] });
    expect(control(element, 'CV, written in').value).to.equal('Ten years');
  });

  it('leaves a text alone where it is typed, or where none may be written', async () => {
    const element = await draw(postingJson([{ ...cv, sources: ['device', 'text'] }, pictures]));
    expect(paste(control(element, 'Choose files: Pictures, no file chosen'), { text: 'x' }).defaultPrevented).to.be
      .false;
    control(element, 'Write it in instead: CV').click();
    expect(paste(control(element, 'CV, written in'), { text: 'x' }).defaultPrevented).to.be.false;
  });
});

function paste(target: HTMLElement, { files = [], text }: { files?: File[]; text?: string }): ClipboardEvent {
  const clipboardData = new DataTransfer();
  files.forEach((file) => clipboardData.items.add(file));
  if (text !== undefined) clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
  // Firefox leaves out what an event that a page makes is given.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  target.dispatchEvent(event);
  return event;
}
