import { expect, nextFrame } from '@open-wc/testing';
import type { JobApplication } from '../../../src/index.js';
import { draw, part, postingJson, words } from '../support/element.js';
import { pdf, png } from './specimens.js';
import { waitUntil } from '../support/wait-until.js';

const cv = { name: 'cv', type: 'file', label: 'CV' };
const letter = { name: 'letter', type: 'file', label: 'Letter' };

/** The page is listened to from the first frame with the field on. */
async function drawZones(fields = [cv]): Promise<JobApplication> {
  const element = await draw(postingJson(fields));
  await framesPass();
  return element;
}

async function framesPass(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

function drag(target: EventTarget, eventType: string, files: readonly File[] = [pdf()]): DragEvent {
  const dataTransfer = new DataTransfer();
  files.forEach((file) => dataTransfer.items.add(file));
  const event = new DragEvent(eventType, { dataTransfer, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

function zones(element: JobApplication): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=file]')];
}

function shown(element: JobApplication): (string | undefined)[] {
  return zones(element).map(({ dataset }) => dataset['drag']);
}

function said(element: JobApplication): string {
  return words(element.shadowRoot!.querySelector('p[role=status]'));
}

describe('dropping files', () => {
  afterEach(() => void drag(document.body, 'drop'));

  it('shows every zone while a file is over the page, and which one it is over', async () => {
    const element = await drawZones([cv, letter]);
    drag(document.body, 'dragover');
    expect(shown(element)).to.deep.equal(['page', 'page']);
    drag(zones(element)[1]!, 'dragover');
    expect(shown(element)).to.deep.equal(['page', 'zone']);
    drag(document.body, 'drop');
    expect(shown(element)).to.deep.equal([undefined, undefined]);
  });

  it('says when the pointer comes into a zone and leaves it', async () => {
    const element = await drawZones();
    drag(zones(element)[0]!, 'dragover');
    await waitUntil(() => said(element) === 'Entered the drop zone of “CV”');
    drag(document.body, 'dragover');
    await waitUntil(() => said(element) === 'Left the drop zone of “CV”');
  });

  it('stops showing zones when the file is taken off the page, and not while it goes from one thing to the next', async () => {
    const element = await drawZones();
    drag(document.body, 'dragover');
    drag(document.body, 'dragleave');
    drag(document.body, 'dragover');
    drag(document.body, 'dragleave');
    expect(shown(element)).to.deep.equal(['page']);
    await waitUntil(() => shown(element)[0] === undefined);
  });

  it('takes the files, in the whole question', async () => {
    const element = await drawZones();
    const legend = element.shadowRoot!.querySelector('legend')!;
    drag(legend, 'dragover');
    const event = drag(legend, 'drop', [pdf('dropped.pdf')]);
    await nextFrame();
    expect(said(element)).not.to.contain('Left');
    expect(event.defaultPrevented).to.be.true;
    await waitUntil(() => said(element) === 'dropped.pdf added');
    expect((element.answers['cv'] as File[])[0]!.name).to.equal('dropped.pdf');
  });

  it('refuses what does not fit as if it had been chosen', async () => {
    const element = await drawZones();
    drag(zones(element)[0]!, 'drop', [png()]);
    await waitUntil(() => said(element).startsWith('photo.png: not added.'));
    expect(element.answers).to.deep.equal({});
  });

  it('takes as many as the field has room for', async () => {
    const element = await drawZones();
    drag(zones(element)[0]!, 'drop', [pdf('1.pdf'), pdf('2.pdf')]);
    await waitUntil(() => said(element).startsWith('1.pdf added'));
    expect(said(element)).to.equal('1.pdf added. 2.pdf: not added. No more than 1 file can be chosen.');
  });

  it('keeps a file that misses from replacing the page', async () => {
    await drawZones();
    expect(drag(document.body, 'dragover').defaultPrevented).to.be.true;
    expect(drag(document.body, 'drop').defaultPrevented).to.be.true;
  });

  it('leaves alone what is no file', async () => {
    const element = await drawZones();
    expect(drag(document.body, 'dragover', []).defaultPrevented).to.be.false;
    expect(shown(element)).to.deep.equal([undefined]);
  });

  it('leaves files to what takes them elsewhere on the page', async () => {
    await drawZones();
    const native = Object.assign(document.createElement('input'), { type: 'file' });
    const editor = Object.assign(document.createElement('p'), { contentEditable: 'true' });
    const own = document.createElement('div');
    const effects: string[] = [];
    own.addEventListener('dragover', (event) => {
      event.preventDefault();
      Object.defineProperty(event.dataTransfer, 'dropEffect', { set: (effect: string) => effects.push(effect) });
    });
    document.body.append(native, editor, own);
    try {
      expect(drag(native, 'dragover').defaultPrevented).to.be.false;
      expect(drag(editor, 'drop').defaultPrevented).to.be.false;
      drag(own, 'dragover');
      expect(effects).to.deep.equal([]);
    } finally {
      native.remove();
      editor.remove();
      own.remove();
    }
  });

  it('is over for an element that leaves the page, and begins again when it comes back', async () => {
    const element = await drawZones();
    const home = element.parentElement!;
    drag(document.body, 'dragover');
    element.remove();
    await framesPass();
    expect(shown(element)).to.deep.equal([undefined]);
    expect(drag(document.body, 'dragover').defaultPrevented).to.be.false;
    home.append(element);
    await framesPass();
    expect(drag(document.body, 'dragover').defaultPrevented).to.be.true;
    expect(shown(element)).to.deep.equal(['page']);
  });

  it('happens in one of two elements alone', async () => {
    const [one, other] = [await drawZones(), await drawZones()];
    drag(zones(one)[0]!, 'dragover');
    expect([...shown(one), ...shown(other)]).to.deep.equal(['zone', 'page']);
    drag(zones(one)[0]!, 'drop');
    await waitUntil(() => said(one) === 'cv.pdf added');
    expect(other.answers).to.deep.equal({});
    expect(shown(other)).to.deep.equal([undefined]);
  });

  it('is not offered by a question that is not shown', async () => {
    const element = await draw(
      postingJson([
        { name: 'has', type: 'boolean', label: 'Any?' },
        { ...cv, showIf: { '==': [{ var: 'has' }, true] } },
      ]),
    );
    await framesPass();
    expect(drag(document.body, 'dragover').defaultPrevented).to.be.false;
    expect(part(element, 'file')?.dataset['drag']).to.be.undefined;
  });
});
