import { html, nothing, noChange, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Field } from '../../posting/field-kind.js';
import type { FieldContext } from './field-view.js';

/** Long enough to have stopped typing. */
const pauseMs = 1000;

type Noted = Pick<FieldContext<Field, string>, 'id' | 'answer'>;
/** What to say of an answer; called at each change of it, and once before, unless it is blank. Must not reject. */
export type Reading = (answer: string) => Promise<string | undefined> | string | undefined;

/** Id of the note, for `aria-describedby`. */
export function readingId(id: string): string {
  return `${id}-reading`;
}

/**
 * What is made of an answer, below its control: seen and said once somebody stops typing or leaves the field, gone with
 * the next key. It never changes what was typed.
 */
class ReadingNote extends AsyncDirective {
  #answer: string | undefined;
  #id = '';
  #found: string | undefined;
  #shown: string | undefined;
  #isSettled = true;
  #pause: ReturnType<typeof setTimeout> | undefined;

  render(_context: Noted, _read: Reading): unknown {
    return noChange;
  }

  override update(part: ChildPart, [{ id, answer }, read]: Parameters<this['render']>): unknown {
    const isFirst = this.#answer === undefined;
    this.#id = id;
    if (isFirst) this.#listen(part);
    if (answer === this.#answer) return this.#template();
    this.#answer = answer;
    this.#found = undefined;
    this.#shown = undefined;
    this.#isSettled = isFirst;
    this.#read(answer, read);
    clearTimeout(this.#pause);
    if (!isFirst) this.#pause = setTimeout(this.#settle, pauseMs);
    return this.#template();
  }

  protected override disconnected(): void {
    clearTimeout(this.#pause);
  }

  /** The control is drawn before what stands after it, into a fragment that is not in the page yet. */
  #listen({ startNode }: ChildPart): void {
    (startNode?.parentNode as ParentNode).querySelector('input')?.addEventListener('change', this.#settle);
  }

  #read(answer: string, read: Reading): void {
    const found = answer === '' ? undefined : read(answer);
    if (!(found instanceof Promise)) {
      this.#found = found;
      if (this.#isSettled) this.#shown = found;
      return;
    }
    void found.then((later) => {
      if (answer !== this.#answer) return;
      this.#found = later;
      if (this.#isSettled) this.#settle();
    });
  }

  readonly #settle = (): void => {
    clearTimeout(this.#pause);
    this.#isSettled = true;
    this.#shown = this.#found;
    if (this.isConnected) this.setValue(this.#template());
  };

  /** There before it says anything, or screen readers would miss it. */
  #template(): TemplateResult {
    return html`<p class="reading" id=${readingId(this.#id)} role="status">${this.#shown ?? nothing}</p>`;
  }
}

export const readingNote = directive(ReadingNote);
