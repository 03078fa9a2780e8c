import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/** Called before a copy comes into its element. */
export type Placing = (copy: DocumentFragment, element: Element) => void;

class RichContentDirective extends Directive {
  #drawn: DocumentFragment | undefined;

  override render(_content: DocumentFragment, _placing: Placing | undefined): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [content, placing]: [DocumentFragment, Placing?]): typeof noChange {
    if (content === this.#drawn) return noChange;
    this.#drawn = content;
    const copy = document.importNode(content, true);
    placing?.(copy, element);
    element.replaceChildren(copy);
    return noChange;
  }
}

/** Fills the element that it stands on with a copy of the text. */
export const richContent = directive(RichContentDirective);
