/**
 * Holds back a form that is sent while one of its files is still on its way here: it would go without that file.
 * @param tell called when that happens
 * @returns ends it; given true, the form is sent if somebody meant to
 */
export function holdSubmit(inside: HTMLElement, tell: () => void): (isComplete: boolean) => void {
  const form = inside.closest('form');
  let isMeant = false;
  const hold = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    isMeant = true;
    tell();
  };
  form?.addEventListener('submit', hold, { capture: true });
  return (isComplete) => {
    form?.removeEventListener('submit', hold, { capture: true });
    if (isMeant && isComplete) form?.requestSubmit();
  };
}
