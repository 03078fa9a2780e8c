import type { JobApplication } from '../../../src/ui/job-application.js';
import { drawFields } from '../fields/draw-fields.js';
import { waitUntil } from '../support/wait-until.js';

export interface DrawnCombobox {
  readonly element: JobApplication;
  readonly root: ShadowRoot;
  readonly input: HTMLInputElement;
  /** Labels of the options in the list; none while it is closed. */
  options(): string[];
  option(label: string): HTMLElement;
  /** Label of the option that the arrow keys have marked. */
  marked(): string | undefined;
  isOpen(): boolean;
  /** The words below the list. */
  note(): string;
  chips(): HTMLButtonElement[];
  announced(): string;
}

export const countries = [
  { value: 'AT', label: 'Austria' },
  { value: 'CI', label: 'Côte d’Ivoire' },
  { value: 'DE', label: 'Germany' },
  { value: 'NE', label: 'Niger' },
  { value: 'NG', label: 'Nigeria' },
  { value: 'GB', label: 'United Kingdom' },
  { value: 'US', label: 'United States' },
];

export function choiceField(more: object = {}): object {
  return { type: 'choice', name: 'country', label: 'Country', display: 'combobox', options: countries, ...more };
}

/** A field drawn as a combobox, once its code is there. */
export async function drawCombobox(field: object = choiceField(), lang = 'en-GB'): Promise<DrawnCombobox> {
  const { element, root } = await drawFields([field], { lang });
  await waitUntil(() => root.querySelector('[role=combobox]'), 'the combobox is drawn');
  const input = root.querySelector<HTMLInputElement>('[role=combobox]')!;
  const listed = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[role=option]')];
  const labelOf = (node: Element): string => (node.childNodes[0] ? words(node) : '');
  return {
    element,
    root,
    input,
    options: () => listed().map(labelOf),
    option: (label) => listed().find((each) => labelOf(each) === label)!,
    marked: () => {
      const id = input.getAttribute('aria-activedescendant');
      const node = id === null ? null : root.getElementById(id);
      return node ? labelOf(node) : undefined;
    },
    isOpen: () => input.getAttribute('aria-expanded') === 'true',
    note: () => root.querySelector('.listbox-note')?.textContent ?? '',
    chips: () => [...root.querySelectorAll<HTMLButtonElement>('.chip')],
    announced: () => root.querySelector('p[role=status].visually-hidden')?.textContent ?? '',
  };
}

/** As if typed over what stands there. */
export function typeInto(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}

function words(node: Element): string {
  return node.textContent.replaceAll(/\s+/g, ' ').trim();
}
