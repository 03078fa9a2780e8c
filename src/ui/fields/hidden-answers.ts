import { noAnswers, type Answers } from '../../posting/answers.js';
import type { KindMap } from '../../posting/field-kind.js';
import { planForm } from '../../form/form-plan.js';
import type { Posting } from '../../posting/posting.js';

/** What hidden fields take from the page as it stands. */
export function hiddenAnswers(posting: Posting, kinds: KindMap, locale: string): Answers {
  const answers = noAnswers();
  const query = new URLSearchParams(location.search);
  for (const { field } of planForm(posting, kinds).fields) {
    const from = 'from' in field ? field.from : undefined;
    if (typeof from !== 'string') continue;
    const value = from.startsWith('query:')
      ? query.get(from.slice('query:'.length))
      : { referrer: document.referrer, page: location.href.split('#')[0], locale }[from];
    if (value) answers[field.name] = value;
  }
  return answers;
}
