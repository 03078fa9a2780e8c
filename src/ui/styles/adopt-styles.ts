import type { CSSResult } from 'lit';

/** Adds styles that come with a part of the script, not with the element, to the root that the part is drawn in. */
export function adoptStyles(root: Node | null, { styleSheet }: CSSResult): void {
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
