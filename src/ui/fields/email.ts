import { html } from 'lit';
import type { EmailField } from '../../posting/kinds/email.js';
import type { FieldContext, FieldView } from './field-view.js';
import { readingNote } from './reading-note.js';
import { notedInput } from './text-input.js';

/**
 * Not `type=email`: that one takes spaces away from what was typed before we see it. The keyboard comes from
 * `inputmode`, and autofill from the token.
 */
export const emailView: FieldView<EmailField, string> = {
  frame: () => 'label',
  control: (context) => html`${notedInput(context, { inputMode: 'email', spellcheck: 'false' })}
  ${readingNote(context, (answer) => (answer.includes('@') ? suggestion(answer, context) : undefined))}`,
};

async function suggestion(answer: string, { form }: FieldContext<EmailField, string>): Promise<string | undefined> {
  try {
    const { suggestEmail } = await import('./suggest-email.js');
    return suggestEmail(answer, form.translator);
  } catch {
    return undefined; // offline, say: the hint is a kindness, nothing depends on it
  }
}
