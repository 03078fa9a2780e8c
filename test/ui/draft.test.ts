import { expect } from '@open-wc/testing';
import type { JobApplication, JobApplicationDraftEvent } from '../../src/index.js';
import {
  control,
  draw as drawAny,
  email,
  json,
  note,
  part,
  postingJson,
  respond,
  type,
  words,
} from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const cv = { name: 'cv', type: 'file', label: 'CV' };
const secret = { name: 'salary', type: 'text', label: 'Salary', sensitive: true };
const consent = { name: 'keep', type: 'consent', label: 'Keep it', text: 'You may keep it.' };

/** With what is kept of an earlier visit, as after a reload. */
function draw(posting: object = postingJson(), attributes: Record<string, string> = {}): Promise<JobApplication> {
  return drawAny(posting, { draft: 'session', ...attributes });
}

beforeEach(async () => {
  // The elements of the test before keep what they have as they leave, a task later.
  await new Promise((resolve) => setTimeout(resolve));
  sessionStorage.clear();
});

/** What the tab keeps, as it stands in its storage. */
function kept(): string {
  return keys()
    .map((key) => sessionStorage.getItem(key))
    .join('');
}

/** Beside drafts, a tab keeps on which page the visit began. */
function keys(): readonly string[] {
  return Object.keys({ ...sessionStorage }).filter((key) => key !== 'job-application:first-page');
}

function nextDraftEvent(element: JobApplication): Promise<JobApplicationDraftEvent> {
  return new Promise((resolve) => element.addEventListener('job-application-draft', resolve, { once: true }));
}

async function saved(element: JobApplication, act: () => void): Promise<void> {
  const told = nextDraftEvent(element);
  act();
  expect((await told).action).to.equal('saved');
}

/** A form with this text in Note, kept and then gone. */
async function keep(
  text: string,
  posting: object = postingJson(),
  attributes: Record<string, string> = {},
): Promise<void> {
  const element = await draw(posting, attributes);
  await typedAndKept(element, text);
  element.remove();
}

/** The code that keeps it is loaded with the first focus. */
async function typedAndKept(element: JobApplication, text: string): Promise<void> {
  control(element, 'Note').focus();
  await saved(element, () => {
    type(control(element, 'Note'), text);
  });
}

describe('a draft in the tab', () => {
  it('comes back after a reload, which is said with a way to discard it', async () => {
    await keep('mine');
    const again = await draw();
    expect(control(again, 'Note').value).to.equal('mine');
    expect(words(part(again, 'draft'))).to.match(/^Your answers are back, .* Discard$/);
    expect(again.shadowRoot?.activeElement).to.equal(null);
    await waitUntil(() =>
      [...again.renderRoot.querySelectorAll('[role=status]')].some((each) =>
        words(each).startsWith('Your answers are back'),
      ),
    );
  });

  it('is told to the page as restored, once it is drawn', async () => {
    await keep('mine');
    const told: string[] = [];
    const listen = ({ action }: JobApplicationDraftEvent): void => void told.push(action);
    document.addEventListener('job-application-draft', listen);
    await draw();
    document.removeEventListener('job-application-draft', listen);
    expect(told).to.deep.equal(['restored']);
  });

  it('loads nothing and says nothing where there is none', async () => {
    const element = await draw();
    expect(part(element, 'draft')).to.equal(null);
    expect(kept()).to.equal('');
  });

  it('is gone, with all answers, once it is discarded', async () => {
    await keep('mine');
    const again = await draw();
    const told = nextDraftEvent(again);
    part(again, 'draft')?.querySelector('button')?.click();
    const { action, reason } = await told;
    expect([action, reason]).to.deep.equal(['cleared', 'discarded']);
    expect(control(again, 'Note').value).to.equal('');
    expect(part(again, 'draft')).to.equal(null);
    expect(kept()).to.equal('');
    expect(words(again.shadowRoot?.activeElement)).to.include('Apply for this job');
  });

  it('is gone once the application is sent', async () => {
    const element = await draw(postingJson([note]));
    respond(element, () => json({}));
    await typedAndKept(element, 'mine');
    await element.submit();
    await waitUntil(() => kept() === '');
  });

  it('is gone after clearDraft(), which leaves the answers', async () => {
    const element = await draw();
    await typedAndKept(element, 'mine');
    await element.clearDraft();
    expect(kept()).to.equal('');
    expect(control(element, 'Note').value).to.equal('mine');
  });

  it('is gone after clearDraft() by a page whose applicant has not begun', async () => {
    await keep('mine');
    const again = await draw();
    await again.clearDraft();
    expect(kept()).to.equal('');
  });

  it('is gone after reset(), which blanks the answers', async () => {
    const element = await draw();
    await typedAndKept(element, 'mine');
    element.reset();
    await waitUntil(() => kept() === '');
    expect(control(element, 'Note').value).to.equal('');
  });

  it('is not kept with draft="off"', async () => {
    const element = await draw(postingJson(), { draft: 'off' });
    control(element, 'Note').focus();
    type(control(element, 'Note'), 'mine');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept()).to.equal('');
  });

  it('is kept at once when the page is left', async () => {
    const element = await draw();
    await typedAndKept(element, 'mine');
    type(control(element, 'Note'), 'mine, too');
    element.remove();
    await waitUntil(() => kept().includes('mine, too'));
  });

  it('is not begun by what the page fills in', async () => {
    const element = await draw();
    control(element, 'Note').focus();
    element.fill({ note: 'given' });
    // What keeps drafts is loaded since the focus came; it must not take this for a change that it missed.
    await import('../../src/ui/controllers/open-drafts.js');
    await new Promise((resolve) => setTimeout(resolve));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept()).to.equal('');
  });

  it('comes before a default and before what the page fills in', async () => {
    const posting = postingJson([{ ...note, default: 'usual' }]);
    await keep('mine', posting);
    const again = await draw(posting);
    again.fill({ note: 'given' });
    expect(control(again, 'Note').value).to.equal('mine');
  });

  it('keeps a default that was blanked blank', async () => {
    const posting = postingJson([{ ...note, default: 'usual' }, email]);
    await keep('', posting);
    expect(control(await draw(posting), 'Note').value).to.equal('');
  });

  it('holds nothing sensitive, nothing about equality, no permission and nothing hidden', async () => {
    const posting = {
      ...postingJson(),
      form: {
        sections: [
          { fields: [note, secret, consent, { name: 'ref', type: 'hidden', value: 'hidden-value' }] },
          { equality: true, fields: [{ name: 'age', type: 'text', label: 'Age' }] },
          {
            fields: [
              {
                name: 'refs',
                type: 'repeat',
                label: 'Referees',
                min: 1,
                fields: [
                  { ...note, name: 'who', label: 'Who' },
                  { ...secret, name: 'why', label: 'Why' },
                ],
              },
            ],
          },
        ],
      },
    };
    const element = await draw(posting);
    control(element, 'Note').focus();
    await saved(element, () => {
      for (const label of ['Note', 'Salary', 'Age', 'Who', 'Why']) type(control(element, label), `typed-${label}`);
      control(element, 'Keep it').click();
    });
    expect(kept()).to.include('typed-Note').and.include('typed-Who');
    for (const word of ['Salary', 'Age', 'Why', 'hidden-value', 'You may']) expect(kept()).not.to.include(word);
  });

  it('belongs to one posting', async () => {
    await keep('mine');
    const other = await draw(postingJson([email, note], { id: 'other' }));
    expect(control(other, 'Note').value).to.equal('');
    expect(part(other, 'draft')).to.equal(null);
  });

  it('says which files to choose again, at the field and above, until they are chosen', async () => {
    const element = await draw(postingJson([note, cv]));
    control(element, 'Note').focus();
    await saved(element, () => choose(element, 'mine.txt'));
    expect(kept()).to.include('mine.txt');
    const again = await draw(postingJson([note, cv]));
    expect(words(part(again, 'draft'))).to.include('Choose them again for “CV”.');
    const field = (): string => words(again.renderRoot.querySelectorAll('[part~=field]')[1]);
    expect(field()).to.include('Choose again: mine.txt');
    choose(again, 'mine.txt');
    await waitUntil(() => !field().includes('Choose again: mine.txt'));
    expect(words(part(again, 'draft'))).not.to.include('Choose them again');
  });
});

function choose(element: JobApplication, name: string): void {
  const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['words'], name, { type: 'text/plain' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('a draft of a form that has changed', () => {
  it('gives back what still fits, and says what does not', async () => {
    const option = (value: string): object => ({ value, label: value.toUpperCase() });
    const tools = {
      name: 'tools',
      type: 'choice',
      label: 'Tools',
      multiple: true,
      options: ['a', 'b', 'c'].map(option),
    };
    const grade = { name: 'grade', type: 'choice', label: 'Grade', display: 'select', options: ['x', 'y'].map(option) };
    const gone = { ...note, name: 'gone', label: 'Gone' };
    const element = await draw(postingJson([note, tools, grade, gone]));
    control(element, 'Note').focus();
    await saved(element, () => {
      type(control(element, 'Note'), 'mine');
      type(control(element, 'Gone'), 'lost');
      element.fill({ tools: ['a', 'b'], grade: 'x' });
    });
    const changed = [note, { ...tools, options: ['b', 'c'].map(option) }, { ...grade, options: [option('y')] }];
    const again = await draw(postingJson(changed));
    expect({ ...again.answers }).to.deep.equal({ note: 'mine', tools: ['b'] });
    expect(words(part(again, 'draft'))).to.include('3 answers no longer fit this form and were left out.');
  });

  it('gives back what was typed and is none of the options, or no suggestion that was taken', async () => {
    const place = {
      name: 'place',
      type: 'location',
      label: 'Place',
      coordinates: true,
      suggest: '/no-places?q={query}',
    };
    const options = ['Leeds', 'York'].map((label) => ({ value: label.toLowerCase(), label }));
    const town = { name: 'town', type: 'choice', label: 'Town', display: 'combobox', options };
    const searched = postingJson([note, town, place]);
    const element = await draw(searched);
    control(element, 'Note').focus();
    await waitUntil(() => control(element, 'Town').role === 'combobox');
    await saved(element, () => {
      element.fill({ place: { text: 'Leed', offered: true } });
      type(control(element, 'Town'), 'Lee');
    });
    element.remove();
    const again = await draw(searched);
    expect(control(again, 'Place').value).to.equal('Leed');
    await waitUntil(() => control(again, 'Town').role === 'combobox');
    expect(control(again, 'Town').value).to.equal('Lee');
    expect(again.validate().map(({ code }) => code)).to.deep.equal(['unknown-option', 'unknown-option']);
    expect(words(part(again, 'draft'))).not.to.include('no longer fit');
  });

  it('gives nothing to a field of that name and another type', async () => {
    await keep('2026-01-01');
    const again = await draw(postingJson([{ ...note, type: 'date', display: 'picker' }]));
    expect({ ...again.answers }).to.deep.equal({});
    expect(words(part(again, 'draft'))).to.include('1 answer no longer fits this form and was left out.');
  });
});

/** What is said aloud. */
function statuses(element: JobApplication): string[] {
  return [...element.renderRoot.querySelectorAll('[role=status]')].map(words);
}

describe('where the browser does not let anything be kept', () => {
  it('that is told once, in view and aloud, and the form goes on', async () => {
    const element = await draw();
    const told: (string | undefined)[] = [];
    element.addEventListener('job-application-draft', ({ action, reason }) => told.push(action, reason));
    const { setItem } = Storage.prototype;
    const tried: string[] = [];
    Storage.prototype.setItem = (_key, value) => {
      tried.push(value);
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const refused =
      'Your browser does not allow your answers to be kept. They are lost if this page is closed or loaded again.';
    try {
      control(element, 'Note').focus();
      type(control(element, 'Note'), 'one');
      await waitUntil(() => told.length > 0);
      expect(words(part(element, 'draft-status'))).to.equal(refused);
      await waitUntil(() => statuses(element).includes(refused), 'never said');
      type(control(element, 'Note'), 'two');
      await waitUntil(() => tried.some((draft) => draft.includes('two')));
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(told).to.deep.equal(['refused', 'full']);
    expect(control(element, 'Note').value).to.equal('two');
    await saved(element, () => {
      type(control(element, 'Note'), 'three');
    });
    expect(part(element, 'draft-status')).to.equal(null);
  });

  for (const foreign of [
    '{',
    'null',
    '[]',
    '{"version":2}',
    '{"version":1,"savedAt":0,"writer":"","answers":[{"name":"note"}]}',
  ]) {
    it(`${foreign} in its place is passed over`, async () => {
      await keep('mine');
      sessionStorage.setItem(keys()[0]!, foreign);
      const again = await draw();
      expect(control(again, 'Note').value).to.equal('');
      expect(part(again, 'draft')).to.equal(null);
    });
  }
});
