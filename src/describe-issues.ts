import { fieldLabel } from './localization/field-label.js';
import { describeIssue } from './localization/describe-issue.js';
import { loadTranslator } from './localization/load-translator.js';
import { answerOf, type Answers } from './posting/answers.js';
import type { Issue, IssueCode } from './posting/issue.js';
import { fieldsOf, type Posting } from './posting/posting.js';
import { localize, type LocalizedText } from './posting/text.js';

export interface DescribeIssuesOptions {
  /** BCP 47: the applicant's language, such as the `locale` of `readApplication`. The posting's own, if absent. */
  readonly locale?: string | undefined;
  /** What was judged: for the names of files at fault. */
  readonly answers?: Answers | undefined;
}

/** An issue in words, ready for the `errors` of a problem document (RFC 9457). */
export interface DescribedIssue {
  /** Wire name; empty for the form as a whole. */
  readonly field: string;
  readonly code: IssueCode;
  /** Plain text, for the applicant. */
  readonly message: string;
}

/**
 * The sentences that the element itself would show, in the language nearest to the one asked for.
 * @param posting as `parsePosting` gives it
 * @param issues as `validateApplication` gives them, or of your own with the code `server` and a `message`
 */
export async function describeIssues(
  posting: Posting,
  issues: readonly Issue[],
  { locale = posting.locale ?? 'en', answers = {} }: DescribeIssuesOptions = {},
): Promise<DescribedIssue[]> {
  const translator = await loadTranslator(locale);
  const text = (words: LocalizedText | undefined): string => localize(words, locale, posting.locale);
  const fields = fieldsOf(posting);
  return issues.map((issue) => ({
    field: issue.field,
    code: issue.code,
    message: describeIssue(issue, {
      translator,
      text,
      labelOf: (name) => fieldLabel(fields, name, { translator, text }),
      fileName: (index) => fileNameIn(answerOf(answers, issue.field), index),
    }),
  }));
}

function fileNameIn(answer: unknown, index: number): string | undefined {
  const file: unknown = Array.isArray(answer) ? answer[index] : undefined;
  return typeof file === 'object' && file !== null && 'name' in file && typeof file.name === 'string'
    ? file.name
    : undefined;
}
