import type { ElementHandle, Page } from 'puppeteer-core';
import type { Field } from '../../src/posting/field-kind.js';
import { localize, type LocalizedText } from '../../src/posting/text.js';

type Question = Field & Record<string, unknown>;

/** What is typed, by the type of a question; what is chosen is each time the last option that can be. */
const typed: Readonly<Record<string, string>> = {
  text: 'GBP',
  textarea: 'At length, and more.',
  email: 'a.applicant@example.org',
  tel: '+44 20 7946 0018',
  url: 'https://example.org/me',
  number: '3',
  location: 'Leeds',
};

/** Paths of a file of each kind that some question wants. */
export interface FilesToGive {
  readonly document: string;
  readonly picture: string;
}

/**
 * Fills a form in as a person does: finds each question by its label, in the form's order, and types, clicks or chooses.
 * @param within a question that has others in it
 */
export async function fillIn(
  page: Page,
  questions: readonly Field[],
  files: FilesToGive,
  within?: ElementHandle,
): Promise<void> {
  const labels = new Map<string, number>();
  for (const given of questions) {
    const question = given as Question;
    const { type } = question;
    const label = localize(question.label, 'en');
    if (type === 'hidden' || type === 'content') continue;
    const before = labels.get(label) ?? 0;
    labels.set(label, before + 1);
    const frame = await frameOf(page, label, before, within);
    await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await answer(page, question, frame, files);
  }
}

/** Types into the question of this label, in place of what stands there. */
export async function retype(page: Page, label: string, text: string): Promise<void> {
  const control = await one(await frameOf(page, label, 0), '[part~=control]');
  await control.evaluate((element) => (element as HTMLInputElement).select());
  await control.type(text);
}

async function answer(page: Page, question: Question, frame: ElementHandle, files: FilesToGive): Promise<void> {
  switch (question.type) {
    case 'boolean':
      return clickOption(frame, 'No');
    case 'consent':
      return (await one(frame, 'input[type=checkbox]')).click();
    case 'file':
      return giveFile(page, question, frame, files);
    case 'choice':
      return choose(question, frame);
    case 'date':
      return typeDate(frame);
    case 'month': {
      const [month, year] = await frame.$$('input, select');
      if (month && (await month.evaluate((element) => element.localName)) === 'select') await month.select('5');
      else await month?.type('5');
      await year?.type('2024');
      return;
    }
    case 'repeat': {
      const inner = question['fields'] as readonly Field[];
      if ((await frame.$$('[part~=field]')).length === 0) await (await one(frame, 'button[id]')).click();
      await fillIn(page, inner, files, frame);
      return;
    }
    default: {
      const control = await one(frame, '[part~=control]');
      await control.type(question.name === 'location' ? 'Lee' : (typed[question.type] ?? ''));
      if (question.type === 'location' && question['suggest'] !== undefined) await takePlace(page, frame);
    }
  }
}

async function takePlace(page: Page, frame: ElementHandle): Promise<void> {
  await page.waitForFunction((element) => element.querySelector('[role=option]'), {}, frame);
  await (await one(frame, '[role=option]')).click();
}

async function choose(question: Question, frame: ElementHandle): Promise<void> {
  const options = question['options'] as readonly { value: string; label: LocalizedText; exclusive?: boolean }[];
  const last = options.findLast(({ exclusive }) => !exclusive) ?? options[0];
  const select = await frame.$('select');
  const combobox = await frame.$('[role=combobox]');
  if (combobox) {
    await combobox.type(localize(last?.label, 'en'));
    await combobox.press('Tab');
  } else if (select) await select.select(last?.value ?? '');
  else await clickOption(frame, localize(last?.label, 'en'));
  const beside = await frame.$('input[type=text]:not([role=combobox])');
  if (beside) await beside.type('In my own words');
}

async function clickOption(frame: ElementHandle, label: string): Promise<void> {
  const found = await frame.evaluateHandle(
    (element, wanted) =>
      [...element.querySelectorAll('label.option-label')].find((each) => each.textContent.trim() === wanted) ?? null,
    label,
  );
  const option = found.asElement() as ElementHandle | null;
  if (!option) throw new Error(`No option "${label}".`);
  await option.click();
}

async function giveFile(page: Page, question: Question, frame: ElementHandle, files: FilesToGive): Promise<void> {
  const accept = (question['accept'] as readonly string[]).join();
  const path = accept.includes('.pdf') ? files.document : files.picture;
  const input = (await one(frame, 'input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  const name = path.split('/').at(-1) ?? '';
  await page.waitForFunction((element, wanted) => element.textContent.includes(wanted), {}, frame, name);
}

/** A native field takes digits in the order of the browser's own language, which is English of the United States. */
async function typeDate(frame: ElementHandle): Promise<void> {
  const native = await frame.$('input[type=date]');
  if (native) return native.type('10052027');
  const [day, month, year] = await frame.$$('input');
  await day?.type('5');
  await month?.type('10');
  await year?.type('2025');
}

async function frameOf(page: Page, label: string, before: number, within?: ElementHandle): Promise<ElementHandle> {
  const root =
    within ?? (await page.evaluateHandle('document.querySelector("job-application").shadowRoot')).asElement();
  const found = await page.evaluateHandle(
    (scope, wanted, nth, isInner) => {
      const bare = (text: string): string => text.replace(/\s*\((?:optional|required)\)/g, '').replace(/[\s*]+$/, '');
      const frames = [...(scope as Element).querySelectorAll('[part~=field]')].filter(
        (each) => isInner || !each.parentElement?.closest('[part~=field]'),
      );
      return (
        frames.filter((each) => bare(each.querySelector('[part~=label]')?.textContent.trim() ?? '') === wanted)[nth] ??
        null
      );
    },
    root,
    label,
    before,
    within !== undefined,
  );
  const frame = found.asElement() as ElementHandle | null;
  if (!frame) throw new Error(`No question "${label}" is drawn.`);
  return frame;
}

async function one(frame: ElementHandle, selector: string): Promise<ElementHandle> {
  const found = await frame.$(selector);
  if (!found) throw new Error(`Nothing is ${selector}.`);
  return found;
}
