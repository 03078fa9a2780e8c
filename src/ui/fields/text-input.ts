import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../posting/field-kind.js';
import { autocompleteOf } from './autocomplete.js';
import type { FieldContext } from './field-view.js';
import { readingId } from './reading-note.js';

interface InputTraits {
  readonly type?: string;
  readonly inputMode?: string | undefined;
  readonly spellcheck?: 'false';
  readonly isShort?: boolean;
  readonly onFocus?: () => void;
}

/** One line of text in a native control; the answer is what was typed. */
export function textInput(context: FieldContext<Field, string>, traits: InputTraits = {}): TemplateResult {
  const { field, wireName, id, answer, describedBy, isInvalid } = context;
  const { type = 'text', inputMode, spellcheck, isShort, onFocus } = traits;
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
    @focus=${onFocus ?? nothing}
    @input=${(event: Event) => context.answerWith(valueOf(event))}
    @change=${(event: Event) => takeLate(event, context)}
  />`;
}

/** The same, described by the note that stands below it. */
export function notedInput(context: FieldContext<Field, string>, traits: InputTraits): TemplateResult {
  const { describedBy, id } = context;
  return textInput({ ...context, describedBy: joinIds(describedBy, readingId(id)) }, traits);
}

/** For `aria-describedby`: what is there of the two. */
export function joinIds(ids: string | typeof nothing, more: string | undefined): string | typeof nothing {
  return [ids === nothing ? '' : ids, more].filter(Boolean).join(' ') || nothing;
}

export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}

/** Autofill and some password managers tell a change without an input. */
export function takeLate(event: Event, { answer, answerWith }: FieldContext<Field, string>): void {
  const value = valueOf(event);
  if (value !== answer) answerWith(value);
}
