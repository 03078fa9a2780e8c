import { aTimeout, expect } from '@open-wc/testing';
import { descriptionOf, drawFields, type } from './draw-fields.js';
import { waitUntil } from '../support/wait-until.js';

const guided = { name: 'why', type: 'textarea', label: 'Why us?', minWords: 3, maxWords: 5 };
const limited = { name: 'about', type: 'textarea', label: 'About you', maxLength: 10 };

async function drawTextarea(field: object) {
  const drawn = await drawFields([field]);
  const control = drawn.control<HTMLTextAreaElement>((field as typeof guided).name);
  const place = control.closest('.field')!;
  return {
    ...drawn,
    textarea: control,
    seen: () => place.querySelector<HTMLElement>('.count')!,
    said: () => place.querySelector<HTMLElement>('[aria-live=polite]')!.textContent,
  };
}

describe('a long answer', () => {
  it('is described by what to aim at, which is there to be read', async () => {
    const { textarea, root } = await drawTextarea(guided);
    expect(descriptionOf(textarea)).to.deep.equal(['Aim for 3 to 5 words.']);
    expect(root.querySelector('.hint')).to.be.displayed;
  });

  it('is described by a limit that holds, for those who hear it', async () => {
    const { textarea } = await drawTextarea(limited);
    expect(descriptionOf(textarea)).to.deep.equal(['You can enter up to 10 characters.']);
  });

  it('has a counter that is seen at every key and hidden from screen readers', async () => {
    const { textarea, seen } = await drawTextarea(guided);
    expect(seen()).to.have.attribute('aria-hidden', 'true');
    const told = ['', 'one', 'one two three', 'one two three four five six'].map((text) => {
      type(textarea, text);
      return [seen().dataset['state'], seen().textContent];
    });
    expect(told).to.deep.equal([
      ['under', '0 words so far, 3 to go'],
      ['under', '1 word so far, 2 to go'],
      ['within', '3 words so far, a good length'],
      ['past-guide', '6 words so far, 1 more than asked for'],
    ]);
  });

  it('praises nobody for the room that a limit leaves', async () => {
    const { textarea, seen } = await drawTextarea(limited);
    expect(seen().dataset['state']).to.equal('untold');
    type(textarea, 'one');
    expect(seen().dataset['state']).to.equal('untold');
    type(textarea, 'a'.repeat(12));
    expect(seen().dataset['state']).to.equal('over');
  });

  it('counts an emoji of several code points as one character', async () => {
    const { textarea, seen } = await drawTextarea(limited);
    type(textarea, '👩‍👩‍👧'.repeat(4));
    expect(seen()).to.have.text('You have 6 characters left');
  });

  it('takes more than the limit, and says how much more', async () => {
    const { textarea, seen, element } = await drawTextarea(limited);
    expect(textarea).not.to.have.attribute('maxlength');
    type(textarea, 'a'.repeat(12));
    expect(seen()).to.have.text('You have 2 characters too many');
    expect(element.answers).to.deep.include({ about: 'a'.repeat(12) });
    expect(element.validate().map(({ code }) => code)).to.deep.equal(['too-long']);
  });

  it('never makes an issue of a guide', async () => {
    const { textarea, element } = await drawTextarea(guided);
    type(textarea, 'one two three four five six seven');
    expect(element.validate()).to.deep.equal([]);
  });

  it('makes an issue of the same words where the limit is hard', async () => {
    const { textarea, element, seen } = await drawTextarea({ ...guided, limit: 'hard' });
    type(textarea, 'one two three four five six seven');
    expect(seen()).to.have.text('You have 2 words too many');
    expect(element.validate().map(({ code }) => code)).to.deep.equal(['too-many-words']);
  });

  it('is spoken of after a pause, not at every key', async () => {
    const { textarea, said } = await drawTextarea(guided);
    textarea.focus();
    const quiet = performance.now();
    // At once, however slow the machine is.
    for (const text of ['o', 'one', 'one t', 'one two']) type(textarea, text);
    expect(said()).to.equal('');
    await waitUntil(() => said() !== '', 'the count is said');
    expect(performance.now() - quiet).to.be.above(900);
    expect(said()).to.equal('2 words so far, 1 to go');
  });

  it('is not spoken of while the focus is elsewhere', async () => {
    const { textarea, said, seen } = await drawTextarea(guided);
    afterPauses(() => type(textarea, 'one two'));
    expect(seen()).to.have.text('2 words so far, 1 to go');
    expect(said()).to.equal('');
    textarea.focus();
    afterPauses(() => type(textarea, 'one'));
    expect(said()).to.equal('1 word so far, 2 to go');
  });

  it('is taken where speech input software sets it without an event', async () => {
    const { textarea, element } = await drawTextarea(guided);
    textarea.focus();
    textarea.value = 'one two three';
    await waitUntil(() => element.answers['why'] === 'one two three', 'the text is taken');
  });

  it('counts what was there from the start', async () => {
    const { seen } = await drawTextarea({ ...guided, default: 'one two three' });
    expect(seen()).to.have.text('3 words so far, a good length');
  });

  it('grows with its text', async () => {
    const { textarea } = await drawTextarea(guided);
    const before = textarea.offsetHeight;
    type(textarea, 'line\n'.repeat(12));
    await waitUntil(() => textarea.offsetHeight > before * 1.5);
    expect(textarea.scrollHeight).to.be.at.most(textarea.clientHeight + 1);
  });

  it('grows where the browser must be helped to', async () => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...words: string[]) => words[0] !== 'field-sizing' && supports(...(words as [string]));
    try {
      const { textarea } = await drawTextarea(guided);
      type(textarea, 'first\nsecond');
      expect(textarea.parentElement).to.have.attribute('data-text', 'first\nsecond ');
    } finally {
      CSS.supports = supports;
    }
  });

  it('takes a paste of 10 MB without a pause that is felt', async function () {
    // WebKitGTK needs half a minute to lay such a text out, in a page without a script, too.
    if (/AppleWebKit(?!.*Chrom)/.test(navigator.userAgent)) this.skip();
    // Twice, and it is laid out each time.
    this.timeout(90_000);
    const { textarea, seen, element } = await drawTextarea({
      ...guided,
      minLength: 10,
      maxLength: 5000,
      limit: 'hard',
    });
    element.validate();
    const text = 'the quick brown fox jumps over the lazy dog. '.repeat(222_222);
    // What the browser itself takes, without a script, at the same time on the same machine.
    const bare = document.body.appendChild(document.createElement('textarea'));
    const floorMs = await longestTask(() => {
      bare.value = text;
      return Promise.resolve();
    });
    bare.remove();
    const longestMs = await longestTask(async () => {
      type(textarea, text);
      await waitUntil(() => seen().textContent.includes('more than 9,995 words'), 'it is counted');
    });
    expect(longestMs).to.be.below(200 + 4 * floorMs);
    expect(element.issues.map(({ code }) => code)).to.deep.equal(['too-long']);
  });
});

/** Does this, and what it has put off, with no pause in between. */
function afterPauses(act: () => void): void {
  const { setTimeout: later } = window;
  const putOff: (() => void)[] = [];
  window.setTimeout = ((run: () => void) => putOff.push(run)) as typeof setTimeout;
  try {
    act();
  } finally {
    window.setTimeout = later;
  }
  for (const run of putOff) run();
}

/** Milliseconds; 0 where no task was long enough to be told of, or the browser tells of none. */
async function longestTask(run: () => Promise<void>): Promise<number> {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    await run();
    return 0;
  }
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  await run();
  // What it has changed is laid out.
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  // They are told of in their order, and late: one of our own is the last.
  const amid = await beBusy();
  await waitUntil(() => tasks.some(({ startTime, duration }) => startTime + duration > amid), 'all tasks are told of');
  observer.disconnect();
  return Math.max(
    0,
    ...tasks.filter(({ startTime, duration }) => startTime + duration < amid).map(({ duration }) => duration),
  );
}

/** More than a task has to take to be told of. */
const busyMs = 60;

/**
 * In a task of its own.
 *
 * @returns a moment in the midst of it, by `performance.now()`: its end will not do, as browsers tell durations in
 *   whole milliseconds, rounded down
 */
async function beBusy(): Promise<number> {
  await aTimeout(0);
  const begin = performance.now();
  while (performance.now() - begin < busyMs);
  return begin + busyMs / 2;
}
