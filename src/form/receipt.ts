import { answerOf, kindOf, partsOf, textOf } from '../posting/answers.js';
import type { Field, FileInfo, KindMap, TextContext } from '../posting/field-kind.js';
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
  const open = plan.fields.filter(({ section }) => !section.equality).map(({ field }) => field);
  const told = toldFields(open, plan.kinds).filter(({ name }) => answerOf(answers, name) !== undefined);
  const scope = scopeOf(plan, answers);
  return {
    ...confirmation,
    sentAt,
    posting: { id: plan.posting.id, title: context.text(plan.posting.title) },
    answers: told.map((field) => ({
      name: field.name,
      label: labelOf(field.name),
      text: kindOf(field, plan.kinds).toText(answerOf(answers, field.name), field, {
        ...context,
        beside: (name) => textOf(answerOf(answers, name)),
      }),
    })),
    files: partsOf(told, answers, (name) => name, scope).flatMap(({ value }) =>
      isFile(value) ? [{ name: value.name, size: value.size }] : [],
    ),
  };
}

/** Without what is sensitive and what the applicant never saw, inside a `repeat`, too. */
function toldFields(fields: readonly Field[], kinds: KindMap): readonly Field[] {
  return fields.flatMap((field) => {
    const kind = kindOf(field, kinds);
    if (field.sensitive || !kind.isVisible) return [];
    const inner = kind.fieldsOf?.(field);
    return [inner ? { ...field, fields: toldFields(inner, kinds) } : field];
  });
}

function isFile(value: string | FileInfo): value is FileInfo {
  return typeof value !== 'string';
}
