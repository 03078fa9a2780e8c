import { html, nothing, type TemplateResult } from 'lit';
import type { FileInfo } from '../../posting/field-kind.js';
import { displayName } from './display-name.js';
import type { FileContext, FileDesk } from './file-desk.js';

/** The files of an answer, each with its size, its state and a button to remove it. */
export function chosenFiles(
  files: readonly FileInfo[],
  desk: FileDesk,
  context: FileContext,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<ul class="files">
    ${files.map((file, index) => chosenFile(file, index, desk, context))}
  </ul>`;
}

/** Id of the button that removes the file at this place. */
export function removeId(id: string, index: number): string {
  return `${id}-remove-${index}`;
}

/** Id of these, for what they describe. */
export function refusalsId({ id }: FileContext): string {
  return `${id}-refused`;
}

function chosenFile(file: FileInfo, index: number, desk: FileDesk, context: FileContext): TemplateResult {
  const { form, id } = context;
  const terms = form.fileTerms;
  const name = displayName(file.name);
  const note = desk.noteOn(file);
  return html`<li class="chosen">
    <bdi class="file-name">${name}</bdi>
    <span class="file-about">${terms.size(file.size)} · ${desk.isUnread(file) ? terms.reading : terms.ready}</span>
    ${note === undefined ? nothing : html`<span class="file-note">${desk.examination?.noteSentence(note, context)}</span>`}
    <button
      type="button"
      class="button button--quiet"
      id=${removeId(id, index)}
      aria-label=${terms.remove(name)}
      @click=${() => desk.remove(file)}
    >
      ${terms.removeShort}
    </button>
  </li>`;
}
