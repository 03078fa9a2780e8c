import * as z from 'zod/mini';

/** One answer as it is kept. The type goes along: an answer comes back only to a field of that name and type. */
export interface StoredAnswer {
  readonly name: string;
  readonly type: string;
  /** Absent where the applicant has blanked what the form began with. */
  readonly value?: unknown;
  /** Texts that are kept beside the answer, by their names. */
  readonly beside?: Readonly<Record<string, string>> | undefined;
  /** Names of files that were chosen and are not kept. */
  readonly files?: readonly string[] | undefined;
  /** The entries of a group, in place of a value. */
  readonly entries?: readonly (readonly StoredAnswer[])[] | undefined;
}

const storedAnswer: z.ZodMiniType<StoredAnswer> = z.object({
  name: z.string(),
  type: z.string(),
  value: z.optional(z.unknown()),
  beside: z.optional(z.record(z.string(), z.string())),
  files: z.optional(z.array(z.string())),
  // By a getter, since it holds itself: `z.lazy` would come with the form's chunk.
  get entries() {
    return z.optional(z.array(z.array(storedAnswer)));
  },
});

const draft = z.object({
  /** Of this format; a record of another is not read. */
  version: z.literal(1),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** Whose it is: one page that has the form open. */
  writer: z.string(),
  answers: z.array(storedAnswer),
});

/** What is kept of an application that is not sent yet. */
export interface Draft {
  readonly version: 1;
  readonly savedAt: number;
  readonly writer: string;
  readonly answers: readonly StoredAnswer[];
}

/** A draft out of what a browser had stored; `undefined` where it is damaged, or was written by something else. */
export function readDraft(stored: unknown): Draft | undefined {
  const read = draft.safeParse(stored);
  return read.success ? read.data : undefined;
}

/** Why nothing could be kept: the browser forbids it, or there is no room. */
export type Refusal = 'blocked' | 'full';

export function refusalOf(error: unknown): Refusal {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}

/** Whether files themselves are kept, or only their names, so that it can be said which to choose again. */
export type FileKeeping = 'keep' | 'name';

/** What came of keeping a draft. */
export type Writing =
  | {
      readonly status: 'kept';
      /** Another page had written its own there since this one last looked. */
      readonly isOverOther: boolean;
    }
  | { readonly status: 'refused'; readonly reason: Refusal };

/** Somewhere to keep one draft. Nothing of it rejects. */
export interface DraftPlace {
  readonly files: FileKeeping;
  /** `undefined` where there is none, or none that can be read. */
  read(): Promise<Draft | undefined>;
  /** @param isLast the page may end before anything can be asked of the place: it is written as it is */
  write(draft: Draft, isLast: boolean): Promise<Writing>;
  /** @returns whether nothing is there any more: `false` where the browser refused, or did not let it be looked into */
  remove(): Promise<boolean>;
  /** The form is in the page: what is to be kept may have to be written as that ends. */
  hold(): void;
  /** The form is not: nothing is held any more than it takes to read or write once. What is being written is still written. */
  close(): void;
}
