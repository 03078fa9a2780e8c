const answerable = ':is(input:not([type=hidden], [hidden]), select, textarea):not([hidden] *)';
const focusable = `${answerable}, :is(button, a[href]):not([hidden] *)`;

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
  // Of several controls, such as the parts of a date, one that is wrong before others.
  const control = found && (found.querySelector<HTMLElement>(`${answerable}[aria-invalid=true]`) ?? controlIn(found));
  if (!control) return;
  if (order === 'label-first') {
    const group = control.closest('fieldset')?.querySelector('legend');
    const isBox = control.matches('[type=radio], [type=checkbox]');
    const label = form.querySelector(`label[for="${CSS.escape(control.id)}"]`);
    ((isBox ? group : undefined) ?? label ?? group ?? control).scrollIntoView();
  }
  control.focus({ preventScroll: order === 'label-first' });
}

/** What takes the focus for an element: itself, or its first control; of radios, the one that is chosen. */
export function controlIn(element: Element): HTMLElement | null {
  const control = element.matches(`${focusable}, [tabindex]`)
    ? (element as HTMLElement)
    : (element.querySelector<HTMLElement>(answerable) ?? element.querySelector<HTMLElement>(focusable));
  const chosen = control?.matches('[type=radio]')
    ? control.closest('[role=radiogroup]')?.querySelector<HTMLElement>(':checked')
    : undefined;
  return chosen ?? control;
}
