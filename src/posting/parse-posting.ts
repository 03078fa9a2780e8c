import type { FieldKind } from './field-kind.js';
import { kindsWith } from './kinds/index.js';
import type { Posting } from './posting.js';
import { readPosting } from './read-posting.js';

export interface ParseOptions {
  /** Field types of one's own, by their name. */
  readonly fieldTypes?: Readonly<Record<string, { readonly kind: FieldKind }>> | undefined;
}

/**
 * Reads a posting. The input is not changed; keys that are not known are kept.
 * @throws {PostingError} with every problem, each with its JSON Pointer and what was expected.
 */
export function parsePosting(input: unknown, { fieldTypes }: ParseOptions = {}): Posting {
  return readPosting(input, kindsWith(fieldTypes));
}
