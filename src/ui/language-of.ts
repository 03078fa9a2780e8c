/**
 * The language of an element: its own `lang`, else the nearest around it, shadow roots included, else the browser's.
 */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang')?.trim() : undefined;
    if (lang) return lang;
  }
  return navigator.language || 'en';
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
}
