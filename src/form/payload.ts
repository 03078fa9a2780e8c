import type { Part } from '../posting/field-kind.js';
import type { Application } from './application.js';
import type { FormPlan } from './form-plan.js';

export type Enctype = 'multipart/form-data' | 'application/json';

/** What a system is sent. It names its own `enctype`, since some systems take only one. */
export type Payload = { readonly unresolved: readonly Unresolved[] } & (
  | { readonly enctype: 'multipart/form-data'; readonly parts: readonly Part[] }
  /** Where a file stands in the body, its bytes go in base64. */
  | { readonly enctype: 'application/json'; readonly body: Readonly<Record<string, unknown>> }
);

/** An answer that the system ignores, or refuses, as it is. */
export interface Unresolved {
  /** Wire name in our posting, such as `educations[0][school_name_id]`. */
  readonly field: string;
  /**
   * `coordinates` of a place and the `id` of a school are still to be looked up by who receives the application, which
   * carries what was written. A file that needs an `upload` beforehand is not in it at all.
   */
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

/** Writes an application as a system takes it. */
export type ToPayload = (application: Application, plan: FormPlan, enctype: Enctype) => Payload;

/**
 * Reads a system's answer.
 * @param body the answer's JSON, or its text where it is none
 * @param plan for systems that speak of a question by its words, or by names of their own
 */
export type ReadSystemReply = (status: number, body: unknown, plan?: FormPlan) => SystemReply | undefined;

/** How a system takes applications and answers them, where that is not as ours are. */
export interface WireFormat {
  readonly toPayload: ToPayload;
  readonly readReply?: ReadSystemReply | undefined;
}
