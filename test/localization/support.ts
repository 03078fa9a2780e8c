import type { IssueContext } from '../../src/localization/describe-issue.js';
import { loadTranslator } from '../../src/localization/load-translator.js';
import type { Translator } from '../../src/localization/translator.js';
import type { Issue, IssueCode, IssueParams } from '../../src/posting/issue.js';

/** Every language that there are words of. */
export const languages = ['en', 'de'] as const;

export async function everyTranslator(): Promise<Translator[]> {
  return Promise.all(languages.map((language) => loadTranslator(language)));
}

/** One example of each code; a new code does not compile until it has one. */
export const exampleParams: { readonly [Code in IssueCode]: IssueParams[Code] } = {
  required: { ask: 'enter' },
  'wrong-type': { expected: 'text' },
  'too-short': { minLength: 2 },
  'too-long': { maxLength: 35 },
  'too-few-words': { minWords: 200 },
  'too-many-words': { maxWords: 400 },
  pattern: {},
  email: {},
  tel: {},
  url: {},
  number: {},
  'too-small': { min: 1 },
  'too-large': { max: 1000 },
  step: { step: 0.1, from: 0 },
  date: {},
  month: {},
  'too-early': { min: '2027-03-27' },
  'too-late': { max: '2027-03' },
  'unknown-option': {},
  'too-few-options': { min: 2 },
  'too-many-options': { max: 3 },
  'exclusive-option': {},
  'must-be-true': {},
  'consent-missing': {},
  'too-many-files': { maxFiles: 1 },
  'file-empty': { index: 0 },
  'file-too-large': { index: 0, maxBytes: 25_000_000 },
  'file-type': { index: 0, accept: ['.pdf', '.doc', '.docx'] },
  'file-changed': { index: 0 },
  'file-refused': { index: 0, because: 'size' },
  'too-few-entries': { min: 1 },
  'too-many-entries': { max: 5 },
  'at-least-one': { rule: 0, fields: ['question', 'other'] },
  equal: { rule: 0, fields: ['question', 'other'] },
  assert: { rule: 0, fields: ['question', 'other'] },
  captcha: {},
  server: {},
};

export const codes = Object.keys(exampleParams) as IssueCode[];

export function issueWith<Code extends IssueCode>(code: Code, params: IssueParams[Code], message?: string): Issue {
  return { field: 'question', code, params, ...(message === undefined ? {} : { message }) } as unknown as Issue;
}

/** `label` is that of the field at fault; every other field is called after its name. */
export function contextWith(translator: Translator, label: string, more: Partial<IssueContext> = {}): IssueContext {
  return {
    translator,
    text: (text) => (typeof text === 'string' ? text : (text[translator.language] ?? '')),
    labelOf: (name) => (name === 'question' ? label : `Label of ${name}`),
    ...more,
  };
}
