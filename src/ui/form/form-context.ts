import type { IssueContext } from '../../localization/describe-issue.js';
import { fieldLabel } from '../../localization/field-label.js';
import { fileTerms } from '../../localization/file-terms.js';
import { formTerms } from '../../localization/form-terms.js';
import type { Translator } from '../../localization/translator.js';
import { answerOf } from '../../posting/answers.js';
import type { KindMap } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import { fieldsOf, type Posting } from '../../posting/posting.js';
import { findText, localize, type LocalizedText, type RichText } from '../../posting/text.js';
import type { FormContext, ViewMap } from '../fields/field-view.js';
import { displayName } from '../files/display-name.js';
import { countryOf } from './country-of.js';
import { optionalFields } from './optional-fields.js';

interface FormContextParts {
  readonly posting: Posting;
  readonly kinds: KindMap;
  readonly views: ViewMap;
  readonly translator: Translator;
  readonly headingLevel: number;
  readonly rich: (text: RichText) => unknown;
  readonly describeIssue: (issue: Issue, context: IssueContext) => string;
  /** The answers as they stand, for the names of files in sentences. */
  readonly answers: () => Readonly<Record<string, unknown>>;
  readonly announce: (sentence: string) => void;
  readonly trustedUrl: (url: string) => URL | undefined;
}

/** Label of a field by wire name, in the reader's language. */
export function labeller(posting: Posting, translator: Translator): (wireName: string) => string {
  const fields = fieldsOf(posting);
  const text = (words: LocalizedText | undefined): string => localize(words, translator.locale, posting.locale);
  const known = new Map<string, string>();
  return (wireName) => {
    const label = known.get(wireName) ?? fieldLabel(fields, wireName, { translator, text });
    known.set(wireName, label);
    return label;
  };
}

/** What every field of a form shares: its words, its looks and its ways to speak. */
export function createFormContext(parts: FormContextParts): FormContext {
  const { posting, translator, answers, describeIssue } = parts;
  const text = (words: LocalizedText | undefined): string => localize(words, translator.locale, posting.locale);
  const labelOf = labeller(posting, translator);
  // An issue stands at its field and in the summary, and is never changed in place.
  const sentences = new WeakMap<Issue, string>();
  const sentence = (issue: Issue): string =>
    describeIssue(issue, { translator, text, labelOf, fileName: (index) => fileNameOf(issue, index, answers()) });
  return {
    ...parts,
    postingLocale: posting.locale,
    contentLang: foreignLanguage(posting, translator),
    country: countryOf(posting, translator.locale),
    marksOptional: optionalFields(posting, parts.kinds),
    terms: formTerms(translator),
    fileTerms: fileTerms(translator),
    text,
    labelOf,
    describe(issue) {
      // Empty until the sentences are loaded.
      const words = sentences.get(issue) || sentence(issue);
      sentences.set(issue, words);
      return words;
    },
    now: () => new Date(),
  };
}

/** The language of the author's words, where it is not that of our own around them (WCAG 2.2, 3.1.2). */
function foreignLanguage({ title, locale }: Posting, { locale: wanted, language }: Translator): string | undefined {
  const { lang } = findText(title, wanted, locale);
  return lang === undefined || lang.split('-')[0] === language.split('-')[0] ? undefined : lang;
}

/** Name of the file that an issue is about, by its place in the answer; nested answers are followed. */
function fileNameOf({ field }: Issue, index: number, answers: Readonly<Record<string, unknown>>): string | undefined {
  const [name = '', ...path] = field.split(/[[\]]+/).filter(Boolean);
  let value: unknown = answerOf(answers, Object.hasOwn(answers, field) ? field : name);
  for (const key of Object.hasOwn(answers, field) ? [] : path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  const file: unknown = Array.isArray(value) ? value[index] : undefined;
  return typeof file === 'object' && file !== null && 'name' in file ? displayName(String(file.name)) : undefined;
}
