import { answerOf, kindOf, partsOf } from '../posting/answers.js';
import type { FileInfo, TextContext } from '../posting/field-kind.js';
import type { Application } from './application.js';
import { scopeOf, type FormPlan } from './form-plan.js';
import type { Confirmation, Receipt } from './submission.js';

export interface ReceiptContext extends TextContext {
  /** ISO 8601, UTC. */
  readonly sentAt: string;
  readonly labelOf: (wireName: string) => string;
}

/** What the applicant gets to keep of an application: without what is sensitive and without equality answers. */
export function toReceipt(
  plan: FormPlan,
  { answers }: Application,
  confirmation: Confirmation,
  { sentAt, labelOf, ...context }: ReceiptContext,
): Receipt {
  const told = plan.fields
    .filter(({ field, kind, section }) => kind.isVisible && !field.sensitive && !section.equality)
    .map(({ field }) => field)
    .filter(({ name }) => answerOf(answers, name) !== undefined);
  const scope = scopeOf(plan, answers);
  return {
    ...confirmation,
    sentAt,
    posting: { id: plan.posting.id, title: context.text(plan.posting.title) },
    answers: told.map((field) => ({
      name: field.name,
      label: labelOf(field.name),
      text: kindOf(field, plan.kinds).toText(answerOf(answers, field.name), field, context),
    })),
    files: partsOf(told, answers, (name) => name, scope).flatMap(({ value }) =>
      isFile(value) ? [{ name: value.name, size: value.size }] : [],
    ),
  };
}

function isFile(value: string | FileInfo): value is FileInfo {
  return typeof value !== 'string';
}
