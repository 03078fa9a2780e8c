import type { FileField } from '../../../posting/kinds/file.js';

/** A file as a service names it, before it is fetched. */
export interface PickedFile {
  readonly name: string;
  /** MIME type, where the service says it. */
  readonly type?: string | undefined;
  /** In bytes, where the service says it. */
  readonly size?: number | undefined;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Pick =
  | { readonly status: 'picked'; readonly files: readonly PickedFile[] }
  /** The applicant has thought better of it, or has refused the service leave. */
  | { readonly status: 'closed' }
  /** The service is here, but the press was too long ago for the browser to let a window open. */
  | { readonly status: 'late' };

export interface PickRequest {
  readonly field: FileField;
  /** How many there is room for. */
  readonly most: number;
  /** BCP 47: the language that the picker is to be in. */
  readonly lang: string;
}

/** Whether a window that is opened now would be kept from opening. Browsers that cannot say open it for some seconds. */
export function isTooLate(): boolean {
  return (navigator as { userActivation?: UserActivation }).userActivation?.isActive === false;
}
