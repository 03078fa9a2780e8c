import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/** As the cleaned text has it; a number follows, so that a text can stand in two places. */
const prefix = /^(#?content-)/;

class RichContentDirective extends Directive {
  #drawn: DocumentFragment | undefined;

  override render(_cleaned: DocumentFragment, _nextPlace: () => number): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [cleaned, nextPlace]: [DocumentFragment, () => number]): typeof noChange {
    if (cleaned === this.#drawn) return noChange;
    // Both live and die with the element that they stand on.
    if (this.#drawn === undefined) element.addEventListener('click', followLink);
    this.#drawn = cleaned;
    element.replaceChildren(copyFor(nextPlace(), cleaned));
    return noChange;
  }
}

/** Fills the element that it stands on with a copy of the cleaned text, and makes links within the text work there. */
export const richContent = directive(RichContentDirective);

function copyFor(place: number, cleaned: DocumentFragment): DocumentFragment {
  const copy = document.importNode(cleaned, true);
  const numbered = (name: string) => name.replace(prefix, `$1${place}-`);
  for (const target of copy.querySelectorAll('[id]')) target.id = numbered(target.id);
  for (const link of copy.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', numbered(link.getAttribute('href') ?? ''));
  }
  return copy;
}

/**
 * The browser looks for the target of `#…` in the document alone, never in a shadow root, and with a `<base>` in the page
 * it would leave the page. A target in the same text comes first, then one in another text of the same root.
 */
function followLink(event: Event): void {
  const link = (event.target as Element).closest('a[href^="#"]');
  const root = link?.getRootNode();
  if (!link || !(root instanceof Document || root instanceof DocumentFragment)) return;
  event.preventDefault();
  const id = (link.getAttribute('href') ?? '').slice(1);
  const target =
    root.getElementById(id) ?? [...root.querySelectorAll('[id]')].find((other) => isSameName(other.id, id));
  if (target instanceof HTMLElement) goTo(target);
}

function isSameName(one: string, other: string): boolean {
  const place = /^content-\d+-/;
  return place.test(one) && one.replace(place, '') === other.replace(place, '');
}

function goTo(target: HTMLElement): void {
  if (!target.matches('a[href]')) {
    target.tabIndex = -1;
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  }
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}
