import type { FormPlan } from '../form/form-plan.js';
import type { FormState } from '../form/form-store.js';
import type { Receipt } from '../form/submission.js';
import { outcomeTerms } from '../localization/outcome-terms.js';
import type { Translator } from '../localization/translator.js';
import { answerOf, textOf } from '../posting/answers.js';
import type { TextContext } from '../posting/field-kind.js';

interface CopyContext extends TextContext {
  readonly translator: Translator;
  readonly labelOf: (wireName: string) => string;
}

/** Gives the applicant what has been answered so far as a text file: label above answer, without what is blank. */
export function saveAnswers(plan: FormPlan, { answers, scope }: FormState, context: CopyContext): void {
  const told = plan.fields.flatMap(({ field, kind }) => {
    const answer = answerOf(answers, field.name);
    if (!kind.isVisible || !kind.isQuestion || answer === undefined || !scope.isShown(field)) return [];
    if (kind.isBlank(answer, field)) return [];
    return [
      `${context.labelOf(field.name)}\n${kind.toText(answer, field, { ...context, beside: (name) => textOf(answerOf(answers, name)) })}`,
    ];
  });
  save([context.text(plan.posting.title), ...told], context.translator);
}

/** Gives the applicant the receipt as a text file. */
export function saveReceipt({ id, sentAt, posting, answers }: Receipt, translator: Translator): void {
  const terms = outcomeTerms(translator);
  const head = [posting.title, terms.sentAt(sentAt), ...(id === undefined ? [] : [`${terms.reference}: ${id}`])];
  save([head.join('\n'), ...answers.map(({ label, text }) => `${label}\n${text}`)], translator);
}

function save(paragraphs: readonly string[], translator: Translator): void {
  const text = `${paragraphs.join('\n\n')}\n`;
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = `${outcomeTerms(translator).copyName}.txt`;
  link.click();
  // Given up once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(href));
}
