import { askedWords } from './asked-words.js';

/** One option as a system gives it. */
export interface GivenOption {
  /** What the system wants to be sent; `undefined` or empty where it gives only words, which are then sent. */
  readonly value: string | number | boolean | undefined;
  readonly label: unknown;
  readonly description?: string | undefined;
  readonly isDecline?: boolean | undefined;
  readonly freeText?: string | undefined;
}

/** Answers that say no more than that there is none. */
const declines: readonly RegExp[] = [
  /^(?:i )?(?:do not|don['’]?t)\s+(?:wish|want|care)\s+to\s+(?:answer|say|disclose|specify|self|identify|respond|share|provide|state)/i,
  /^(?:i(?:['’]d| would)? )?(?:prefer|choose|opt|rather|would rather) not(?: to\b.*|\b.*\b(?:say|answer|disclose|share|state|specify)\b.*)?$/i,
  /^(?:i )?(?:choose to )?decline(?: to\b.*)?$/i,
  /^(?:none of (?:these|the above)|keine angabe|ich möchte (?:das|dies|hierzu) nicht (?:angeben|sagen|beantworten))\b/i,
];

export function saysNothing(label: string): boolean {
  return declines.some((pattern) => pattern.test(label.trim()));
}

/**
 * The keys of a choice. Its options stay in their order, each with a value of its own; `x-wire` is what the system wants
 * in its place. With one option only it is an acknowledgement: a box that can be ticked and unticked. With several allowed,
 * an option that declines to answer stands alone. Where there is nothing to choose from, it is asked as a text.
 */
export function choiceKeys(given: readonly GivenOption[], isMultiple: boolean): Record<string, unknown> {
  const options = given.filter(isOption);
  if (options.length === 0) return { type: 'text' };
  const taken = new Set<string>();
  const isBox = !isMultiple && options.length === 1;
  return {
    type: 'choice',
    ...(isMultiple || isBox ? { multiple: true } : {}),
    ...(isBox ? { display: 'checkboxes' } : {}),
    options: options.map(({ value, label, description, isDecline, freeText }) => {
      const words = labelOf(label);
      const wire = isSent(value) ? value : typeof label === 'string' ? label : words;
      const own = unique(String(wire) || words || 'option', taken);
      return {
        value: own,
        label:
          words === ''
            ? String(wire)
            : typeof label === 'string'
              ? askedWords(label).label
              : typeof label === 'number'
                ? words
                : label,
        ...(description === undefined ? {} : { description }),
        ...(isMultiple && (isDecline || saysNothing(words)) ? { exclusive: true } : {}),
        ...(freeText === undefined ? {} : { freeText }),
        ...(own === wire ? {} : { 'x-wire': wire }),
      };
    }),
  };
}

/** What has neither a value nor words cannot be chosen: a blank first line of a list, say. */
export function isOption({ value, label }: GivenOption): boolean {
  return isSent(value) || labelOf(label) !== '';
}

/** An empty value would be no answer. */
function isSent(value: GivenOption['value']): value is string | number | boolean {
  return value !== undefined && value !== '';
}

/**
 * Values of an English "Yes" and "No", in this order, where these two are all there is: then it is a question of yes or
 * no. In another order or language the options stay as they were written.
 */
export function yesAndNo(options: readonly GivenOption[]): { readonly yes: unknown; readonly no: unknown } | undefined {
  const [yes, no] = options;
  if (!yes || !no || options.length !== 2 || yes.freeText !== undefined || no.freeText !== undefined) return undefined;
  const isPair = labelOf(yes.label).toLowerCase() === 'yes' && labelOf(no.label).toLowerCase() === 'no';
  return isPair ? { yes: wireOf(yes), no: wireOf(no) } : undefined;
}

/** What the system is sent: an option's value, or its words where it has none. */
function wireOf({ value, label }: GivenOption): unknown {
  return isSent(value) ? value : label;
}

/** Localised labels are judged by their first language. */
function labelOf(label: unknown): string {
  const words: unknown = typeof label === 'object' && label !== null ? Object.values(label)[0] : label;
  return typeof words === 'string' ? words.trim() : typeof words === 'number' ? String(words) : '';
}

function unique(value: string, taken: Set<string>): string {
  let own = value;
  for (let count = 2; taken.has(own); count++) own = `${value}-${count}`;
  taken.add(own);
  return own;
}
