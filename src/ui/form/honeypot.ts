/**
 * A control that no person meets: programs fill in what they find; people, keyboards, screen readers and autofill do not
 * come here. What stands in it is a hint for the endpoint, nothing more. It comes inside an element that hides it.
 */
export function createHoneypot(): HTMLInputElement {
  const trap = document.createElement('div');
  trap.className = 'visually-hidden';
  trap.inert = true;
  trap.setAttribute('aria-hidden', 'true');
  const input = document.createElement('input');
  input.name = 'f-contact-reason';
  input.tabIndex = -1;
  input.autocomplete = 'off';
  trap.append(input);
  return input;
}
