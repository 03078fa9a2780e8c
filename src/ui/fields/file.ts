import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FileInfo } from '../../posting/field-kind.js';
import { isWritten, type FileAnswer, type FileField } from '../../posting/kinds/file.js';
import { copyFile } from '../files/copy-file.js';
import type { FieldContext, FieldView } from './field-view.js';
import { valueOf } from './text-input.js';

type Context = FieldContext<FileField, FileAnswer>;

/** Files chosen from the device, or a text written in their place. */
export const fileView: FieldView<FileField, FileAnswer> = {
  frame: () => 'group',
  hint: ({ field, form }) => form.fileTerms.accepted(field),
  control: (context) => html`<div part="file" class="file">
    ${isWritten(context.answer) ? writing(context, context.answer.text) : choosing(context, context.answer)}
  </div>`,
};

function choosing(context: Context, files: readonly FileInfo[]): TemplateResult {
  const { field, form, id, wireName, isInvalid, describedBy, label } = context;
  const terms = form.fileTerms;
  return html`
    ${
      files.length === 0
        ? nothing
        : html`<ul class="files">
          ${files.map((file, index) => chosenFile(file, index, context))}
        </ul>`
    }
    <div class="file-actions">
      <button
        type="button"
        class="button"
        id=${id}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby=${describedBy}
        @click=${openChooser}
      >
        ${files.length > 0 ? terms.chooseAnother : field.maxFiles > 1 ? terms.chooseFiles : terms.chooseFile}
        <span class="visually-hidden">: ${label}</span>
      </button>
      <input
        type="file"
        hidden
        name=${`f-${wireName}`}
        aria-hidden="true"
        tabindex="-1"
        accept=${field.accept.join(',')}
        ?multiple=${field.maxFiles > 1}
        @change=${(event: Event) => choose(event, context)}
      />
      ${
        field.sources.includes('text') && files.length === 0
          ? html`<button type="button" class="button button--quiet" @click=${() => write(context)}>
            ${terms.writeInstead}<span class="visually-hidden">: ${label}</span>
          </button>`
          : nothing
      }
    </div>
  `;
}

function chosenFile(file: FileInfo, index: number, context: Context): TemplateResult {
  const { form } = context;
  return html`<li class="chosen">
    <bdi class="file-name">${file.name}</bdi>
    <span class="file-size">${form.fileTerms.size(file.size)}</span>
    <button
      type="button"
      class="button button--quiet"
      aria-label=${form.fileTerms.remove(file.name)}
      @click=${() => remove(index, context)}
    >
      ${form.fileTerms.removeShort}
    </button>
  </li>`;
}

function writing(context: Context, text: string): TemplateResult {
  const { field, form, id, wireName, label, isInvalid, describedBy, answerWith } = context;
  return html`
    <label class="label label--part" for=${id}>${form.fileTerms.writtenLabel(label)}</label>
    <textarea
      part="control"
      class="control control--long"
      id=${id}
      name=${`f-${wireName}-text`}
      rows="6"
      autocomplete="off"
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${describedBy}
      .value=${live(text)}
      @input=${(event: Event) => answerWith({ text: valueOf(event) })}
    ></textarea>
    <button
      type="button"
      class="button button--quiet"
      @click=${() => {
        answerWith([]);
        context.focus(id);
      }}
    >
      ${form.fileTerms.chooseInstead}
    </button>
  `;
}

/** The native control stays unseen: what it says of "no file" is in the browser's language, and speech input fails on it. */
function openChooser({ currentTarget }: Event): void {
  const input = (currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>('input[type=file]');
  input?.click();
}

function choose(event: Event, { field, form, answer, answerWith, latest, id, focus }: Context): void {
  const input = event.target as HTMLInputElement;
  const added = [...(input.files ?? [])];
  // Emptied, so that choosing the same file again is a change, too.
  input.value = '';
  if (added.length === 0) return;
  const kept = isWritten(answer) || field.maxFiles === 1 ? [] : answer;
  answerWith([...kept, ...added]);
  form.announce(added.map(({ name }) => form.fileTerms.added(name)).join(' '));
  focus(id);
  for (const file of added) {
    void copyFile(file).then((copy) => {
      const current = latest();
      if (copy === file || isWritten(current)) return;
      answerWith(current.map((each) => (each === file ? copy : each)));
    });
  }
}

function remove(index: number, { form, id, answer, answerWith, focus }: Context): void {
  if (isWritten(answer)) return;
  const name = answer[index]?.name ?? '';
  answerWith(answer.filter((_, place) => place !== index));
  form.announce(form.fileTerms.removed(name));
  focus(id);
}

function write({ answerWith, focus, id }: Context): void {
  answerWith({ text: '' });
  focus(id);
}
