import type { Application } from '../form/application.js';
import type { FormPlan } from '../form/form-plan.js';
import type { Part } from '../posting/field-kind.js';
import type { AdapterWords } from './words.js';

/** Systems with an adapter; also the values of the element's `format` and `payload`. */
export type FormatName = 'greenhouse' | 'lever' | 'ashby' | 'workable' | 'recruitee' | 'smartrecruiters' | 'schema-org';

export interface AdapterOptions {
  readonly words: AdapterWords;
  /** Which job of a list is meant: its id, slug or shortcode. Without it, the first. */
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

export type Enctype = 'multipart/form-data' | 'application/json';

/** What a system is sent. It names its own `enctype`, since some systems take only one. */
export type Payload = { readonly unresolved: readonly Unresolved[] } & (
  | { readonly enctype: 'multipart/form-data'; readonly parts: readonly Part[] }
  /** Where a file stands in the body, its bytes go in base64. */
  | { readonly enctype: 'application/json'; readonly body: Readonly<Record<string, unknown>> }
);

/** An answer that the system ignores, or refuses, as it is: a place without coordinates, a school without its
 * id, a file that has to be uploaded beforehand. */
export interface Unresolved {
  /** Wire name in our posting, such as `educations[0][school_name_id]`. */
  readonly field: string;
  readonly needs: 'coordinates' | 'id' | 'upload';
}

/** What a system's own answer says; `undefined` in place of it where it says nothing of its own. */
export interface SystemReply {
  readonly status: 'sent' | 'failed' | 'invalid';
  /** The system's own id of what it stored. */
  readonly id?: string | undefined;
  /** The system's words for the whole of it. */
  readonly message?: string | undefined;
  /** `field` is the name of a field in our posting, or as it was sent; empty for the form as a whole. */
  readonly issues: readonly { readonly field: string; readonly message: string }[];
}

export type ToPosting = (json: unknown, options: AdapterOptions) => Adapted;
export type ToPayload = (application: Application, plan: FormPlan, enctype: Enctype) => Payload;
/**
 * @param body the answer's JSON, or its text where it is none
 * @param plan for systems that speak of a question by its words
 */
export type ReadReply = (status: number, body: unknown, plan?: FormPlan) => SystemReply | undefined;

export interface Adapter {
  readonly toPosting: ToPosting;
  /** Absent where the system takes no applications. */
  readonly toPayload?: ToPayload;
  readonly readReply?: ReadReply;
}
