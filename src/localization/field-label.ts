import type { Field } from '../posting/field-kind.js';
import type { LocalizedText } from '../posting/text.js';
import { formatNumber } from './format.js';
import { withoutOptionalMark, withoutRequiredMark } from './label-marks.js';
import { str, type Translator } from './translator.js';

export interface LabelContext {
  readonly translator: Translator;
  /** Picks the author's words for the reader. */
  readonly text: (text: LocalizedText | undefined) => string;
}

/**
 * The label of a field by wire name, without marks such as a trailing `*` or `:`. One inside a `repeat` says of which
 * entry it is: "Education 2: School". A field without a label has its name; a name that no field has gives `''`.
 */
export function fieldLabel(fields: readonly Field[], wireName: string, { translator, text }: LabelContext): string {
  const whole = fields.find(({ name }) => name !== '' && name === wireName);
  if (whole) return cleanLabel(text(whole.label) || consentWords(whole, text) || whole.name);

  const [, name, index, path = ''] = /^([^[\]]+)\[(\d+)\](.*)$/s.exec(wireName) ?? [];
  const group = name === undefined ? undefined : fields.find((field) => field.name === name);
  if (!group) return '';
  const item = cleanLabel(itemLabelOf(group, text) || text(group.label) || group.name);
  const entry = entryTitle(item, Number(index) + 1, translator);
  const inside = fieldLabel(fieldsIn(group), path.replace(/^\[([^\]]*)\]/, '$1'), { translator, text });
  return inside === '' ? entry : `${entry}: ${inside}`;
}

/** `position` from 1: "Education 2". */
export function entryTitle(item: string, position: number, translator: Translator): string {
  return translator.msg(str`${item} ${formatNumber(position, translator)}`, { id: 'entry-title' });
}

/** Without what marks a label for the eye: stars, a colon at the end, "(required)"; white space as one space. */
export function cleanLabel(label: string): string {
  const line = label.replaceAll(/\s+/g, ' ').trim();
  return withoutOptionalMark(withoutRequiredMark(line)).replace(/[\s:：]+$/, '');
}

/** Keys of a `repeat` and a `consent`; a custom type may use their names for something else. */
interface OwnKeys {
  readonly fields?: unknown;
  readonly itemLabel?: unknown;
  readonly text?: unknown;
}

function fieldsIn({ fields }: Field & OwnKeys): readonly Field[] {
  return Array.isArray(fields) ? (fields as readonly Field[]) : [];
}

function itemLabelOf({ itemLabel }: Field & OwnKeys, text: LabelContext['text']): string {
  return isText(itemLabel) ? text(itemLabel) : '';
}

/** A consent may have its text in place of a label. */
function consentWords({ text: rich }: Field & OwnKeys, text: LabelContext['text']): string {
  if (!isText(rich)) return '';
  const words = typeof rich === 'string' ? rich : (rich['html'] ?? rich['markdown'] ?? rich['text']);
  return (isText(words) ? text(words) : '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`]/g, '');
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
