import { html, nothing, type TemplateResult } from 'lit';
import { withoutOptionalMark, withoutRequiredMark } from '../../localization/label-marks.js';
import type { Field } from '../../posting/field-kind.js';
import type { FieldContext, FieldView } from './field-view.js';
import { ownIssues } from './field-view.js';

/** What a field is known by before it is drawn; the frame adds what a control must refer to. */
export type FieldParts = Omit<FieldContext, 'describedBy' | 'isInvalid'>;

/** Draws one field: its label, its description, what is wrong with it, and its control, tied together by ids. */
export function drawField(view: FieldView, given: FieldParts): TemplateResult | typeof nothing {
  const wrong = ownIssues(given).map(given.form.describe);
  const isInvalid = wrong.length > 0;
  // What a rule asks for is its hint until it is what is wrong: not both, one above the other.
  const notes = given.notes.filter((note) => !wrong.includes(note));
  const parts = { ...given, label: labelOf(given), notes };
  const hint = view.hint?.({ ...parts, describedBy: nothing, isInvalid });
  const hints = [...(hint === undefined ? [] : [hint]), ...notes];
  const ids = [
    ...(parts.field.description === undefined ? [] : [`${parts.id}-description`]),
    ...hints.map((_, index) => `${parts.id}-hint-${index}`),
    ...(isInvalid ? [`${parts.id}-error`] : []),
  ];
  const context: FieldContext = { ...parts, isInvalid, describedBy: ids.join(' ') || nothing };
  const { id, field, form, label } = context;

  const lang = form.contentLang ?? nothing;
  const frame = view.frame(context);
  switch (frame) {
    case 'none':
    case 'bare':
      return view.control(context);
    case 'label':
      return html`
        <label part="label" class="label" lang=${lang} for=${id}
          >${label}<span class="required" aria-hidden="true" .textContent=${requiredMark(field)}></span></label
        >${descriptions(context, hints)}${errors(context)}${view.control(context)}
      `;
    case 'group':
    case 'radios':
      // Chromium lays a whole fieldset out anew for every child that comes or goes; below the one child here it does not.
      return html`
        <fieldset
          class="group"
          role=${frame === 'radios' ? 'radiogroup' : nothing}
          aria-required=${frame === 'radios' && field.required ? 'true' : nothing}
          aria-describedby=${context.describedBy}
        >
          <legend part="label" class="label" lang=${lang}
            >${label}<span class="required" aria-hidden="true" .textContent=${requiredMark(field)}></span
            >${
              // Which has no attribute to say it by. The space is no white space of the template, which the build takes away.
              frame === 'group' && field.required
                ? html`<span class="visually-hidden">${` ${form.terms.required}`}</span>`
                : nothing
            }</legend
          ><div>${descriptions(context, hints)}${errors(context)}${view.control(context)}</div>
        </fieldset>
      `;
  }
}

/** The label without the marks that we draw ourselves; one that says more than we would stays. */
function labelOf({ field, form, label }: FieldParts): string {
  if (field.required) return withoutRequiredMark(label);
  const words = withoutOptionalMark(label);
  return words !== label || form.marksOptional(field) ? `${words} ${form.terms.optional}` : label;
}

/** A star that never stands on a line alone, explained above the first field; controls say it by `aria-required`. */
export function requiredMark({ required }: Field): string {
  return required ? '\u00a0*' : '';
}

/** What stands between a label and its control, each with the id that the control refers to. */
export function descriptions({ id, field, form }: FieldContext, hints: readonly string[]): unknown {
  const all = [
    ...(field.description === undefined
      ? []
      : [html`<div part="hint" class="hint rich" id=${`${id}-description`}>${form.rich(field.description)}</div>`]),
    ...hints.map((hint, index) => html`<p part="hint" class="hint" id=${`${id}-hint-${index}`}>${hint}</p>`),
  ];
  return all.length > 1 ? all : all[0];
}

/** After label and hint, before the control, as GOV.UK does it; the prefix is for those who do not see the colour. */
export function errors(context: FieldContext): TemplateResult | typeof nothing {
  const { id, form } = context;
  // A sentence is missing only while what makes it is being loaded.
  const sentences = ownIssues(context).map(form.describe).filter(Boolean);
  if (sentences.length === 0) return nothing;
  return html`<div part="field-error" class="error" id=${`${id}-error`}>
    ${sentences.map((sentence) => html`<p><span class="visually-hidden">${form.terms.errorPrefix} </span>${sentence}</p>`)}
  </div>`;
}
