/** Text of the child `<script type="application/json">`; `undefined` where there is none. */
export function inlineJson(element: Element): string | undefined {
  const script = [...element.children].find(
    (child) => child.localName === 'script' && child.getAttribute('type') === 'application/json',
  );
  return script?.textContent ?? undefined;
}
