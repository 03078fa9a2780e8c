/** A list is closed, or open with an option marked by the arrow keys; `-1` where none is. */
export type ListState = { readonly status: 'closed' } | { readonly status: 'open'; readonly active: number };

/**
 * What a key does: `stay` keeps the key from the form and the page and does nothing more; `undefined` leaves it to the
 * browser, which moves the caret with Home and End, submits with Enter and goes on with Tab.
 */
export type ListAct =
  { readonly act: 'open' | 'close' | 'take' | 'stay' } | { readonly act: 'mark'; readonly active: number } | undefined;

const page = 10;

/**
 * The keys of an editable combobox (ARIA Authoring Practices Guide, combobox pattern).
 * @param count of options in the list
 */
export function actOf(
  { key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>,
  state: ListState,
  count: number,
): ListAct {
  const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
  if (state.status === 'closed') return isArrow && !(altKey && key === 'ArrowUp') ? { act: 'open' } : undefined;
  const { active } = state;
  const mark = (to: number): ListAct => (count === 0 ? { act: 'stay' } : { act: 'mark', active: to });
  const last = count - 1;
  switch (key) {
    case 'Escape':
      return { act: 'close' };
    case 'Enter':
      return { act: active >= 0 || count === 1 ? 'take' : 'stay' };
    case 'ArrowDown':
      return altKey ? { act: 'stay' } : mark(active >= last ? 0 : active + 1);
    case 'ArrowUp':
      return altKey ? { act: 'close' } : mark(active <= 0 ? last : active - 1);
    case 'PageDown':
      return mark(Math.min(last, Math.max(active, 0) + page));
    case 'PageUp':
      return mark(Math.max(0, active - page));
    case 'Home':
    case 'End':
      // The caret moves; the arrow keys begin anew.
      return undefined;
    default:
      return undefined;
  }
}
