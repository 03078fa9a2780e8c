import { safeHref } from '../posting/safe-href.js';
import { parse } from './sanitizer.js';

export interface CleaningOptions {
  /** Absolute: what relative URLs start from. */
  readonly baseUrl: string;
  /** Whether an image may be loaded from an absolute URL. */
  readonly isTrustedUrl: (url: string) => boolean;
  /** Level of the highest headings, 1 to 6; the others keep their distance, as far as there are levels. */
  readonly headingLevel: number;
  /** Said after a link that opens in a new tab, and its language. */
  readonly newTabNote: { readonly text: string; readonly lang: string };
}

/** Before every id and every link within the text, so that none can pass for one of ours or of the page. */
export const idPrefix = 'content-';

/** Turns any HTML into nodes that can do nothing to the page around them but link away. They belong to no window yet. */
export function cleanHtml(html: string, options: CleaningOptions): DocumentFragment {
  const fragment = parse(html);
  for (const link of fragment.querySelectorAll('a')) cleanLink(link, options);
  for (const image of fragment.querySelectorAll('img')) cleanImage(image, options);
  for (const idle of fragment.querySelectorAll('[href]:not(a), [src]:not(img)')) removeAddress(idle);
  for (const named of fragment.querySelectorAll('[name]')) named.removeAttribute('name');
  for (const target of fragment.querySelectorAll('[id]')) target.id = idPrefix + target.id;
  limitSpans(fragment);
  for (const table of fragment.querySelectorAll('table')) makeScrollable(table);
  renumberHeadings(fragment, options.headingLevel);
  return fragment;
}

function cleanLink(link: HTMLAnchorElement, { baseUrl, newTabNote }: CleaningOptions): void {
  // Older HTML names a place to link to so.
  if (link.id === '' && link.name !== '') link.id = link.name;
  const href = link.getAttribute('href')?.trim();
  link.removeAttribute('href');
  if (href?.startsWith('#')) {
    if (href.length > 1) link.setAttribute('href', `#${idPrefix}${decode(href.slice(1))}`);
    return;
  }
  const safe = safeHref(href, baseUrl);
  if (safe === undefined) return;
  link.setAttribute('href', safe);
  if (!/^https?:/.test(safe)) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const note = link.ownerDocument.createElement('span');
  note.className = 'visually-hidden';
  note.lang = newTabNote.lang;
  note.textContent = ` ${newTabNote.text}`;
  link.append(note);
}

/** An image from elsewhere would tell its server who reads: its description stands in its place. */
function cleanImage(image: HTMLImageElement, { baseUrl, isTrustedUrl }: CleaningOptions): void {
  const src = safeHref(image.getAttribute('src') ?? undefined, baseUrl);
  if (src === undefined || !/^https?:/.test(src) || !isTrustedUrl(src)) {
    image.replaceWith(image.alt);
    return;
  }
  image.setAttribute('alt', image.alt);
  image.setAttribute('src', src);
  image.setAttribute('loading', 'lazy');
  image.setAttribute('referrerpolicy', 'no-referrer');
}

/** Means nothing there, but no address that was not looked at stays. */
function removeAddress(element: Element): void {
  const stays = element.localName === 'a' ? 'href' : element.localName === 'img' ? 'src' : '';
  for (const name of ['href', 'src']) if (name !== stays) element.removeAttribute(name);
}

/** Of all tables of a text together: a few thousand cells a thousand columns wide each hold up a browser for minutes. */
const mostSpanned = 5_000;

/** A cell that would go beyond them is as wide, and as high, as any other. */
function limitSpans(fragment: DocumentFragment): void {
  let spanned = 0;
  for (const element of fragment.querySelectorAll('[colspan], [rowspan], [span]')) {
    for (const name of ['colspan', 'rowspan', 'span']) {
      const columns = Number.parseInt(element.getAttribute(name) ?? '0', 10);
      spanned += Math.min(1_000, Math.abs(columns) || 0);
      if (spanned > mostSpanned) element.removeAttribute(name);
    }
  }
}

/** A wide table scrolls by itself, with the keyboard too, so that the page need not. */
function makeScrollable(table: HTMLTableElement): void {
  const frame = table.ownerDocument.createElement('div');
  frame.className = 'scroll';
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}

function renumberHeadings(fragment: DocumentFragment, headingLevel: number): void {
  const headings = [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levelOf = (heading: Element) => Number(heading.localName.slice(1));
  const highest = Math.min(...headings.map(levelOf));
  for (const heading of headings) {
    const level = Math.min(6, levelOf(heading) - highest + headingLevel);
    const renumbered = heading.ownerDocument.createElement(`h${level}`);
    for (const { name, value } of heading.attributes) renumbered.setAttribute(name, value);
    renumbered.append(...heading.childNodes);
    heading.replaceWith(renumbered);
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a lone percent sign: the id itself may have one
  }
}
