import { html, type TemplateResult } from 'lit';
import type { LocationAnswer, LocationField } from '../../posting/kinds/location.js';
import type { FieldContext, FieldView, FormContext } from './field-view.js';
import { lazyView, type Draw } from './lazy-view.js';
import { textInput } from './text-input.js';

type Context = FieldContext<LocationField, LocationAnswer>;

/** A place, as text; with suggestions where the posting names a trusted address that has some. */
export const locationView: FieldView<LocationField, LocationAnswer> = {
  frame: () => 'label',
  control(context) {
    const { field, form } = context;
    if (field.suggest === undefined) return plainText(context);
    if (!form.trustedUrl(field.suggest)) {
      warnOfDistrust(field.suggest, form);
      return plainText(context);
    }
    return html`${lazyView(context, { load: loadCombobox, fallback: plainText })}`;
  },
};

/** Tells the page's author, once for each address. */
function warnOfDistrust(suggest: string, { told }: FormContext): void {
  if (told.has(suggest)) return;
  told.add(suggest);
  console.warn(
    `<job-application>: nothing is asked of "suggest" (${suggest}), which is not on the origin of the page or of "src"; to allow it, name its origin in the attribute "trusted-origins".`,
  );
}

async function loadCombobox(): Promise<Draw<Context>> {
  const { locationCombobox } = await import('../combobox/location-combobox.js');
  return locationCombobox;
}

/** Another text is another place, whose coordinates are not known. */
function plainText(context: Context): TemplateResult {
  return textInput({
    ...context,
    answer: context.answer.text,
    latest: () => context.latest().text,
    answerWith: (text) => context.answerWith({ text }),
  });
}
