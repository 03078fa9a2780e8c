import type * as z from 'zod/mini';
import type { Lookup } from './condition.js';
import type { Ask, Finding } from './issue.js';
import type { LocalizedText, RichText } from './text.js';

/** What every field of a form has, whatever its type. */
export interface Field {
  readonly type: string;
  /** Wire name, unique in the form or in its `repeat`. Empty only for kinds that ask nothing. */
  readonly name: string;
  readonly label?: LocalizedText | undefined;
  readonly description?: RichText | undefined;
  readonly required?: boolean | undefined;
  /** JsonLogic over other answers; the field is shown where it holds. */
  readonly showIf?: unknown;
  /** Token of the HTML autofill standard; guessed from the name where it is absent. */
  readonly autocomplete?: string | undefined;
  /** Kept out of drafts, logs, receipts and previews. */
  readonly sensitive?: boolean | undefined;
  readonly prefill?: boolean | undefined;
  /** The answer before the applicant gives one. */
  readonly default?: unknown;
  /** The type that the posting gave, where this version does not know it; the field is then a `text`. */
  readonly unknownType?: string | undefined;
}

/** What is known of a file before it is read; a browser's `File` has this shape. */
export interface FileInfo {
  readonly name: string;
  /** MIME type as the sender's system guesses it, often empty. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** One part of a multipart request. */
export interface Part {
  readonly name: string;
  readonly value: string | FileInfo;
}

/** The parts of a request. */
export interface PartSource {
  readonly names: Iterable<string>;
  /** The values of all parts of a name, in their order. */
  values(name: string): readonly Part['value'][];
}

/** Turns a field's own name into its name on the wire: itself at the top, `education[0][school]` inside a `repeat`. */
export type WireName = (name: string) => string;

export type KindMap = Readonly<Record<string, FieldKind>>;

/** What surrounds an answer: needed by a kind whose answers have fields or options with conditions of their own. */
export interface ScopeContext {
  readonly kinds: KindMap;
  /** Shown answers around this one. */
  readonly lookup: Lookup;
}

/** Answers of their own inside an answer, and which fields they show. */
export interface Entry {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly scope: ScopeContext & { isShown(field: Field): boolean };
}

/**
 * What shared code must know of a list of answers inside an answer. A place is where a field stands in it, as it follows
 * the outer field's wire name: `[0][school]`.
 */
export interface EntriesOf<F extends Field, A> {
  of(answer: A, field: F, context: ScopeContext): readonly Entry[];
  /** Places of all fields that are asked and seen now. */
  places(answer: A | undefined, field: F, context: ScopeContext): readonly string[];
  /** Where a place has gone as the answer changed; `undefined` where its entry is gone. */
  follow(place: string, before: A, after: A): string | undefined;
  /** The same, and `undefined` also where another answer stands there now. */
  followAnswer(place: string, before: A, after: A): string | undefined;
  /** Places that were not there before, but for those of a new entry. */
  appeared(field: F, before: Seen<A>, after: Seen<A>): readonly string[];
}

/** An answer at one moment, and what surrounded it. */
export interface Seen<A> {
  readonly answer: A | undefined;
  readonly scope: ScopeContext;
}

/** What a kind may know while an application is made. */
export interface SendContext extends ScopeContext {
  /** ISO 8601, UTC: when the application was made. */
  readonly at: string;
  /** BCP 47: the language that the form was drawn in. */
  readonly locale: string;
  /** The posting's own language. */
  readonly fallbackLocale: string | undefined;
}

/** What a kind may know while it writes the proof that goes with an application. */
export interface RecordContext extends ScopeContext {
  readonly locale: string;
  readonly wire: WireName;
}

/** What the applicant was asked to permit, or was shown word for word. */
export type ConsentRecord =
  | {
      readonly name: string;
      readonly given: boolean;
      readonly version: string | undefined;
      /** The text as it stood, in the language given. */
      readonly text: string;
      /** ISO 8601, UTC: when it was last changed, or the application made. */
      readonly at: string;
      readonly locale: string;
    }
  | { readonly name: string; readonly document: string; readonly version: string };

/** What a kind may know while it judges an answer. */
export interface JudgeContext extends ScopeContext {
  /** The day it is for the applicant, ISO (`2026-11-22`): what `today` means in a limit. */
  readonly today: string;
}

/** What a kind needs to write an answer out for a person. */
export interface TextContext {
  readonly kinds: KindMap;
  /** BCP 47. */
  readonly locale: string;
  readonly text: (text: LocalizedText | undefined) => string;
  readonly yes: string;
  readonly no: string;
  /** The text kept beside an answer, by its name. */
  readonly beside?: (name: string) => string;
}

/**
 * A type of field, without its looks: how its configuration is read, what its answer is, how that is judged and how it
 * travels. Pure, so that browser and server run the same one. `F` is its configuration, `A` its answer.
 */
export interface FieldKind<F extends Field = Field, A = unknown> {
  /** Reads the field's configuration out of the posting. Keys it does not name are kept. */
  readonly schema: z.ZodMiniType<F>;
  /** How a sentence about a missing answer begins. */
  ask(field: F): Ask;
  /** False for a field that stands in the form and asks nothing; it needs no name. */
  readonly isQuestion: boolean;
  /** False where the applicant never sees the field; it needs no label. */
  readonly isVisible: boolean;
  /** Only the applicant may give the answer: a page cannot fill it in. */
  readonly isPersonal?: boolean;
  /** Whether a field needs a label; else every visible question does. */
  needsLabel?(field: F): boolean;
  /** The answer before the applicant gives one: the field's default, else a blank one. */
  initial(field: F, kinds: KindMap): A;
  isBlank(answer: A, field: F): boolean;
  /** An answer from outside (a page, a request, a draft), or `undefined` where it is not one of this kind. */
  read(value: unknown, field: F, context: { readonly kinds: KindMap }): A | undefined;
  /**
   * The answer without what the field does not offer, such as an option that is gone: nobody would see what is wrong.
   * Else all that can be read fits.
   */
  fitting?(answer: A, field: F, kinds: KindMap): A;
  judge(answer: A, field: F, context: JudgeContext): readonly Finding[];
  /** `judge` is called with a blank answer, too, and decides about `required` itself. */
  readonly judgesBlank?: boolean;
  /** Parts for a multipart request. */
  toParts(answer: A, field: F, wire: WireName, context: ScopeContext): readonly Part[];
  /** A blank answer is sent, too. */
  readonly sendsBlank?: boolean;
  /** The answer out of the parts; `undefined` where no part of it is there. Still to be given to `read`. */
  fromParts(parts: PartSource, field: F, wire: WireName, kinds: KindMap): unknown;
  /** What a condition sees of the answer, where that is not the answer itself. */
  toOperand?(answer: A, field: F, lookup: Lookup): unknown;
  /** For the review of answers and the receipt. */
  toText(answer: A, field: F, context: TextContext): string;
  /** Wire names that the field uses beside its own, for answers or parts. */
  derivedNames?(field: F): readonly string[];
  /**
   * Names of plain texts that are kept as answers of their own beside this one, such as what is written next to
   * "Other": those in force with this answer, or all where no answer is given.
   */
  besideNames?(field: F, answer?: A): readonly string[];
  /** The answer as it is sent: without what is not shown of it, and with what proves it. */
  toSent?(answer: A, field: F, context: SendContext): A;
  /** The proof that goes with an application, for a field that asks permission or shows a text word for word. */
  toRecords?(answer: A | undefined, field: F, context: RecordContext): readonly ConsentRecord[];
  /** Conditions inside the field's configuration, such as its options', beside `showIf`. */
  conditionsOf?(field: F): readonly unknown[];
  /** The field's own fields, under the key `fields`, where it has any. */
  fieldsOf?(field: F): readonly Field[];
  /** For a kind whose answer is a list of answers to fields of its own. */
  readonly entries?: EntriesOf<F, A>;
  /** What the posting's author should know and no applicant: `today` is an ISO date. */
  warnings?(field: F, today: string): readonly string[];
  /** What the schema cannot say; pointers are relative to the field. */
  problems?(field: F): readonly { readonly pointer: string; readonly expected: string }[];
}
