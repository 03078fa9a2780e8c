import { html } from 'lit';
import { phoneReading } from '../../localization/reading-terms.js';
import type { TelField } from '../../posting/kinds/tel.js';
import type { FieldContext, FieldView } from './field-view.js';
import type * as phoneReader from './read-phone.js';
import { readingNote } from './reading-note.js';
import { notedInput, textInput } from './text-input.js';

type Context = FieldContext<TelField, string>;

const traits = { type: 'tel', spellcheck: 'false' } as const;

/** Kept as it is typed: no mask, no groups made. Its E.164 form stands beside it under a name of its own, if asked for. */
export const telView: FieldView<TelField, string> = {
  frame: () => 'label',
  control: (context) =>
    context.field.e164Name === undefined
      ? textInput(context, traits)
      : html`${notedInput(context, { ...traits, onFocus: () => void loadReader() })}
        ${readingNote(context, (answer) => readBeside(answer, context))}`,
};

/** The numbering plans weigh more than the form, so they are fetched once somebody is about to type a number. */
async function loadReader(): Promise<typeof phoneReader | undefined> {
  try {
    return await import('./read-phone.js');
  } catch {
    return undefined; // offline, say: asked for again with the next key; the number itself is sent as it was typed
  }
}

/** Writes the E.164 form beside the answer, and says which country a number without a code is taken for. */
function readBeside(answer: string, context: Context): Promise<string | undefined> | undefined {
  const isBlank = answer.trim() === '';
  if (!isBlank) return loadReader().then((reader) => takeReading(answer, reader, context));
  // Not while the field is being drawn.
  return context.beside(context.field.e164Name!) === ''
    ? undefined
    : Promise.resolve().then(() => takeReading(answer, undefined, context));
}

function takeReading(
  answer: string,
  reader: Awaited<ReturnType<typeof loadReader>>,
  { field, form, latest, beside, answerBeside }: Context,
): string | undefined {
  if (latest() !== answer) return undefined;
  const reading = reader?.readPhone(answer, field.country ?? form.country);
  const name = field.e164Name!;
  const e164 = reading?.e164 ?? '';
  if (beside(name) !== e164) answerBeside(name, e164);
  const hasCode = /^\P{Nd}*[+＋]/u.test(answer);
  return reading?.country === undefined || hasCode
    ? undefined
    : phoneReading(reading.international, reading.country, form.translator);
}
