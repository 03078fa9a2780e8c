import { html, nothing, type TemplateResult } from 'lit';
import { dateAim, datePartTerms } from '../../localization/limit-terms.js';
import type { DateField, MonthField } from '../../posting/kinds/date.js';
import { autocompleteOf } from './autocomplete.js';
import { asciiDigits } from './digits.js';
import { ownIssues, type FieldContext, type FieldView } from './field-view.js';
import { keepTyped } from './keep-typed.js';

/** Days and months are configured alike. */
type CalendarField = DateField;

/** Stands for a date that is begun and not whole; the browser does not give the text itself. */
const incomplete = '…';

export const dateView: FieldView<DateField, string> = {
  frame: (context) => (isRemembered(context) ? 'group' : 'label'),
  hint: ({ field, form }) => dateAim(field, isoToday(form.now()), form.translator),
  control: (context) =>
    isRemembered(context) ? calendarParts(context, ['day', 'month', 'year']) : datePicker(context),
};

/** A day that can't lie ahead is one that people know by heart: quicker typed than looked for (GOV.UK, date input). */
function isRemembered({ field, wireName, form }: FieldContext<DateField, string>): boolean {
  const { display = 'auto', max } = field;
  if (display !== 'auto') return display === 'fields';
  const isPast = max === 'today' || (max !== undefined && max < isoToday(form.now()));
  return isPast || autocompleteOf(field, wireName) === 'bday';
}

/** Two plain fields: `type=month` has no picker in Firefox and Safari. */
export const monthView: FieldView<MonthField, string> = {
  frame: () => 'group',
  hint: ({ field, form }) => dateAim(field, isoToday(form.now()).slice(0, 7), form.translator),
  control: (context) => calendarParts(context, ['month', 'year']),
};

function datePicker({
  field,
  form,
  id,
  wireName,
  answer,
  answerWith,
  describedBy,
  isInvalid,
}: FieldContext<DateField, string>): TemplateResult {
  const limit = (iso: string | undefined): string | typeof nothing =>
    iso === 'today' ? isoToday(form.now()) : (iso ?? nothing);
  const read = (control: HTMLInputElement): string => (control.validity.badInput ? incomplete : control.value);
  const take = (event: Event): void => answerWith(read(event.target as HTMLInputElement));
  return html`<input
    part="control"
    class="control control--short"
    id=${id}
    name=${`f-${wireName}`}
    type="date"
    min=${limit(field.min)}
    max=${limit(field.max)}
    autocomplete=${field.autocomplete ?? 'off'}
    aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${isInvalid ? 'true' : nothing}
    aria-describedby=${describedBy}
    .value=${keepTyped(answer, answer, read)}
    @input=${take}
    @change=${take}
    @blur=${take}
  />`;
}

type Unit = 'day' | 'month' | 'year';

/** One plain field for each part, for dates that people remember; nothing is corrected or moved on by itself. */
function calendarParts(context: FieldContext<CalendarField, string>, units: readonly Unit[]): TemplateResult {
  const { form, id, wireName, answer, answerWith, isInvalid, field } = context;
  const [year = '', month = '', day = ''] = answer.split('-');
  const typed: Readonly<Record<Unit, string>> = { day, month, year };
  const take = (unit: Unit, value: string): void => {
    const parts = { ...typed, [unit]: readPart(unit, value, form.translator.locale) };
    const all = units.includes('day') ? [parts.year, parts.month, parts.day] : [parts.year, parts.month];
    answerWith(all.every((part) => part === '') ? '' : all.join('-'));
  };
  const isBirthday = units.includes('day') && autocompleteOf(field, wireName) === 'bday';
  const terms = datePartTerms(form.translator);
  const wrong = isInvalid ? wrongUnits(units, typed, context) : [];
  return html`<div class="date-parts" id=${id}>
    ${inOrder(units, form.translator.locale).map((unit) => {
      const partId = `${id}-${unit}`;
      const read = ({ value }: HTMLInputElement): string => readPart(unit, value, form.translator.locale);
      return html`<div>
        <label class="label label--part" for=${partId}>${terms[unit]}</label>
        <input
          part="control"
          class=${`control control--${unit}`}
          id=${partId}
          name=${`f-${wireName}-${unit}`}
          type="text"
          inputmode="numeric"
          autocomplete=${isBirthday ? `bday-${unit}` : 'off'}
          aria-required=${field.required ? 'true' : nothing}
          aria-invalid=${wrong.includes(unit) ? 'true' : nothing}
          .value=${keepTyped(typed[unit], typed[unit], read)}
          @input=${(event: Event) => take(unit, (event.target as HTMLInputElement).value)}
          @change=${(event: Event) => take(unit, (event.target as HTMLInputElement).value)}
        />
      </div>`;
    })}
  </div>`;
}

const plausible: Readonly<Record<Unit, RegExp>> = {
  day: /^(?:0[1-9]|[12]\d|3[01])$/,
  month: /^(?:0[1-9]|1[0-2])$/,
  year: /^\d{4}$/,
};

/**
 * Which parts to put right: those that are left blank or can't be; of a date that does not exist (31 June), the day; where
 * it is the date as a whole, all of them.
 */
function wrongUnits(
  units: readonly Unit[],
  typed: Readonly<Record<Unit, string>>,
  { issues, wireName }: FieldContext<CalendarField, string>,
): readonly Unit[] {
  const wrong = units.filter((unit) => !plausible[unit].test(typed[unit]));
  if (wrong.length > 0) return wrong;
  return ownIssues({ issues, wireName }).some(({ code }) => code === 'date') ? ['day'] : units;
}

/** As dates are written in the applicant's language: day first in most, year first in some. */
function inOrder(units: readonly Unit[], locale: string): readonly Unit[] {
  const written = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts()
    .map(({ type }) => type);
  return [...units].sort((left, right) => written.indexOf(left) - written.indexOf(right));
}

function isoToday(now: Date): string {
  return `${now.getFullYear()}-${pad(String(now.getMonth() + 1))}-${pad(String(now.getDate()))}`;
}

/** A month may be written out or cut short, in the language of the form. */
function readPart(unit: Unit, value: string, locale: string): string {
  const text = asciiDigits(value.trim());
  if (unit === 'year') return text;
  return pad((unit === 'month' ? monthNamed(text, locale) : undefined) ?? text);
}

/** @returns its number; `undefined` for what is no month's name or could be more than one's */
function monthNamed(text: string, locale: string): string | undefined {
  if (!/^\p{L}{3}/u.test(text)) return undefined;
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const written = text.toLocaleLowerCase(locale).replace(/\.$/, '');
  const found = Array.from({ length: 12 }, (_, month) => month).filter((month) =>
    format(Date.UTC(2000, month)).toLocaleLowerCase(locale).startsWith(written),
  );
  return found.length === 1 ? String(found[0]! + 1) : undefined;
}

function pad(part: string): string {
  return /^\d$/.test(part) ? `0${part}` : part;
}
