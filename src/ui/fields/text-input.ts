import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../posting/field-kind.js';
import { autocompleteOf } from './autocomplete.js';
import type { FieldContext, FieldView } from './field-view.js';

interface InputTraits {
  readonly type?: string;
  readonly inputMode?: string | undefined;
  readonly spellcheck?: 'false';
  readonly isShort?: boolean;
}

/** One line of text in a native control; the answer is what was typed. */
export function textInput(context: FieldContext<Field, string>, traits: InputTraits = {}): TemplateResult {
  const { field, wireName, id, answer, describedBy, isInvalid } = context;
  const { type = 'text', inputMode, spellcheck, isShort } = traits;
  return html`<input
    part="control"
    class=${isShort ? 'control control--short' : 'control'}
    id=${id}
    name=${`f-${wireName}`}
    type=${type}
    inputmode=${inputMode ?? nothing}
    spellcheck=${spellcheck ?? nothing}
    autocapitalize=${spellcheck ? 'off' : nothing}
    autocomplete=${autocompleteOf(field, wireName)}
    aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${isInvalid ? 'true' : nothing}
    aria-describedby=${describedBy}
    .value=${live(answer)}
    @input=${(event: Event) => context.answerWith(valueOf(event))}
    @change=${(event: Event) => takeLate(event, context)}
  />`;
}

export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}

/** Autofill and some password managers tell a change without an input. */
export function takeLate(event: Event, { answer, answerWith }: FieldContext<Field, string>): void {
  const value = valueOf(event);
  if (value !== answer) answerWith(value);
}

/** A view with one such control. */
export function textInputView<F extends Field>(traitsOf: (field: F) => InputTraits): FieldView<F, string> {
  return {
    frame: () => 'label',
    control: (context) => textInput(context, traitsOf(context.field)),
  };
}
