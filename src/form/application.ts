import { partsOf, recordsOf, type Answers } from '../posting/answers.js';
import type { ConsentRecord, Part } from '../posting/field-kind.js';
import { answersToSend } from './answers-to-send.js';
import { scopeOf, type FormPlan } from './form-plan.js';
import { toJson } from '../posting/to-json.js';

/** For the endpoint to weigh; nothing is blocked or dropped by them here. */
export interface Hints {
  /** Milliseconds between the form being drawn and this application being made. */
  readonly elapsedMs: number;
  /** What stood in the field that no person sees; empty for people. */
  readonly honeypot: string;
}

/** What is sent: the answers of shown fields, blank ones left out, in the form's order. */
export interface Application {
  /** The posting's id. */
  readonly posting: string | undefined;
  /** BCP 47: the language that the form was drawn in. */
  readonly locale: string;
  /** One for each payload; every attempt to send that payload carries the same one. */
  readonly idempotencyKey: string | undefined;
  /** The key of an attempt of unknown fate, where the answers were edited after it. */
  readonly previousKey: string | undefined;
  readonly answers: Answers;
  readonly consents: readonly ConsentRecord[];
  readonly hints: Hints;
  /** Field name and token of a captcha. */
  readonly captcha?: { readonly name: string; readonly token: string } | undefined;
}

export interface ApplicationParts {
  readonly locale: string;
  readonly now: Date;
  readonly idempotencyKey?: string | undefined;
  readonly previousKey?: string | undefined;
  readonly hints: Hints;
  readonly captcha?: Application['captcha'];
}

/** Makes the application out of the answers as they stand. */
export function toApplication(
  plan: FormPlan,
  answers: Answers,
  { locale, now, idempotencyKey, previousKey, hints, captcha }: ApplicationParts,
): Application {
  const scope = scopeOf(plan, answers);
  const fields = plan.fields.map(({ field }) => field);
  const kept = answersToSend(plan, answers, { locale, now });
  return {
    posting: plan.posting.id,
    locale,
    idempotencyKey,
    previousKey,
    answers: kept,
    consents: recordsOf(fields, kept, scope, { kinds: plan.kinds, locale, wire: (name) => name }),
    hints,
    captcha,
  };
}

/** The application as parts in the order of the contract: the reserved ones first, then the answers. */
export function toParts(plan: FormPlan, application: Application): readonly Part[] {
  const { posting, locale, idempotencyKey, previousKey, answers, consents, hints, captcha } = application;
  const reserved: readonly (readonly [string, string | undefined])[] = [
    ['_posting', posting],
    ['_locale', locale],
    ['_idempotency_key', idempotencyKey],
    ['_previous_key', previousKey],
    ['_consents', toJson(consents)],
    ['_hints', toJson(hints)],
  ];
  return [
    ...reserved.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    ...answerParts(plan, answers),
    ...(captcha ? [{ name: captcha.name, value: captcha.token }] : []),
  ];
}

/** Whether the answers as they stand would be another application than the one that was made of them before. */
export function isChangedSince(plan: FormPlan, { answers, locale }: Application, current: Answers): boolean {
  const before = answerParts(plan, answers);
  const after = answerParts(plan, answersToSend(plan, current, { locale, now: new Date() }));
  return before.length !== after.length || before.some((part, index) => !isSame(part, after[index]));
}

/** A file and its copy are the same. */
function isSame(part: Part, other: Part | undefined): boolean {
  const said = ({ name, value }: Part) =>
    toJson([name, typeof value === 'string' ? value : [value.name, value.size, value.type]]);
  return other !== undefined && said(part) === said(other);
}

/** The answers of an application as parts: what makes it the same application as another one. */
export function answerParts(plan: FormPlan, answers: Answers): readonly Part[] {
  return partsOf(
    plan.fields.map(({ field }) => field),
    answers,
    (name) => name,
    scopeOf(plan, answers),
  );
}
