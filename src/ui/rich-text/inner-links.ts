import { idPrefix } from './clean-html.js';

/** As the cleaned text has it; a number follows, so that a text can stand in two places. */
const prefix = new RegExp(`^(#?${idPrefix})`);
/** Once it has that number. */
const numberedPrefix = new RegExp(`^${idPrefix}\\d+-`);

/**
 * Makes links within a text work where it stands.
 * @param copy what is about to stand in the element, cleaned
 * @param place a number that no other copy has
 */
export function linkWithin(copy: DocumentFragment, element: Element, place: number): void {
  const numbered = (name: string) => name.replace(prefix, `$1${place}-`);
  for (const target of copy.querySelectorAll('[id]')) target.id = numbered(target.id);
  for (const link of copy.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', numbered(link.getAttribute('href') ?? ''));
  }
  // Lives and dies with the element, and is there once however often that is filled anew.
  element.addEventListener('click', followLink);
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
  return numberedPrefix.test(one) && one.replace(numberedPrefix, '') === other.replace(numberedPrefix, '');
}

function goTo(target: HTMLElement): void {
  if (!target.matches('a[href]')) {
    target.tabIndex = -1;
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  }
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}
