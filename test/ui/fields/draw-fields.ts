import { fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import type { JobApplication } from '../../../src/ui/job-application.js';
import { waitUntil } from '../support/wait-until.js';

interface Drawn {
  readonly element: JobApplication;
  readonly root: ShadowRoot;
  /** The control of a field, or the first of several, by the wire name. */
  control<E extends HTMLElement = HTMLInputElement>(name: string): E;
  /** What the field shows and says, as one line of text. */
  words(name: string): string;
}

interface DrawOptions {
  /** Keys of the posting beside its form. */
  readonly posting?: object;
  /** Keys of the form beside its one section. */
  readonly form?: object;
  readonly lang?: string;
  readonly validateOn?: 'submit' | 'blur';
}

/** The element with a posting of nothing but these fields. */
export async function drawFields(fields: readonly object[], options: DrawOptions = {}): Promise<Drawn> {
  const { posting, form, lang = 'en-GB', validateOn = 'submit' } = options;
  const json = { title: 'Optics Engineer', ...posting, form: { sections: [{ fields }], ...form } };
  const element = await fixture<JobApplication>(
    html`<job-application
      lang=${lang}
      action="/applications"
      draft="off"
      validate-on=${validateOn}
      .posting=${json}
    ></job-application>`,
  );
  await waitUntil(() => element.state === 'ready', 'the form is drawn');
  const root = element.shadowRoot!;
  const control = <E extends HTMLElement>(name: string): E => root.querySelector<E>(`[name="f-${CSS.escape(name)}"]`)!;
  return {
    element,
    root,
    control: control,
    words: (name) => control(name).closest('.field')!.textContent.replaceAll(/\s+/g, ' ').trim(),
  };
}

/** As if typed: the whole value at once. */
export function type(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** What a control is described by, in the order in which it is read out. */
export function descriptionOf(control: HTMLElement): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = control.getRootNode() as ShadowRoot;
  return ids.map((id) => root.getElementById(id)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? `nothing has #${id}`);
}
