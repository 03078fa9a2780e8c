import { html, nothing, type TemplateResult } from 'lit';
import type { FileContext } from '../file-desk.js';
import type { CloudDesk, CloudNote } from './cloud-desk.js';
import { cloudNames, type Cloud } from './cloud-keys.js';

interface ButtonParts {
  readonly clouds: readonly Cloud[];
  readonly desk: CloudDesk;
  /** Why no file can be added; `undefined` where one can. */
  readonly full: string | undefined;
}

/** A button for each service. */
export function cloudButtons({ clouds, desk, full }: ButtonParts, { form, id, label }: FileContext): TemplateResult[] {
  return clouds.map((cloud) => {
    const buttonId = `${id}-${cloud}`;
    return html`<button
      type="button"
      class="button"
      id=${buttonId}
      aria-disabled=${full === undefined ? nothing : 'true'}
      @click=${() => (full === undefined ? void desk.pick(cloud, buttonId) : form.announce(full))}
    >
      ${cloudNames[cloud]}<span class="visually-hidden">: ${label}</span>
    </button>`;
  });
}

/** What there is to tell of a service. */
export function cloudNote({ text, isError }: CloudNote): TemplateResult {
  return html`<p class=${isError ? 'error cloud-note' : 'hint cloud-note'}>${text}</p>`;
}
