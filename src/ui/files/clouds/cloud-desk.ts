import { nothing, type TemplateResult } from 'lit';
import type { FileAnswer } from '../../../posting/kinds/file.js';
import type { FileContext, FileDesk } from '../file-desk.js';
import { cloudButtons, cloudNote } from './cloud-buttons.js';
import { cloudKeysOf, cloudsOf, warnOfMissingKeys, type Cloud } from './cloud-keys.js';

/** What is told of a service: that it is being waited for, or that it has failed. */
export interface CloudNote {
  readonly text: string;
  readonly isError: boolean;
}

/** The services of one field. What speaks with them comes with the first press of one of their buttons. */
export class CloudDesk {
  readonly desk: FileDesk;
  /** Where the field's files are drawn. */
  readonly element: HTMLElement;
  readonly context: () => FileContext;
  #note: CloudNote | undefined;
  /** The answer that it was told beside: with another one, it is over. */
  #beside: FileAnswer | undefined;

  /** @param context of the field as it was last drawn */
  constructor(desk: FileDesk, element: HTMLElement, context: () => FileContext) {
    this.desk = desk;
    this.element = element;
    this.context = context;
    const { field, form } = context();
    warnOfMissingKeys(field.sources, form);
  }

  get isOffered(): boolean {
    return this.#offered.length > 0;
  }

  /**
   * @param full why no file can be added; `undefined` where one can
   * @param isAlone without the device beside it, the first is what an error leads to
   */
  buttons(full: string | undefined, isAlone: boolean): readonly TemplateResult[] {
    return cloudButtons({ clouds: this.#offered, desk: this, full, isAlone }, this.context());
  }

  note(): TemplateResult | typeof nothing {
    return this.#note && this.#beside === this.context().latest() ? cloudNote(this.#note) : nothing;
  }

  /** @param buttonId where the focus returns to */
  async pick(cloud: Cloud, buttonId: string): Promise<void> {
    const chunk = await import('./take-from-cloud.js').catch(() => undefined);
    if (chunk) return chunk.takeFromCloud(cloud, buttonId, this);
    this.tell({ text: this.context().form.terms.offline, isError: true });
  }

  /** Shows it and says it. */
  tell(note: CloudNote): void {
    this.context().form.announce(note.text);
    this.show(note);
  }

  show(note: CloudNote | undefined): void {
    this.#note = note;
    this.#beside = this.context().latest();
    this.desk.draw(this.context());
  }

  /** Those that the field asks for and the page has keys for. */
  get #offered(): readonly Cloud[] {
    const { field, form } = this.context();
    return cloudsOf(field, cloudKeysOf(form.page));
  }
}
