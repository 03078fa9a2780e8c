import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FileInfo } from '../../posting/field-kind.js';
import { acceptsAnyType, isAccepted, isWritten, type FileField } from '../../posting/kinds/file.js';
import { displayName } from './display-name.js';
import type { FileContext, FileDesk } from './file-desk.js';
import { chosenFiles, refusalsId } from './file-list.js';

/** What is drawn of a field's files: those chosen, those refused, and the ways to give one. */
export function deskView(desk: FileDesk, context: FileContext): TemplateResult {
  const { answer, field } = context;
  const isWriting = isWritten(answer);
  const files = isWriting ? [] : answer;
  // The one source that there is: nothing to go over to.
  const onlyText =
    desk.takesDevice && !field.sources.includes('device') && field.sources.includes('text') && files.length === 0;
  return html`
    ${chosenFiles(files, desk, context)} ${refusals(desk, context)}
    ${isWriting || onlyText ? writing(desk, context, onlyText) : choosing(files, desk, context)}
    ${desk.clouds?.note()}
  `;
}

/** Until it is there what says why, what is accepted says enough. */
function refusals({ refusals: all, examination }: FileDesk, context: FileContext): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div part="field-error" class="error refusals" id=${refusalsId(context)}>
    ${examination?.refusedFiles(all, context) ?? context.form.fileTerms.accepted(context.field)}
  </div>`;
}

function choosing(files: readonly FileInfo[], desk: FileDesk, context: FileContext): TemplateResult {
  const { field, form, id } = context;
  const terms = form.fileTerms;
  const isFull = field.maxFiles > 1 && files.length >= field.maxFiles;
  const full = isFull ? terms.isFull(files.length) : undefined;
  const { takesDevice } = desk;
  const dropHint = field.maxFiles > 1 ? terms.dropSeveralHere : terms.dropHere;
  return html`
    <div class="file-actions">
      ${takesDevice ? fromDevice(files, desk, context, full) : nothing} ${desk.clouds?.buttons(full, !takesDevice)}
      ${full === undefined ? nothing : html`<p class="hint" id=${`${id}-full`}>${full}</p>`}
      ${takesDevice && full === undefined ? html`<span class="drop-hint" aria-hidden="true">${dropHint}</span>` : nothing}
      ${
        field.sources.includes('text') && files.length === 0
          ? html`<button type="button" class="button button--quiet" @click=${() => desk.write()}>
            ${terms.writeInstead}<span class="visually-hidden">: ${context.label}</span>
          </button>`
          : nothing
      }
    </div>
  `;
}

/** @param full why no file can be added; `undefined` where one can */
function fromDevice(
  files: readonly FileInfo[],
  desk: FileDesk,
  context: FileContext,
  full: string | undefined,
): TemplateResult {
  const { form, id, isInvalid } = context;
  const isFull = full !== undefined;
  return html`<button
      type="button"
      class="button"
      id=${id}
      aria-disabled=${isFull ? 'true' : nothing}
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${describedBy(desk, context, isFull)}
      @click=${(event: Event) => (isFull ? form.announce(full) : openChooser(event, desk))}
    >
      ${chooseWords(files, context)}<span class="visually-hidden">${status(files, context)}</span>
    </button>
    ${chooser(desk, context)} ${isFull ? nothing : camera(desk, context)}`;
}

function chooseWords(files: readonly FileInfo[], { field, form }: FileContext): string {
  const terms = form.fileTerms;
  if (field.maxFiles > 1) return files.length > 0 ? terms.addFiles : terms.chooseFiles;
  return files.length > 0 ? terms.replaceFile : terms.chooseFile;
}

/** What a screen reader says behind the button's own words: the question, and how it stands. */
function status(files: readonly FileInfo[], { form, label }: FileContext): string {
  const { fileTerms: terms } = form;
  const [first] = files;
  const chosen =
    first === undefined
      ? terms.noFileChosen
      : files.length > 1
        ? terms.chosen(files.length)
        : terms.added(displayName(first.name));
  return `: ${label}, ${chosen}`;
}

/** The native control stays unseen: what it says of "no file" is in the browser's language, and speech input fails on it. */
function chooser(desk: FileDesk, { field, wireName }: FileContext): TemplateResult {
  return html`<input
    type="file"
    hidden
    name=${`f-${wireName}`}
    aria-hidden="true"
    tabindex="-1"
    accept=${acceptsAnyType(field.accept) ? nothing : acceptAttribute(field)}
    ?multiple=${field.maxFiles > 1}
    @change=${(event: Event) => takeChosen(event, desk)}
  />`;
}

/** For a phone, where pictures are accepted: straight to the camera. Shown where there is no mouse; see the styles. */
function camera(desk: FileDesk, { field, form, label }: FileContext): TemplateResult | typeof nothing {
  if (!isAccepted({ name: '', type: 'image/jpeg' }, field.accept)) return nothing;
  return html`<span class="camera">
    <button type="button" class="button" @click=${(event: Event) => openChooser(event, desk)}>
      ${form.fileTerms.takePhoto}<span class="visually-hidden">: ${label}</span>
    </button>
    <input
      type="file"
      hidden
      aria-hidden="true"
      tabindex="-1"
      accept="image/jpeg"
      capture="environment"
      @change=${(event: Event) => takeChosen(event, desk)}
    />
  </span>`;
}

function writing(desk: FileDesk, context: FileContext, onlyText: boolean): TemplateResult {
  const { field, form, id, wireName, label, isInvalid, answer } = context;
  const words = form.fileTerms.writtenLabel(label);
  return html`
    <label class="label label--part" for=${id}>${words}</label>
    <textarea
      part="control"
      class="control control--long"
      id=${id}
      name=${`f-${wireName}-text`}
      rows="6"
      autocomplete="off"
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${describedBy(desk, context, false)}
      .value=${live(isWritten(answer) ? answer.text : '')}
      @input=${(event: Event) => desk.keep((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${
      onlyText
        ? nothing
        : html`<div class="file-actions">
          <button type="button" class="button button--quiet" @click=${() => desk.leaveWriting()}>
            ${form.fileTerms.chooseInstead}<span class="visually-hidden">: ${label}</span>
          </button>
        </div>`
    }
  `;
}

function describedBy({ refusals }: FileDesk, context: FileContext, isFull: boolean): string | typeof nothing {
  const ids = [
    ...(context.describedBy === nothing ? [] : [String(context.describedBy)]),
    ...(refusals.length > 0 ? [refusalsId(context)] : []),
    ...(isFull ? [`${context.id}-full`] : []),
  ];
  return ids.join(' ') || nothing;
}

/** As HTML writes it: extensions with a dot, in front of types, which some systems do not know. */
function acceptAttribute({ accept }: FileField): string {
  return accept
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => (each.includes('/') || each.startsWith('.') ? each : `.${each}`))
    .join(',');
}

function openChooser({ currentTarget }: Event, desk: FileDesk): void {
  desk.prepare();
  (currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
}

function takeChosen({ target }: Event, desk: FileDesk): void {
  const input = target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // Emptied, so that choosing the same file again is a change, too.
  input.value = '';
  void desk.take(files);
}
