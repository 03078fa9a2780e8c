import { html, nothing } from 'lit';
import { numberAim } from '../../localization/limit-terms.js';
import { numberKind, type NumberField } from '../../posting/kinds/number.js';
import { autocompleteOf } from './autocomplete.js';
import { asciiDigits } from './digits.js';
import type { FieldView } from './field-view.js';
import { keepTyped } from './keep-typed.js';
import { joinIds } from './text-input.js';

/**
 * A text control, not `type=number`: that one loses what is no number, scrolls values away and writes decimals in the
 * browser's language, not the form's.
 */
export const numberView: FieldView<NumberField, number | string> = {
  frame: () => 'label',
  hint: ({ field, form }) => numberAim({ ...field, unit: form.text(field.unit) }, form.translator),
  control: ({ field, form, id, wireName, answer, answerWith, describedBy, isInvalid }) => {
    const { locale } = form.translator;
    const currencyId = field.currency === undefined ? undefined : `${id}-currency`;
    const unitId = field.unit === undefined ? undefined : `${id}-unit`;
    const money = field.currency === undefined ? undefined : signOf(field.currency, locale);
    const affixes = [field.currency, money?.sign, form.text(field.unit)];
    const read = ({ value }: HTMLInputElement): number | string =>
      readNumber(withoutAffixes(value, affixes), field, locale) ?? value;
    const take = (event: Event): void => answerWith(read(event.target as HTMLInputElement));
    const sign = html`<span class="affix" id=${currencyId ?? nothing}>${money?.sign}</span>`;
    return html`<div class="affixed">
      ${money?.isFirst === true ? sign : nothing}
      <input
        part="control"
        class="control control--short"
        id=${id}
        name=${`f-${wireName}`}
        type="text"
        inputmode="decimal"
        autocomplete=${autocompleteOf(field, wireName)}
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby=${joinIds(joinIds(describedBy, currencyId), unitId)}
        .value=${keepTyped(answer, writeNumber(answer, locale), read)}
        @input=${take}
        @change=${take}
      />
      ${money?.isFirst === false ? sign : nothing}
      ${unitId === undefined ? nothing : html`<span class="affix" id=${unitId}>${form.text(field.unit)}</span>`}
    </div>`;
  },
};

/** The sign of a currency, and whether it stands before the amount, as the applicant's language writes it. */
function signOf(currency: string, locale: string): { readonly sign: string; readonly isFirst: boolean } {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  const place = parts.findIndex(({ type }) => type === 'currency');
  return { sign: parts[place]?.value ?? currency, isFirst: place < parts.findIndex(({ type }) => type === 'integer') };
}

/** What stands beside the control is often typed once more: "€ 1,500" or "5 years". */
function withoutAffixes(text: string, affixes: readonly (string | undefined)[]): string {
  let rest = text.trim();
  for (const affix of affixes) {
    if (!affix) continue;
    const lower = rest.toLowerCase();
    const sought = affix.toLowerCase();
    if (lower.startsWith(sought)) rest = rest.slice(affix.length).trim();
    else if (lower.endsWith(sought)) rest = rest.slice(0, -affix.length).trim();
  }
  return rest;
}

/**
 * A number as people write it in a language: "1,500.5" in English and "1.500,5" in German are the same.
 * @returns `undefined` where it is none
 */
function readNumber(text: string, field: NumberField, locale: string): number | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.8);
  const markOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const decimal = markOf('decimal');
  const group = markOf('group').trim();
  const compact = asciiDigits(text)
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/[−–]/g, '-');
  // In twos before the last three, too, as in India.
  const grouped = `^[-+]?\\d{1,3}(?:\\${group}\\d{2,3})*\\${group}\\d{3}(?:\\${decimal}\\d+)?$`;
  const isGrouped = group !== '' && new RegExp(grouped).test(compact);
  const plain = isGrouped ? compact.replaceAll(group, '') : compact;
  const read = numberKind.read(plain.replace(decimal, '.'), field, { kinds: {} });
  return typeof read === 'number' ? read : undefined;
}

function writeNumber(answer: number | string, locale: string): string {
  if (typeof answer === 'string') return answer;
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(answer);
}
