import { fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/define.js';
import type { ElementState, JobApplication } from '../../../src/index.js';
import { waitUntil } from './wait-until.js';

export type Json = Record<string, unknown>;

export const email = { name: 'email', type: 'email', label: 'E-mail', required: true };
export const note = { name: 'note', type: 'text', label: 'Note' };

/** The JSON of a posting with these fields in one section. */
export function postingJson(fields: readonly Json[] = [email, note], more: Json = {}, form: Json = {}): Json {
  return { id: 'optician', locale: 'en', title: 'Optician', ...more, form: { sections: [{ fields }], ...form } };
}

/** An element in the page with this posting, drawn. Its requests would go to an address that answers 404. */
export async function draw(
  posting: unknown = postingJson(),
  attributes: Record<string, string> = {},
): Promise<JobApplication> {
  const element = document.createElement('job-application');
  element.lang = 'en';
  // Else it would begin with what the test before it typed.
  element.draft = 'off';
  element.action = '/nowhere';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.posting = posting;
  const loaded = new Promise((resolve, reject) => {
    element.addEventListener('job-application-load', resolve, { once: true });
    element.addEventListener('job-application-error', ({ error }) => reject(error), { once: true });
  });
  (await fixture<HTMLElement>(html`<main></main>`)).append(element);
  await loaded;
  return element;
}

/** What somebody types into a control, or chooses in it. */
export function type(control: HTMLElement, value: string): void {
  Object.assign(control, { value });
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** The control with this accessible name, by its label, its `aria-label` or the words it is labelled by. */
export function control(element: JobApplication, name: string): HTMLInputElement {
  const found = controls(element).find((each) => nameOf(each) === name);
  if (!found) throw new Error(`No control is named "${name}"; there are ${controls(element).map(nameOf).join(', ')}`);
  return found as HTMLInputElement;
}

export function hasControl(element: JobApplication, name: string): boolean {
  return controls(element).some((each) => nameOf(each) === name);
}

function controls(element: JobApplication): HTMLElement[] {
  const all = element.shadowRoot?.querySelectorAll<HTMLElement>(
    'input:not([type=file]), textarea, select, button, a[href]',
  );
  return [...(all ?? [])].filter((each) => each.checkVisibility());
}

function nameOf(control: HTMLElement): string {
  const root = control.getRootNode() as ShadowRoot;
  const labels = 'labels' in control ? [...((control.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
  const by =
    control
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => root.getElementById(id)) ?? [];
  const named = control.getAttribute('aria-label') ?? [...by, ...labels].map(words).join(' ');
  return named || words(control);
}

/** As a screen reader says it: without what is hidden from it, white space as single spaces. */
export function words(node: Element | null | undefined): string {
  if (!node) return '';
  const copy = node.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function part(element: JobApplication, name: string): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null;
}

export function parts(element: JobApplication, name: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])].filter((each) =>
    each.checkVisibility(),
  );
}

/** The messages at fields that are in view. */
export function messages(element: JobApplication): string[] {
  return parts(element, 'field-error').map(words);
}

/** The links of the error summary. */
export function summary(element: JobApplication): string[] {
  return [...(part(element, 'error-summary')?.querySelectorAll('li') ?? [])].map(words);
}

export function focused(element: JobApplication): Element | null {
  return element.shadowRoot?.activeElement ?? null;
}

export async function untilState(element: JobApplication, state: ElementState): Promise<void> {
  await waitUntil(() => element.state === state, `never ${state}, but ${element.state}`);
  await element.updateComplete;
}

/** Answers every application in place of an endpoint. */
export function respond(element: JobApplication, answer: () => Response | Promise<Response>): void {
  element.addEventListener('job-application-submit', (event) => event.respondWith(Promise.resolve().then(answer)));
}

export function json(body: unknown, status = 200, contentType = 'application/json'): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': contentType } });
}

/** Judges all answers, and waits until it is said what is wrong with them. */
export async function judge(element: JobApplication): Promise<void> {
  const told = oneEvent(element, 'job-application-invalid');
  element.validate();
  await told;
}

/** What is reported on the console while this runs. */
export async function reported(method: 'error' | 'warn', act: () => unknown): Promise<string[]> {
  const lines: string[] = [];
  const before = console[method];
  console[method] = (...said: unknown[]) => void lines.push(said.map(String).join(' '));
  try {
    await act();
  } finally {
    console[method] = before;
  }
  return lines;
}
