import { sentAnswers, type Answers } from '../posting/answers.js';
import { scopeOf, type FormPlan } from './form-plan.js';

interface Moment {
  /** BCP 47: the language that the form is drawn in. */
  readonly locale: string;
  /** Stands in the proof of a consent. */
  readonly now: Date;
}

/** The answers as they would be sent now: of shown questions, blank ones left out, in the form's order. */
export function answersToSend(plan: FormPlan, answers: Answers, { locale, now }: Moment): Answers {
  const { fields, kinds, posting } = plan;
  const scope = scopeOf(plan, answers);
  return sentAnswers(
    fields.map(({ field }) => field),
    answers,
    scope,
    { kinds, lookup: scope.lookup, at: now.toISOString(), locale, fallbackLocale: posting.locale },
  );
}
