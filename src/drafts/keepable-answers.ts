import { answerOf, kindOf, type Answers } from '../posting/answers.js';
import type { Field, FieldKind, KindMap } from '../posting/field-kind.js';
import type { FormPlan } from '../form/form-plan.js';
import type { FileKeeping, StoredAnswer } from './draft.js';
import { toJson } from '../posting/to-json.js';

/**
 * What of these answers may be kept: nothing that is sensitive, about equality, a permission, or that the applicant never
 * saw. And only what differs from what the form begins with.
 */
export function keepableAnswers(plan: FormPlan, answers: Answers, files: FileKeeping): readonly StoredAnswer[] {
  return storedAnswers(keepableFields(plan), answers, plan.kinds, files);
}

export function keepableFields(plan: FormPlan): readonly Field[] {
  return plan.fields
    .filter(({ field, kind, section }) => !section.equality && mayBeKept(field, kind))
    .map(({ field }) => field);
}

export function mayBeKept(field: Field, kind: FieldKind): boolean {
  return kind.isQuestion && kind.isVisible && !kind.isPersonal && !field.sensitive;
}

function storedAnswers(
  fields: readonly Field[],
  answers: Answers,
  kinds: KindMap,
  files: FileKeeping,
): readonly StoredAnswer[] {
  return fields.flatMap((field): readonly StoredAnswer[] => {
    const kind = kindOf(field, kinds);
    const answer = answerOf(answers, field.name);
    const beside = besideOf(field, kind, answers);
    if (!mayBeKept(field, kind) || (!beside && isSame(answer, kind.initial(field, kinds)))) return [];
    const { name, type } = field;
    const inner = kind.fieldsOf?.(field);
    if (inner && Array.isArray(answer)) {
      const entries = (answer as Answers[]).map((entry) => storedAnswers(inner, entry, kinds, files));
      return [{ name, type, entries, beside }];
    }
    if (files === 'keep') return [{ name, type, value: answer, beside }];
    const names = fileNames(answer);
    return [{ name, type, value: withoutFiles(answer), beside, files: names.length > 0 ? names : undefined }];
  });
}

function besideOf(field: Field, kind: FieldKind, answers: Answers): Record<string, string> | undefined {
  const written = (kind.besideNames?.(field) ?? []).flatMap((name) => {
    const text = answerOf(answers, name);
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  return written.length > 0 ? Object.fromEntries(written) : undefined;
}

export function isSame(left: unknown, right: unknown): boolean {
  return left === right || toJson(left) === toJson(right);
}

function fileNames(value: unknown): readonly string[] {
  if (value instanceof File) return [value.name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(fileNames);
}

function withoutFiles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !(each instanceof Blob)).map(withoutFiles);
  if (value instanceof Blob) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutFiles(each)]));
}
