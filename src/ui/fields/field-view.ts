import type { nothing, TemplateResult } from 'lit';
import type { Field, FieldKind, KindMap } from '../../posting/field-kind.js';
import type { Issue } from '../../posting/issue.js';
import type { Lookup } from '../../posting/condition.js';
import type { LocalizedText, RichText } from '../../posting/text.js';
import type { JobApplication } from '../job-application.js';
import type { FileTerms } from '../../localization/file-terms.js';
import type { FormTerms } from '../../localization/form-terms.js';
import type { Translator } from '../../localization/translator.js';

/** What every field of one form shares. */
export interface FormContext {
  readonly kinds: KindMap;
  readonly views: ViewMap;
  readonly translator: Translator;
  readonly terms: FormTerms;
  readonly fileTerms: FileTerms;
  /** The posting's own language, in which plain strings stand. */
  readonly postingLocale: string | undefined;
  /** ISO 3166-1 alpha-2: of a phone number without a country code; `undefined` where there is no telling. */
  readonly country: string | undefined;
  /** Whether a field's label says that it may be left out. */
  readonly marksOptional: (field: Field) => boolean;
  /** BCP 47: the language of the author's words, where it is not that of ours. */
  readonly contentLang: string | undefined;
  /** Level of the headings of sections, 1 to 6. */
  readonly headingLevel: number;
  text(text: LocalizedText | undefined): string;
  /** Rich text, cleaned, ready to be drawn. */
  rich(text: RichText): unknown;
  /** The sentence for an issue, in the applicant's language. */
  describe(issue: Issue): string;
  /** An address that the posting names, where it may load from there; `undefined` where it may not. */
  trustedUrl(url: string): URL | undefined;
  /** What the rules over several fields say beforehand of a field, by its wire name, and which files to choose again. */
  notesOf(wireName: string): readonly string[];
  /** The element in the page, with what the page's author has set. */
  readonly page: JobApplication;
  now(): Date;
  /** Sentences that the page's author has been told, or what they are about: each is told once for the whole form. */
  readonly told: Set<string>;
  /** Says something to people who use a screen reader, once. */
  announce(sentence: string): void;
}

/** One field as it stands: what a view needs to draw it, and the ways back. */
export interface FieldContext<F extends Field = Field, A = unknown> {
  readonly form: FormContext;
  readonly field: F;
  readonly answer: A;
  /** Of this field and its parts, as far as they have been told. */
  readonly issues: readonly Issue[];
  /** Unique in the shadow root; the control with this id is the one that an error leads to. */
  readonly id: string;
  /** The name on the wire. Controls carry it with a prefix, so that no name clobbers a property of the form. */
  readonly wireName: string;
  readonly label: string;
  /** What the rules over several fields say beforehand. */
  readonly notes: readonly string[];
  /** For `aria-describedby`: ids of description, hint and error, in the order in which they are read. */
  readonly describedBy: string | typeof nothing;
  readonly isInvalid: boolean;
  /** Shown answers around this field. */
  readonly lookup: Lookup;
  answerWith(answer: A): void;
  /** The answer as it is now, for what ends later than the drawing it began with. */
  readonly latest: () => A;
  /** The text kept beside this answer under a name of its own. */
  beside(name: string): string;
  answerBeside(name: string, text: string): void;
  /** Moves the focus to a control of this field, by its id, once the field has been drawn again. */
  focus(id: string): void;
}

/** How a type of field looks. A function of its context: whatever must last stands in the store. */
export interface FieldView<F extends Field = Field, A = unknown> {
  /**
   * `label`: one control, labelled by a `<label>`; `group`: several, in a `<fieldset>`; `radios`: likewise, of which
   * one is chosen; `bare`: the view draws label, hint and error itself; `none`: nothing is drawn around it.
   */
  frame(context: FieldContext<F, A>): 'label' | 'group' | 'radios' | 'bare' | 'none';
  /** A sentence on what is expected, shown before anything is answered. */
  hint?(context: FieldContext<F, A>): string | undefined;
  control(context: FieldContext<F, A>): TemplateResult | typeof nothing;
}

export type ViewMap = Readonly<Record<string, FieldView>>;

type FieldOf<Kind> = Kind extends FieldKind<infer F, infer _A> ? F : never;
type AnswerOf<Kind> = Kind extends FieldKind<infer _F, infer A> ? A : never;

/** One view for each of these kinds: a kind without one does not compile. */
export type ViewsOf<Kinds> = { readonly [T in keyof Kinds]: FieldView<FieldOf<Kinds[T]>, AnswerOf<Kinds[T]>> };

/** The wire name of a text that is kept beside an answer: inside a `repeat`, that of its entry. */
export function besideWireName(name: string, { field, wireName }: Pick<FieldContext, 'field' | 'wireName'>): string {
  return wireName === field.name ? name : `${wireName.slice(0, -`[${field.name}]`.length)}[${name}]`;
}

/** Issues of the field itself, not of a field inside it. */
export function ownIssues({ issues, wireName }: Pick<FieldContext, 'issues' | 'wireName'>): readonly Issue[] {
  return issues.filter(({ field }) => field === wireName);
}
