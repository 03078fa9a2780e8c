import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { FileDesk, type FileContext } from './file-desk.js';

class FileDeskDirective extends Directive {
  #desk: FileDesk | undefined;

  override update({ element }: ElementPart, [context]: [FileContext]): unknown {
    this.#desk ??= new FileDesk(element as HTMLElement, context);
    this.#desk.draw(context);
    return noChange;
  }

  /** Never called in a browser; the files of a field are not drawn anywhere else. */
  render(_context: FileContext): unknown {
    return noChange;
  }
}

/** Keeps one desk for the element that it is put on, as long as there is that element. */
export const fileDesk = directive(FileDeskDirective);
