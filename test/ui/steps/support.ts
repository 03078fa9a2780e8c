import { oneEvent } from '@open-wc/testing';
import type { JobApplication, JobApplicationStepEvent } from '../../../src/index.js';
import { control, draw, focused, type, words, type Json } from '../support/element.js';

export const you = {
  id: 'you',
  title: 'You',
  fields: [
    { name: 'email', type: 'email', label: 'E-mail', required: true },
    { name: 'abroad', type: 'boolean', label: 'Do you live abroad' },
  ],
};
export const visa = {
  id: 'visa',
  title: 'Visa',
  showIf: { '==': [{ var: 'abroad' }, true] },
  fields: [{ name: 'permit', type: 'text', label: 'Work permit', required: true }],
};
export const work = { id: 'work', title: 'Work', fields: [{ name: 'why', type: 'text', label: 'Why us' }] };
export const equality = {
  id: 'equality',
  title: 'Equality',
  equality: true,
  fields: [{ name: 'gender', type: 'text', label: 'Gender' }],
};

/** A form in steps; its sections are "you", "visa" (of those who live abroad), "work" and "equality". */
export function drawSteps(
  sections: readonly Json[] = [you, visa, work, equality],
  attributes: Record<string, string> = {},
  form: Json = {},
): Promise<JobApplication> {
  const posting = { id: 'optician', locale: 'en', title: 'Optician', form: { sections, ...form } };
  return draw(posting, { layout: 'steps', ...attributes });
}

/** Headings of the sections in view. */
export function stepsInView(element: JobApplication): string[] {
  const headings = element.shadowRoot?.querySelectorAll<HTMLElement>('.section-title') ?? [];
  return [...headings].filter((each) => each.checkVisibility()).map(words);
}

export function press(element: JobApplication, name: string): void {
  control(element, name).click();
}

/** Presses Continue with an e-mail address given, at the first step. */
export function passFirst(element: JobApplication): void {
  type(control(element, 'E-mail'), 'a@b.co');
  press(element, 'Continue');
}

export function heading(element: JobApplication): string {
  return words(focused(element));
}

/** Presses a button that does not lead on, and waits until it is told why. */
export async function pressInVain(element: JobApplication, name: string): Promise<void> {
  const told = oneEvent(element, 'job-application-invalid');
  press(element, name);
  await told;
}

/** The moves that the page was asked about, as "from>to". */
export function movesOf(element: JobApplication): string[] {
  const moves: string[] = [];
  element.addEventListener('job-application-step', ({ from, to }: JobApplicationStepEvent) =>
    moves.push(`${from}>${to}`),
  );
  return moves;
}
