import { html, nothing, type TemplateResult } from 'lit';
import type { FileContext } from '../file-desk.js';
import type { CloudDesk, CloudNote } from './cloud-desk.js';
import { cloudNames, type Cloud } from './cloud-keys.js';

interface ButtonParts {
  readonly clouds: readonly Cloud[];
  readonly desk: CloudDesk;
  /** Why no file can be added; `undefined` where one can. */
  readonly full: string | undefined;
  /** Whether there is no other button: what is wrong then leads to the first. */
  readonly isAlone: boolean;
}

/** A button for each service. */
export function cloudButtons({ clouds, desk, full, isAlone }: ButtonParts, context: FileContext): TemplateResult[] {
  const { form, id, label, isInvalid, describedBy } = context;
  return clouds.map((cloud, index) => {
    const isFirst = isAlone && index === 0;
    const buttonId = isFirst ? id : `${id}-${cloud}`;
    return html`<button
      type="button"
      class="button"
      id=${buttonId}
      aria-disabled=${full === undefined ? nothing : 'true'}
      aria-invalid=${isFirst && isInvalid ? 'true' : nothing}
      aria-describedby=${isFirst ? describedBy : nothing}
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
