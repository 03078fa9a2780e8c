import type { FormStore } from '../../form/form-store.js';
import { namesIn } from '../../posting/condition.js';
import type { Field } from '../../posting/field-kind.js';
import { fieldId } from './control-id.js';
import { controlIn } from './focus-control.js';

/** @param fieldAround the field whose element a node is in */
export type HoldFocus = (form: HTMLElement, draw: () => void, fieldAround: (node: Node) => Field | undefined) => void;

/**
 * Draws, and where the drawing takes away what has the focus, puts it near: on the question that what was lost hangs on,
 * else on the first control of what is left around it. Without this the focus would fall to the page, and whoever works
 * by keyboard or listens would begin at its top again.
 */
export function holdFocus(store: FormStore, ...[form, draw, fieldAround]: Parameters<HoldFocus>): void {
  const root = form.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  if (!active || !form.contains(active)) return draw();
  const around = ancestors(active, form);
  draw();
  const isThere = form.contains(active) && !active.closest('[hidden]');
  // A drawing may have moved it on already.
  if (isThere || (root.activeElement !== active && form.contains(root.activeElement))) return;
  const id = controllerOf(fieldAround(active), store);
  const led = id === undefined ? null : form.querySelector(`#${CSS.escape(id)}`);
  for (const place of [...(led ? [led] : []), ...around]) {
    if (!form.contains(place) || place.closest('[hidden]')) continue;
    const control = controlIn(place);
    if (!control) continue;
    control.focus();
    return;
  }
}

/** Id of the question that a field hangs on which is not shown any more. */
function controllerOf(field: Field | undefined, { plan, state }: FormStore): string | undefined {
  if (!field || state.scope.isShown(field)) return undefined;
  const controller = [field.showIf, plan.byField.get(field)?.section.showIf]
    .flatMap(namesIn)
    .map((name) => plan.owners.get(name))
    .find((each) => each && state.scope.isShown(each));
  const place = controller && plan.byField.get(controller)?.index;
  return place === undefined ? undefined : fieldId(place);
}

/** From the nearest to the form itself. */
function ancestors(node: Element, form: Element): Element[] {
  const all: Element[] = [];
  for (let each = node.parentElement; each && each !== form; each = each.parentElement) all.push(each);
  return [...all, form];
}
