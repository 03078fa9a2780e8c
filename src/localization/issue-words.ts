import type { IssueCode, IssueParams, LocalizedTextParam } from '../posting/issue.js';
import type { MsgFn, Translator } from './translator.js';

/** What a sentence about an issue is made of. */
export interface IssueWords {
  readonly translator: Translator;
  readonly msg: MsgFn;
  /** The author's words for the reader; empty where there are none. */
  readonly text: (message: LocalizedTextParam | undefined) => string;
  /** The field's label, quoted and short enough. */
  readonly label: string;
  readonly isQuestion: boolean;
  /** The label as what a sentence begins with; of a question, the answer to it. */
  readonly subject: string;
  /** Labels of other fields, by wire name, as a list. */
  readonly labels: (names: readonly string[], type: 'conjunction' | 'disjunction') => string;
  /** A file of the answer as what a sentence begins with, by its place from 0. */
  readonly file: (index: number) => string;
  /** A message from elsewhere, with the label in front, or the name of the file it is about, unless it says it itself. */
  readonly named: (message: string, fileIndex?: number) => string;
  /** The endpoint's own words. */
  readonly message: string | undefined;
}

export type Sentence<Code extends IssueCode> = (params: IssueParams[Code], words: IssueWords) => string;

export type Sentences<Codes extends IssueCode = IssueCode> = { readonly [Code in Codes]: Sentence<Code> };
