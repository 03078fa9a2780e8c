import type { ReadSystemReply, ToPayload } from '../form/payload.js';
import type { AdapterWords } from './words.js';

/** Systems with an adapter; also the values of the element's `format` and `payload`. */
export type FormatName = 'greenhouse' | 'lever' | 'ashby' | 'workable' | 'recruitee' | 'smartrecruiters' | 'schema-org';

export interface AdapterOptions {
  readonly words: AdapterWords;
  /** Which job of a list is meant: its id, slug or shortcode. Only a list of one job needs none. */
  readonly job?: string | undefined;
  /** Whether "If yes, …" right after a question of yes or no becomes a condition. A guess, so only when asked for. */
  readonly conditions?: boolean | undefined;
  /** URL template for suggesting places, as the posting's `suggest`: some systems take a place only with coordinates. */
  readonly suggest?: string | undefined;
  /** What Greenhouse's education endpoints list, for schools, degrees and disciplines to be chosen from. */
  readonly education?: EducationLists | undefined;
}

export interface EducationLists {
  readonly schools?: readonly EducationItem[] | undefined;
  readonly degrees?: readonly EducationItem[] | undefined;
  readonly disciplines?: readonly EducationItem[] | undefined;
}

export interface EducationItem {
  readonly id: number | string;
  readonly text: string;
}

export interface Adapted {
  /** JSON of ours, still to be read by `parsePosting`. */
  readonly posting: Readonly<Record<string, unknown>>;
  /** What was not understood, a line each for the page's author: a JSON Pointer, a colon and a sentence. */
  readonly coverage: readonly string[];
}

export type ToPosting = (json: unknown, options: AdapterOptions) => Adapted;

export interface Adapter {
  readonly toPosting: ToPosting;
  /** Absent where the system takes no applications. */
  readonly toPayload?: ToPayload;
  readonly readReply?: ReadSystemReply;
}
