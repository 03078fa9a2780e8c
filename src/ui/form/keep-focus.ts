/** Draws a place anew. Where the control that has the focus goes with it, the place's main button gets it, not the page. */
export function keepFocus(place: HTMLElement, draw: () => void): void {
  const { activeElement } = place.getRootNode() as Document | ShadowRoot;
  const had = place.contains(activeElement);
  draw();
  if (had && !activeElement?.isConnected) place.querySelector<HTMLElement>('[type=submit]')?.focus();
}
