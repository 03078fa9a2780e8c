import { html, type TemplateResult } from 'lit';
import { fileNotes, refusalOf, refusalReason, zoneSentence } from '../../localization/refusal-terms.js';
import { extensionOf } from '../../posting/kinds/file.js';
import { displayName } from './display-name.js';
import type { FileContext, Refusal } from './file-desk.js';
import type { FileNote } from './inspect-file.js';

/** The files that were not taken, by name, each with the reason. */
export function refusedFiles(all: readonly Refusal[], context: FileContext): TemplateResult[] {
  return all.map(
    (refusal) =>
      html`<p>
        <span class="visually-hidden">${context.form.terms.errorPrefix} </span
        ><bdi>${displayName(refusal.file.name)}</bdi>: ${reasonOf(refusal, context)}
      </p>`,
  );
}

export function noteSentence(note: FileNote, { form }: FileContext): string {
  return fileNotes(form.translator)[note];
}

export function zoneSaid(isEntered: boolean, { form, label }: FileContext): string {
  return zoneSentence(isEntered, label, form.translator);
}

/** A refusal in one sentence. */
export function refusalSentence(refusal: Refusal, context: FileContext): string {
  return refusalOf(displayName(refusal.file.name), reasonOf(refusal, context), context.form.translator);
}

function reasonOf({ file, code }: Refusal, { form, field }: FileContext): string {
  return refusalReason(code, field, extensionOf(file.name).toUpperCase(), form.translator);
}
