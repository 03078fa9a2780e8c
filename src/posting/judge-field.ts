import { kindOf } from './answers.js';
import type { Field, JudgeContext } from './field-kind.js';
import type { Finding } from './issue.js';

/** Judges the answer to one question that is shown. `undefined` is no answer at all, as a request may leave it. */
export function judgeField(field: Field, answer: unknown, context: JudgeContext): readonly Finding[] {
  const kind = kindOf(field, context.kinds);
  if (!kind.isQuestion) return [];
  if (answer !== undefined && kind.read(answer, field, context) === undefined) {
    return [{ code: 'wrong-type', params: { expected: field.type } }];
  }
  const isBlank = answer === undefined || kind.isBlank(answer, field);
  if (isBlank && !kind.judgesBlank) {
    return field.required ? [{ code: 'required', params: { ask: kind.ask(field) } }] : [];
  }
  const judged = answer === undefined ? kind.initial({ ...field, default: undefined }, context.kinds) : answer;
  return kind.judge(judged, field, context);
}
