import { blankAnswer, kindOf } from './answers.js';
import type { Field, JudgeContext } from './field-kind.js';
import type { Finding } from './issue.js';

/** Judges the answer to one question that is shown. `undefined` is no answer at all, as a request may leave it. */
export function judgeField(field: Field, answer: unknown, context: JudgeContext): readonly Finding[] {
  const kind = kindOf(field, context.kinds);
  if (!kind.isQuestion) return [];
  // Judged as its kind reads it: "false" and "5" come as texts from a caller that has not read them.
  const read = answer === undefined ? undefined : kind.read(answer, field, context);
  if (answer !== undefined && read === undefined) {
    return [{ code: 'wrong-type', params: { expected: field.type } }];
  }
  const isBlank = read === undefined || kind.isBlank(read, field);
  if (isBlank && !kind.judgesBlank) {
    // Of what the applicant never sees, nobody could give it.
    return field.required && kind.isVisible ? [{ code: 'required', params: { ask: kind.ask(field) } }] : [];
  }
  return kind.judge(read ?? blankAnswer(field, context.kinds), field, context);
}
