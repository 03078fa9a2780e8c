import type { Issue, IssueCode, LocalizedTextParam } from '../posting/issue.js';
import { answerSentences } from './answer-sentences.js';
import { choiceSentences } from './choice-sentences.js';
import { fileSentences } from './file-sentences.js';
import type { IssueWords, Sentence, Sentences } from './issue-words.js';
import { isQuestion, quoted, quotedList } from './quoted-label.js';
import { requiredSentences } from './required-sentences.js';
import { ruleSentences } from './rule-sentences.js';
import { str, type Translator } from './translator.js';

export interface IssueContext {
  readonly translator: Translator;
  /** Picks the author's words for the reader. */
  readonly text: (text: LocalizedTextParam) => string;
  /** A field's label for the reader by wire name, as `fieldLabel` gives it. */
  readonly labelOf: (name: string) => string;
  /** Name of a file in the answer at fault, by its place from 0. */
  readonly fileName?: ((index: number) => string | undefined) | undefined;
}

/** A code without a sentence does not compile. */
const sentences: Sentences = {
  ...requiredSentences,
  ...answerSentences,
  ...choiceSentences,
  ...fileSentences,
  ...ruleSentences,
};

/**
 * One sentence for the applicant that names the field and says what to do, the same at the field and in the summary.
 * Its manner is GOV.UK's (https://design-system.service.gov.uk/components/error-message/), but the label is quoted as
 * it stands: no program can turn "Why us?" or "Tell us about a time …" into a part of a sentence.
 */
export function describeIssue(issue: Issue, context: IssueContext): string {
  const sentence = sentences[issue.code] as Sentence<IssueCode>;
  return sentence(issue.params, issueWords(issue, context));
}

function issueWords(issue: Issue, { translator, text, labelOf, fileName }: IssueContext): IssueWords {
  const { msg } = translator;
  const label = labelOf(issue.field) || issue.field || msg('Your answer', { id: 'your-answer' });
  const name = quoted(label, translator);
  return {
    translator,
    msg,
    text: (message) => (message === undefined ? '' : text(message)),
    label: name,
    isQuestion: isQuestion(label),
    subject: isQuestion(label) ? msg(str`Your answer to ${name}`, { id: 'your-answer-to' }) : name,
    labels: (names, type) =>
      quotedList(
        names.map((each) => labelOf(each) || each),
        type,
        translator,
      ),
    file: (index) => {
      const file = fileName?.(index);
      return file === undefined ? msg('The selected file', { id: 'selected-file' }) : quoted(file, translator);
    },
    named(message, index) {
      const file = index === undefined ? undefined : fileName?.(index);
      const subject = file ?? label;
      const isNamed = issue.field === '' || message.toLowerCase().includes(subject.toLowerCase());
      return isNamed ? message : withName(quoted(subject, translator), message, translator);
    },
    message: issue.message,
  };
}

function withName(name: string, message: string, { msg }: Translator): string {
  return msg(str`${name}: ${message}`, { id: 'named' });
}
