import { noAnswers, type Answers } from '../../posting/answers.js';
import { fieldsOf, type Posting } from '../../posting/posting.js';
import { firstPage } from './first-page.js';

/** What hidden fields take from the page by which the applicant came, and else from the query of the page as it stands. */
export function hiddenAnswers(posting: Posting, locale: string): Answers {
  const answers = noAnswers();
  const [page = '', referrer] = firstPage();
  // Of two values under a name, the first one is found.
  const query = new URLSearchParams(page.replace(/.*?\?/, '') + location.search.replace('?', '&'));
  for (const field of fieldsOf(posting)) {
    const from = 'from' in field ? field.from : undefined;
    if (typeof from !== 'string') continue;
    const value = from.startsWith('query:') ? query.get(from.slice('query:'.length)) : { referrer, page, locale }[from];
    if (value) answers[field.name] = value;
  }
  return answers;
}
