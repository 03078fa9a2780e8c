/** How a kind asks for its answer, so that a sentence about a blank one can say "Enter", "Select" or "Choose". */
export type Ask = 'enter' | 'select' | 'yes-or-no' | 'select-some' | 'upload' | 'add' | 'confirm';

/** What each code says beside its field. Never an answer or a part of one: issues may go to analytics. */
export interface IssueParams {
  /** Nothing was answered. */
  required: { readonly ask: Ask };
  /** The answer has another shape than its kind's; only data from outside can have it. */
  'wrong-type': { readonly expected: string };
  'too-short': { readonly minLength: number };
  'too-long': { readonly maxLength: number };
  'too-few-words': { readonly minWords: number };
  'too-many-words': { readonly maxWords: number };
  pattern: { readonly patternMessage?: LocalizedTextParam };
  email: EmptyParams;
  tel: EmptyParams;
  url: EmptyParams;
  number: EmptyParams;
  'too-small': { readonly min: number } & Measured;
  'too-large': { readonly max: number } & Measured;
  step: { readonly step: number; readonly from: number };
  date: EmptyParams;
  month: EmptyParams;
  /** `min` is an ISO date or month. */
  'too-early': { readonly min: string };
  'too-late': { readonly max: string };
  'unknown-option': EmptyParams;
  'too-few-options': { readonly min: number };
  'too-many-options': { readonly max: number };
  /** "None of these" was chosen together with one of these. */
  'exclusive-option': EmptyParams;
  'must-be-true': EmptyParams;
  'consent-missing': EmptyParams;
  'too-many-files': { readonly maxFiles: number };
  /** `index` is the file's place in the answer, from 0. */
  'file-empty': { readonly index: number };
  'file-too-large': { readonly index: number; readonly maxBytes: number };
  'file-type': { readonly index: number; readonly accept: readonly string[] };
  /** Since it was chosen, on the applicant's device; found just before sending. */
  'file-changed': { readonly index: number };
  /** The endpoint takes no file so large, or of that type. */
  'file-refused': { readonly index: number; readonly because: 'size' | 'type' };
  'too-few-entries': { readonly min: number };
  'too-many-entries': { readonly max: number };
  /** `rule` is the rule's place in `form.rules`, from 0; all its issues carry the same one. */
  'at-least-one': RuleParams;
  equal: RuleParams;
  assert: RuleParams;
  captcha: EmptyParams;
  /** The endpoint's own words, plain text, in the issue's `message`; `index` is the place in the answer that they are about. */
  server: { readonly index?: number };
}

export type EmptyParams = Readonly<Record<never, never>>;
/** Localised text of the posting's author; see `LocalizedText`. */
export type LocalizedTextParam = string | Readonly<Record<string, string>>;

/** What a number is a number of, as the field has it. */
export interface Measured {
  /** ISO 4217. */
  readonly currency?: string;
  readonly unit?: LocalizedTextParam;
}

export interface RuleParams {
  readonly rule: number;
  readonly fields: readonly string[];
  readonly message?: LocalizedTextParam;
}

export type IssueCode = keyof IssueParams;

/** What is wrong with one answer, as data; `describeIssue` makes the sentence. */
export type Issue<Code extends IssueCode = IssueCode> = {
  [C in Code]: {
    /** Wire name, such as `email` or `education[0][school]`; empty for the form as a whole. */
    readonly field: string;
    readonly code: C;
    readonly params: IssueParams[C];
    /** Only with the code `server`. */
    readonly message?: string;
  };
}[Code];

/** An issue as a kind finds it: `path` leads from the field to the part at fault, such as `[0][school]`. */
export type Finding = {
  [C in IssueCode]: { readonly code: C; readonly params: IssueParams[C]; readonly path?: string };
}[IssueCode];
