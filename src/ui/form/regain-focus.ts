import type { FormStore } from '../../form/form-store.js';
import { namesIn } from '../../posting/condition.js';
import type { Field } from '../../posting/field-kind.js';
import { fieldId } from './control-id.js';
import { controlIn } from './focus-control.js';
import { isGone, type FocusLoss } from './focus-loss.js';

/**
 * Puts the focus near the control that has gone with it: on the question that it hung on, else on the first control of
 * what is left around it. Without this it would fall to the page, and whoever works by keyboard or listens would begin at
 * its top again. Where it has been moved on meanwhile, it stays there.
 */
export function regainFocus(store: FormStore, { form, field, around }: FocusLoss): void {
  const { activeElement } = form.getRootNode() as Document | ShadowRoot;
  if (activeElement && !isGone(activeElement, form)) return;
  const id = controllerOf(field, store);
  const led = id === undefined ? null : form.querySelector(`#${CSS.escape(id)}`);
  const control = [...(led ? [led] : []), ...around]
    .filter((place) => !isGone(place, form))
    .map(controlIn)
    .find((found) => found !== null);
  control?.focus();
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
