import type { Field } from '../../posting/field-kind.js';

export interface FocusLoss {
  readonly form: HTMLElement;
  /** The field that the lost control belonged to. */
  readonly field: Field | undefined;
  /** What was around it, from the nearest to the form. */
  readonly around: readonly Element[];
}

/** Draws, and tells where the drawing took away the control of a form that had the focus. */
export function watchFocus(
  form: HTMLElement,
  draw: () => void,
  onLost: (lost: Element, around: readonly Element[]) => void,
): void {
  const active = (form.getRootNode() as Document | ShadowRoot).activeElement;
  const around: Element[] = [];
  for (let each = active; each && each !== form; each = each.parentElement) if (each !== active) around.push(each);
  const had = form.contains(active);
  draw();
  if (had && active && isGone(active, form)) onLost(active, [...around, form]);
}

export function isGone(control: Element, form: HTMLElement): boolean {
  return !form.contains(control) || control.closest('[hidden]') !== null;
}
