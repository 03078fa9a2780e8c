const answerable = 'input:not([type=hidden]):not([hidden]), select, textarea';
const focusable = 'input:not([type=hidden]):not([hidden]), select, textarea, button, a[href]';

/**
 * Puts the focus on a control, or on the first one in what has the id. With `label-first` its label is scrolled into
 * view before: else it would be above the edge, and a screen reader would say "edit" and no more (GOV.UK Frontend).
 */
export function focusControl(form: HTMLElement, id: string, order?: 'label-first'): void {
  const found = form.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (found instanceof HTMLSlotElement) {
    const [slotted] = found.assignedElements() as HTMLElement[];
    slotted?.scrollIntoView({ block: 'center' });
    slotted?.focus({ preventScroll: true });
    return;
  }
  const control = found?.matches(focusable)
    ? found
    : (found?.querySelector<HTMLElement>(answerable) ?? found?.querySelector<HTMLElement>(focusable));
  if (!control) return;
  if (order === 'label-first') {
    const group = control.closest('fieldset')?.querySelector('legend');
    const isBox = control.matches('[type=radio], [type=checkbox]');
    const label = form.querySelector(`label[for="${CSS.escape(control.id)}"]`);
    ((isBox ? group : undefined) ?? label ?? group ?? control).scrollIntoView();
  }
  control.focus({ preventScroll: order === 'label-first' });
}
