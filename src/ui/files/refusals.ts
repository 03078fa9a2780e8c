import { html, type TemplateResult } from 'lit';
import { fileNotes, refusalOf, refusalReason, zoneSentence } from '../../localization/refusal-terms.js';
import { extensionOf } from '../../posting/kinds/file.js';
import { displayName } from './display-name.js';
import type { FileContext, Refusal } from './file-desk.js';
import type { FileNote } from './inspect-file.js';

/** The files that were not taken, by name, each with the reason; where many share one, it is said once. */
export function refusedFiles(all: readonly Refusal[], context: FileContext): TemplateResult[] {
  return byReason(all, context).map(
    ([reason, names]) =>
      html`<p>
        <span class="visually-hidden">${context.form.terms.errorPrefix} </span
        >${names.map((name, index) => html`${index > 0 ? ', ' : ''}<bdi>${name}</bdi>`)}: ${reason}
      </p>`,
  );
}

export function noteSentence(note: FileNote, { form }: FileContext): string {
  return fileNotes(form.translator)[note];
}

export function zoneSaid(isEntered: boolean, { form, label }: FileContext): string {
  return zoneSentence(isEntered, label, form.translator);
}

/** What was not taken, a sentence for each reason. */
export function refusalSentences(all: readonly Refusal[], context: FileContext): string[] {
  return byReason(all, context).map(([reason, names]) => refusalOf(names.join(', '), reason, context.form.translator));
}

/** The reasons in the order in which they come up, each with the names of its files. */
function byReason(all: readonly Refusal[], context: FileContext): [string, string[]][] {
  const names = new Map<string, string[]>();
  for (const refusal of all) {
    const reason = reasonOf(refusal, context);
    names.set(reason, [...(names.get(reason) ?? []), displayName(refusal.file.name)]);
  }
  return [...names];
}

function reasonOf({ file, code }: Refusal, { form, field }: FileContext): string {
  return refusalReason(code, field, extensionOf(file.name).toUpperCase(), form.translator);
}
