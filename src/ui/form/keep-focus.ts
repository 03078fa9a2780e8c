/**
 * Draws a place anew. Where the control that has the focus goes with it, the place's main button gets it, not the page;
 * where it only moves, it stays in view.
 */
export function keepFocus(place: HTMLElement, draw: () => unknown): void {
  const { activeElement } = place.getRootNode() as Document | ShadowRoot;
  if (!activeElement || !place.contains(activeElement)) return void draw();
  const { top } = activeElement.getBoundingClientRect();
  draw();
  if (!activeElement.isConnected) place.querySelector<HTMLElement>('[type=submit]')?.focus();
  else if (activeElement.getBoundingClientRect().top !== top) activeElement.scrollIntoView({ block: 'nearest' });
}
