import { render } from 'lit';
import type { FileInfo } from '../../posting/field-kind.js';
import { isAccepted, isWritten, judgeFile, type FileAnswer, type FileField } from '../../posting/kinds/file.js';
import type { RefusalCode } from '../../localization/refusal-terms.js';
import type { FieldContext } from '../fields/field-view.js';
import { keepFocus } from '../form/keep-focus.js';
import type { CloudDesk } from './clouds/cloud-desk.js';
import { copyFile } from './copy-file.js';
import { deskView } from './desk-view.js';
import { displayName } from './display-name.js';
import { DropZone, type Drag } from './drop-zone.js';
import { removeId } from './file-list.js';
import { filesOf, FileOutcomes } from './file-outcomes.js';
import type * as examination from './examination.js';
import { readPasted } from './pasted.js';

export type FileContext = FieldContext<FileField, FileAnswer>;

export interface Refusal {
  readonly file: FileInfo;
  readonly code: RefusalCode;
}

/**
 * One field's files on their way to the answer and out of it, and what is told of them; it draws itself into its
 * element. A file is in the answer from the moment it is chosen, so that an application sent at once has it; it is taken
 * back if it proves to be something else.
 */
export class FileDesk {
  /** Of a field that asks for services, once what knows of them is loaded. */
  clouds: CloudDesk | undefined;
  #isLoading = false;
  readonly #element: HTMLElement;
  #context: FileContext;
  /** The answer as it was last seen or given here; another one comes from elsewhere. */
  #seen: FileAnswer;
  #refusals: readonly Refusal[] = [];
  /** Files whose bytes are still being looked at. */
  readonly #unread = new Set<FileInfo>();
  readonly #notes = new WeakMap<FileInfo, examination.FileNote>();
  readonly #outcomes = new FileOutcomes();
  /** What was written before files took its place. */
  #written = '';
  #examining: Promise<typeof examination | undefined> | undefined;
  #examination: typeof examination | undefined;

  constructor(element: HTMLElement, context: FileContext) {
    this.#element = element;
    this.#context = context;
    this.#seen = context.answer;
    if (asksForCloud(context.field.sources)) void this.#loadClouds();
    element.addEventListener('paste', (event) => this.#onPaste(event));
    new DropZone(element, { show: (drag) => this.#showDrag(drag), take: (files) => this.#onDrop(files) });
  }

  /** Draws the field as it stands now. */
  draw(context: FileContext): void {
    if (context.answer !== this.#seen) {
      // Filled in or blanked by the page: what was told of other files is over.
      this.#refusals = [];
      this.#written = '';
    }
    this.#context = context;
    this.#seen = context.answer;
    this.#draw();
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  isUnread(file: FileInfo): boolean {
    return this.#unread.has(file);
  }

  noteOn(file: FileInfo): examination.FileNote | undefined {
    return this.#notes.get(file);
  }

  /** What looks at the bytes and says why a file is refused, once it is loaded. */
  get examination(): typeof examination | undefined {
    return this.#examination;
  }

  /** Those without one are offered it where else there would be no way to give a file. */
  get takesDevice(): boolean {
    return this.#context.field.sources.includes('device') || !(this.#isLoading || this.clouds?.isOffered);
  }

  /** Loads that, while the applicant is still choosing. */
  prepare(): void {
    void this.#examine();
  }

  /**
   * Takes those that fit, in place of one that a field for one file has, and tells which not and why.
   * @param refused files that were refused before they were here
   * @param focusOn id of the control that gets the focus; empty where the focus stays where it is
   * @param added files of the same choice that were taken before
   */
  async take(
    files: readonly File[],
    refused: readonly Refusal[] = [],
    focusOn = this.#context.id,
    added: readonly File[] = [],
  ): Promise<void> {
    const { field, focus } = this.#context;
    if (files.length + refused.length === 0) return;
    const before = this.#latest;
    const kept = field.maxFiles === 1 ? [] : filesOf(before);
    const sound = files.filter((file) => !soundness(file, field));
    const taken = sound.slice(0, Math.max(0, field.maxFiles - kept.length));
    const unfit = files
      .filter((file) => !taken.includes(file))
      .map((file): Refusal => ({ file, code: soundness(file, field) ?? 'too-many-files' }));
    this.#refusals = [...refused, ...unfit];
    if (taken.length > 0) {
      if (isWritten(before)) this.#written = before.text;
      taken.forEach((file) => this.#unread.add(file));
      this.#answer([...kept, ...taken]);
    } else {
      this.#draw();
    }
    if (focusOn) focus(focusOn);
    const areAdded = await Promise.all(taken.map((file) => this.#read(file, before)));
    const told = [...added, ...taken.filter((_, index) => areAdded[index])];
    const surplus = sound.filter((file) => !taken.includes(file));
    const others = this.#refusals.filter(({ file }) => !surplus.includes(file as File));
    // A place that a bad file has left is for one that found none.
    if (surplus.length > 0 && areAdded.includes(false) && others.length < this.#refusals.length) {
      return this.take(surplus, others, '', told);
    }
    if (this.#refusals.length > 0) {
      await this.#examine();
      this.#draw();
    }
    this.#announce(told);
  }

  remove(file: FileInfo): void {
    const { form, id, focus } = this.#context;
    const files = filesOf(this.#latest);
    const left = files.filter((each) => each !== file);
    const next = Math.min(files.indexOf(file), left.length - 1);
    // There is room again, and what was said of the last choice has been heard.
    this.#refusals = [];
    this.#answer(left);
    form.announce(form.fileTerms.removed(displayName(file.name)));
    focus(next < 0 ? id : removeId(id, next));
  }

  /** Lets a text be written in place of a file; what was there before comes back. */
  write(text = this.#written): void {
    this.#refusals = [];
    this.#answer({ text });
    this.#context.focus(this.#context.id);
  }

  /** Takes what is written as it stands. */
  keep(text: string): void {
    this.#answer({ text });
  }

  /** Back from writing to choosing. */
  leaveWriting(): void {
    const latest = this.#latest;
    this.#refusals = [];
    this.#answer([]);
    this.#written = isWritten(latest) ? latest.text : '';
    this.#context.focus(this.#context.id);
  }

  /**
   * Copies a file and looks at its bytes.
   * @param before the answer without it
   * @returns whether it is part of the answer in the end; the applicant may have removed it meanwhile
   */
  async #read(file: File, before: FileAnswer): Promise<boolean> {
    let current = file;
    try {
      // Without it, a file counts as what it is called: its receiver looks at it in any case.
      const reading = this.#examine();
      current = await copyFile(file, reading);
      this.#outcomes.keep(file, current);
      this.#unread.add(current);
      if (this.#has(file)) this.#answer(filesOf(this.#latest).map((each) => (each === file ? current : each)));
      const found = await (await reading)?.inspectFile(current, this.#context.field.accept);
      if (found?.note) this.#notes.set(current, found.note);
      if (found?.isGenuine === false) this.#takeBack(current, 'file-contents', before);
    } catch (error) {
      // What reading a file throws; anything else is a fault of ours.
      if (!(error instanceof DOMException)) throw error;
      this.#takeBack(current, 'file-unreadable', before);
    }
    this.#unread.delete(file);
    this.#unread.delete(current);
    this.#draw();
    return this.#has(current);
  }

  /** Asked for again with the next file, where it does not arrive. */
  #examine(): Promise<typeof examination | undefined> {
    this.#examining ??= import('./examination.js').then(
      (loaded) => (this.#examination = loaded),
      () => (this.#examining = undefined),
    );
    return this.#examining;
  }

  async #loadClouds(): Promise<void> {
    this.#isLoading = true;
    const chunk = await import('./clouds/cloud-desk.js').catch(() => undefined); // offline: the other ways are there
    this.#isLoading = false;
    this.clouds = chunk && new chunk.CloudDesk(this, this.#element, () => this.#context);
    this.#draw();
  }

  /** What it took the place of comes back, as it has proved to be meanwhile. */
  #takeBack(file: FileInfo, code: RefusalCode, before: FileAnswer): void {
    this.#outcomes.takeBack(file, before);
    if (!this.#has(file)) return;
    this.#refusals = [...this.#refusals, { file, code }];
    const left = filesOf(this.#latest).filter((each) => each !== file);
    const isReplacement = this.#context.field.maxFiles === 1 || isWritten(before);
    this.#answer(left.length === 0 && isReplacement ? this.#outcomes.revise(before) : left);
  }

  #has(file: FileInfo): boolean {
    return filesOf(this.#latest).includes(file);
  }

  get #latest(): FileAnswer {
    return this.#context.latest();
  }

  #answer(answer: FileAnswer): void {
    this.#seen = answer;
    this.#context.answerWith(answer);
  }

  #draw(): void {
    keepFocus(this.#element, () => render(deskView(this, this.#context), this.#element));
  }

  #showDrag(given: Drag): void {
    const drag = this.takesDevice ? given : 'none';
    const was = this.#element.dataset['drag'];
    if (drag === 'none') delete this.#element.dataset['drag'];
    else this.#element.dataset['drag'] = drag;
    if (drag !== 'none') this.prepare();
    if (drag !== 'zone' && was !== 'zone') return;
    const tell = (loaded?: typeof examination): void =>
      loaded && this.#context.form.announce(loaded.zoneSaid(drag === 'zone', this.#context));
    void this.#examine().then(tell);
  }

  /** The zone is not left with the pointer, so that nothing is said of it. */
  #onDrop(files: readonly File[]): void {
    delete this.#element.dataset['drag'];
    if (this.takesDevice) void this.take(files);
  }

  #announce(added: readonly FileInfo[]): void {
    const { form, field } = this.#context;
    const names = added.map(({ name }) => form.fileTerms.added(displayName(name)));
    const refused =
      this.#refusals.length === 0
        ? []
        : (this.#examination?.refusalSentences(this.#refusals, this.#context) ?? [form.fileTerms.accepted(field)]);
    const told = [names.join(', '), refused.join(' ')].filter(Boolean).join('. ');
    if (told) form.announce(told);
  }

  #onPaste(event: ClipboardEvent): void {
    const { field } = this.#context;
    const isInText = isWritten(this.#latest);
    const pasted = readPasted(event, (file) => isAccepted(file, field.accept));
    if (!pasted || (isInText && 'text' in pasted)) return;
    if ('files' in pasted) {
      if (!this.takesDevice) return;
      void this.take(pasted.files);
    } else if (field.sources.includes('text') && filesOf(this.#latest).length === 0) this.write(pasted.text);
    else return;
    event.preventDefault();
  }
}

function asksForCloud(sources: readonly string[]): boolean {
  return sources.some((each) => each !== 'device' && each !== 'text');
}

/** Why a file is not taken, by what is known of it unread. */
function soundness(file: FileInfo, field: FileField): RefusalCode | undefined {
  return judgeFile(file, 0, field)[0]?.code as RefusalCode | undefined;
}
