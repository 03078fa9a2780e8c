import * as z from 'zod/mini';
import { isBlankText } from '../blank-text.js';
import { holds, type Lookup } from '../condition.js';
import type { PostingProblem } from '../errors.js';
import type { FieldKind, TextContext } from '../field-kind.js';
import type { Ask, Finding } from '../issue.js';
import { limitProblems } from '../limit-problems.js';
import {
  fieldShape,
  open,
  optionalBoolean,
  optionalCondition,
  optionalCount,
  optionalLocalizedText,
  optionalString,
} from '../schema.js';

const option = open({
  /** What is sent; numbers and booleans are sent as their text. */
  value: z.union([
    z.string(),
    z.pipe(
      z.union([z.number(), z.boolean()]),
      z.transform((value) => String(value)),
    ),
  ]),
  label: optionalLocalizedText,
  description: optionalLocalizedText,
  /** Wire name of the text written beside this option. */
  freeText: optionalString,
  /** Clears the others and is cleared by them: "None of these". */
  exclusive: optionalBoolean,
  showIf: optionalCondition,
});

const schema = open({
  ...fieldShape,
  options: z.array(option).check(z.minLength(1)),
  /** Several may be chosen; the answer is then a list. */
  multiple: optionalBoolean,
  /** Of options chosen, with `multiple`. */
  min: optionalCount,
  max: optionalCount,
  display: z.optional(z.enum(['auto', 'radios', 'checkboxes', 'select', 'combobox'])),
});

const unmatchedChoice = z.object({ chosen: z.array(z.string()), typed: z.string() });

export type ChoiceOption = z.infer<typeof option>;
export type ChoiceField = z.infer<typeof schema>;
/** A text that was typed where options are searched for, and is none of them: kept, never sent, and an issue. */
export interface UnmatchedChoice {
  readonly chosen: readonly string[];
  readonly typed: string;
}
/** The chosen value, or values with `multiple`; `undefined` where none is, since `""` may be an option. */
export type ChoiceAnswer = string | readonly string[] | UnmatchedChoice | undefined;

/** One or several of the given options. */
export const choiceKind: FieldKind<ChoiceField, ChoiceAnswer> = {
  schema,
  ask: askOf,
  isQuestion: true,
  isVisible: true,
  initial: (field) => fitting(readChoice(field.default, field), field),
  isBlank: (answer) => chosenValues(answer).length === 0 && isBlankText(typedText(answer)),
  read: readChoice,
  fitting,
  judge(answer, field, { lookup }) {
    const isNone = !isBlankText(typedText(answer));
    if (isNone || !chosenValues(answer).every((value) => isOption(value, field))) {
      return [{ code: 'unknown-option', params: {} }];
    }
    const chosen = chosenValues(withoutHidden(answer, field, lookup));
    if (chosen.length === 0) return field.required ? [{ code: 'required', params: { ask: askOf(field) } }] : [];
    return field.multiple ? judgeNumber(chosen, field) : [];
  },
  // A condition sees what is sent: not an option that is hidden now.
  toOperand: (answer, field, lookup) => withoutHidden(answer, field, lookup),
  toSent: (answer, field, { lookup }) => withoutHidden(answer, field, lookup),
  toParts: (answer, field, wire) => chosenValues(answer).map((value) => ({ name: wire(field.name), value })),
  fromParts(parts, field, wire) {
    const values = parts.values(wire(field.name));
    return values.length === 0 ? undefined : field.multiple ? values : values[0];
  },
  toText: (answer, field, context) => {
    const typed = typedText(answer).trim();
    const labels = [...chosenValues(answer).map((value) => labelOf(value, field, context)), ...(typed ? [typed] : [])];
    return labels.length > 1 ? new Intl.ListFormat(context.locale).format(labels) : (labels[0] ?? '');
  },
  derivedNames: (field) => freeTexts(field.options),
  besideNames: (field, answer) =>
    freeTexts(
      answer === undefined ? field.options : field.options.filter((each) => chosenValues(answer).includes(each.value)),
    ),
  conditionsOf: (field) => field.options.map(({ showIf }) => showIf),
  problems(field) {
    // There may be thousands, such as all schools of a country.
    const above = new Set<string>();
    const repeated = field.options.flatMap(({ value }, index) => {
      if (!above.has(value)) {
        above.add(value);
        return [];
      }
      return [{ pointer: `/options/${index}/value`, expected: `a value of its own; "${value}" stands above already` }];
    });
    return [...repeated, ...numberProblems(field)];
  },
};

/** The options that are offered with these answers. */
export function optionsFor(field: ChoiceField, lookup: (name: string) => unknown): readonly ChoiceOption[] {
  return field.options.filter((each) => holds(each.showIf, lookup));
}

export function chosenValues(answer: ChoiceAnswer): readonly string[] {
  if (answer === undefined) return [];
  if (typeof answer === 'string') return [answer];
  return 'typed' in answer ? answer.chosen : answer;
}

/** What stands in the control beside what is chosen; mostly nothing. */
export function typedText(answer: ChoiceAnswer): string {
  return typeof answer === 'object' && 'typed' in answer ? answer.typed : '';
}

/** An answer with a text that is none of the options, or without one where that is blank. */
export function withTyped(chosen: readonly string[], typed: string, { multiple }: ChoiceField): ChoiceAnswer {
  if (typed !== '') return { chosen, typed };
  return multiple ? chosen : chosen[0];
}

function fitting(answer: ChoiceAnswer, field: ChoiceField): ChoiceAnswer {
  const chosen = chosenValues(answer).filter((value) => isOption(value, field));
  return withTyped(chosen, typedText(answer), field);
}

function isOption(value: string, { options }: ChoiceField): boolean {
  return options.some((each) => each.value === value);
}

/** Of limits to the number of answers, which only `multiple` has. */
function numberProblems({ multiple, min = 0, max, options }: ChoiceField): readonly PostingProblem[] {
  if (!multiple) return [];
  if (min > options.length) return [{ pointer: '/min', expected: `at most ${options.length}, as there are options` }];
  return limitProblems({ min, max });
}

function askOf({ multiple }: ChoiceField): Ask {
  return multiple ? 'select-some' : 'select';
}

/** An option chosen and no longer offered is kept in the form and counts for nothing, as a field that is not shown. */
function withoutHidden(answer: ChoiceAnswer, field: ChoiceField, lookup: Lookup): ChoiceAnswer {
  if (chosenValues(answer).length === 0) return field.multiple ? [] : undefined;
  const offered = new Set(optionsFor(field, lookup).map(({ value }) => value));
  const chosen = chosenValues(answer).filter((value) => offered.has(value));
  return field.multiple ? chosen : chosen[0];
}

function readChoice(value: unknown, field: ChoiceField): ChoiceAnswer {
  const unmatched = unmatchedChoice.safeParse(value);
  if (unmatched.success) return withTyped(unmatched.data.chosen, unmatched.data.typed, field);
  const values = (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) =>
    typeof each === 'number' || typeof each === 'boolean' ? String(each) : each,
  );
  if (!values.every((each) => typeof each === 'string')) return undefined;
  if (field.multiple) return [...new Set(values)];
  return values.length === 1 ? values[0] : undefined;
}

function judgeNumber(chosen: readonly string[], { options, min, max }: ChoiceField): readonly Finding[] {
  const isExclusive = chosen.some((value) => options.find((each) => each.value === value)?.exclusive);
  if (isExclusive) return chosen.length > 1 ? [{ code: 'exclusive-option', params: {} }] : [];
  if (min !== undefined && chosen.length < min) return [{ code: 'too-few-options', params: { min } }];
  if (max !== undefined && chosen.length > max) return [{ code: 'too-many-options', params: { max } }];
  return [];
}

/** With what was written beside the option. */
function labelOf(value: string, field: ChoiceField, { text, beside }: TextContext): string {
  const option = field.options.find((each) => each.value === value);
  const label = text(option?.label) || value;
  const written = option?.freeText === undefined ? '' : (beside?.(option.freeText) ?? '');
  return written.trim() === '' ? label : `${label}: ${written}`;
}

function freeTexts(options: readonly ChoiceOption[]): readonly string[] {
  return options.flatMap(({ freeText }) => (freeText === undefined ? [] : [freeText]));
}
