import type { Ask } from '../posting/issue.js';
import type { IssueWords, Sentences } from './issue-words.js';
import { answers, entries } from './quantities.js';
import { str } from './translator.js';

/** Where nothing was answered: an instruction. */
export const requiredSentences: Sentences<'required' | 'must-be-true' | 'consent-missing' | 'captcha'> = {
  required: ({ ask }, words) => askSentences[ask](words),
  'must-be-true': (_, { label, msg }) =>
    msg(str`Select yes for ${label} to send your application`, { id: 'select-yes' }),
  'consent-missing': (_, { label, msg }) =>
    msg(str`Select the box for ${label} to send your application`, { id: 'consent' }),
  captcha: (_, { msg }) => msg('Complete the check that you are a person', { id: 'captcha' }),
};

const askSentences: Readonly<Record<Ask, (words: IssueWords) => string>> = {
  enter: ({ label, isQuestion, msg }) =>
    isQuestion ? msg(str`Answer ${label}`, { id: 'ask-answer' }) : msg(str`Fill in ${label}`, { id: 'ask-enter' }),
  select: ({ label, msg }) => msg(str`Select an answer for ${label}`, { id: 'ask-select' }),
  'yes-or-no': ({ label, msg }) => msg(str`Select yes or no for ${label}`, { id: 'ask-yes-or-no' }),
  'select-some': (words) => selectAtLeast(1, words),
  upload: ({ label, msg }) => msg(str`Choose a file for ${label}`, { id: 'ask-upload' }),
  add: (words) => addAtLeast(1, words),
  confirm: ({ label, msg }) => msg(str`Select the box for ${label}`, { id: 'ask-confirm' }),
};

export function selectAtLeast(min: number, { label, msg, translator }: IssueWords): string {
  return msg(str`Select at least ${answers(min, translator)} for ${label}`, { id: 'too-few-options' });
}

export function addAtLeast(min: number, { label, msg, translator }: IssueWords): string {
  return msg(str`Fill in at least ${entries(min, translator)} of ${label}`, { id: 'too-few-entries' });
}
