import { partsOf, type Answers, type Scope } from '../posting/answers.js';
import type { Field, FileInfo } from '../posting/field-kind.js';

export interface SentFiles {
  readonly files: readonly FileInfo[];
  /** The answer says nothing else. */
  readonly alone: boolean;
}

/** The files that go with the answer to a question; of a `repeat`, with its entries. */
export function sentFiles(field: Field, answers: Answers, scope: Scope): SentFiles {
  const sent = partsOf([field], answers, (name) => name, scope);
  const files = sent.flatMap(({ value }) => (typeof value === 'string' ? [] : [value]));
  return { files, alone: files.length > 0 && files.length === sent.length };
}
