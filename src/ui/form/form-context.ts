import { fileTerms } from '../../localization/file-terms.js';
import { formTerms } from '../../localization/form-terms.js';
import type { Translator } from '../../localization/translator.js';
import type { KindMap } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import type { Posting } from '../../posting/posting.js';
import { findText, localize, type LocalizedText, type RichText } from '../../posting/text.js';
import type { FormContext, ViewMap } from '../fields/field-view.js';
import type { JobApplication } from '../job-application.js';
import { countryOf } from './country-of.js';
import { optionalFields } from './optional-fields.js';

interface FormContextParts {
  readonly posting: Posting;
  readonly kinds: KindMap;
  readonly views: ViewMap;
  readonly translator: Translator;
  readonly headingLevel: number;
  readonly rich: (text: RichText) => unknown;
  /** The sentence for an issue; empty until what makes sentences is loaded. */
  readonly describe: (issue: Issue, form: Pick<FormContext, 'translator' | 'text'>) => string;
  readonly told: Set<string>;
  readonly announce: (sentence: string) => void;
  readonly trustedUrl: (url: string) => URL | undefined;
  /** What a draft has to say at a field. */
  readonly notesAt: (name: string) => readonly string[];
  readonly page: JobApplication;
}

/** What every field of a form shares: its words, its looks and its ways to speak. */
export function createFormContext(parts: FormContextParts): FormContext {
  const { posting, translator } = parts;
  const text = (words: LocalizedText | undefined): string => localize(words, translator.locale, posting.locale);
  return {
    ...parts,
    postingLocale: posting.locale,
    contentLang: foreignLanguage(posting, translator),
    country: countryOf(posting, translator.locale),
    marksOptional: optionalFields(posting, parts.kinds),
    terms: formTerms(translator),
    fileTerms: fileTerms(translator),
    text,
    describe: (issue) => parts.describe(issue, { translator, text }),
    notesOf(wireName) {
      // As a rule names the fields of entries.
      const inEntries = wireName.replace(/\d+(?=\]\[[^\]]*\]$)/, '');
      const rules = (posting.form?.rules ?? []).flatMap(({ fields, message }) =>
        message !== undefined && fields.includes(inEntries) ? [text(message)] : [],
      );
      return [...rules, ...parts.notesAt(wireName)];
    },
    now: () => new Date(),
  };
}

/** The language of the author's words, where it is not that of our own around them (WCAG 2.2, 3.1.2). */
function foreignLanguage({ title, locale }: Posting, { locale: wanted, language }: Translator): string | undefined {
  const { lang } = findText(title, wanted, locale);
  return lang === undefined || lang.split('-')[0] === language.split('-')[0] ? undefined : lang;
}
