import { answerOf, type Answers } from '../posting/answers.js';
import type { Field, FileInfo } from '../posting/field-kind.js';
import type { Application } from '../form/application.js';
import type { FormPlan } from '../form/form-plan.js';
import type { Section } from '../posting/posting.js';

/** What an adapter remembers of the original, under the key `x-wire` of fields, options, sections and the posting. */
export type Wire = Readonly<Record<string, unknown>>;

/** Empty where nothing is remembered, as in a field that the page has added to the posting by itself. */
export function wireOf(holder: object | undefined): Wire {
  const wire: unknown = holder && 'x-wire' in holder ? holder['x-wire'] : undefined;
  return typeof wire === 'object' && wire !== null ? (wire as Wire) : {};
}

/** A text that is remembered, or `undefined`. */
export function wireText(wire: Wire, key: string): string | undefined {
  const value = wire[key];
  return typeof value === 'string' ? value : undefined;
}

export interface Answered {
  readonly field: Field;
  readonly section: Section;
  readonly wire: Wire;
  readonly answer: unknown;
}

/** The fields that have an answer, in the form's order. */
export function answered({ answers }: Application, plan: FormPlan): readonly Answered[] {
  return plan.fields.flatMap(({ field, section }) => {
    const answer = answerOf(answers, field.name);
    return answer === undefined || field.name === '' ? [] : [{ field, section, wire: wireOf(field), answer }];
  });
}

export interface WireOption {
  /** As the system gave it: a number stays one. */
  readonly value: unknown;
  readonly label: unknown;
  /** What was written beside the option. */
  readonly text: string | undefined;
}

/** What was chosen, as the system calls it; empty where the answer is no choice. */
export function chosenOptions(field: Field, answer: unknown, answers: Answers): readonly WireOption[] {
  const values: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  const options = 'options' in field && Array.isArray(field.options) ? (field.options as readonly Option[]) : [];
  return values
    .filter((value) => typeof value === 'string')
    .map((value) => {
      const option = options.find((each) => each.value === value);
      const beside = option?.freeText === undefined ? undefined : answerOf(answers, option.freeText);
      return {
        value: option?.['x-wire'] ?? value,
        label: option?.label ?? value,
        text: typeof beside === 'string' ? beside : undefined,
      };
    });
}

/** The files of an answer; a text written in place of them is none. */
export function filesOf(answer: unknown): readonly FileInfo[] {
  return Array.isArray(answer) ? (answer as readonly FileInfo[]) : [];
}

/** A text written in place of a file. */
export function writtenIn(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string'
    ? answer.text
    : undefined;
}

/** A plain answer as its text: of a place, its words; of a consent, whether it was given. */
export function plainText(answer: unknown): string {
  if (typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean') return String(answer);
  if (isGiven(answer) !== undefined) return String(isGiven(answer));
  return writtenIn(answer) ?? '';
}

/** Of a consent; `undefined` where the answer is none. */
export function isGiven(answer: unknown): boolean | undefined {
  return typeof answer === 'object' && answer !== null && 'given' in answer && typeof answer.given === 'boolean'
    ? answer.given
    : undefined;
}

interface Option {
  readonly value: unknown;
  readonly label?: unknown;
  readonly freeText?: string;
  readonly 'x-wire'?: unknown;
}
