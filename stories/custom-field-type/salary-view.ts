import { html, nothing } from 'lit';
import type { FieldView } from '../../src/index.js';
import { moneyOf, type SalaryField } from './salary-kind.js';

/**
 * A slider with its amount above it. A native one always has a value: until it is moved, pressed or accepted by the space
 * bar, it rests in the middle and counts as not answered, and says so.
 */
export const salaryView: FieldView<SalaryField, number | undefined> = {
  frame: () => 'label',
  control({ field, form, id, wireName, answer, answerWith, describedBy, isInvalid }) {
    const { locale } = form.translator;
    const said = answer === undefined ? form.text(field.unanswered) : moneyOf(answer, field, locale);
    const take = (event: Event): void => answerWith((event.currentTarget as HTMLInputElement).valueAsNumber);
    return html`<div part="salary">
      <output part="salary-amount" for=${id} aria-live="off">${said}</output>
      <input
        part="salary-slider"
        type="range"
        id=${id}
        name=${`f-${wireName}`}
        min=${field.min}
        max=${field.max}
        step=${field.step}
        aria-valuetext=${said}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby=${describedBy}
        .value=${String(answer ?? middleOf(field))}
        @input=${take}
        @click=${take}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          take(event);
        }}
      />
      <span part="salary-ends" aria-hidden="true">
        <span>${moneyOf(field.min, field, locale)}</span><span>${moneyOf(field.max, field, locale)}</span>
      </span>
    </div>`;
  },
};

function middleOf({ min, max, step }: SalaryField): number {
  return min + Math.round((max - min) / 2 / step) * step;
}
