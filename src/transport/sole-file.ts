import type { Answers } from '../posting/answers.js';

/** Where a file stands: the wire name of its answer, and its place there from 0. */
export interface FilePlace {
  readonly field: string;
  readonly index: number;
}

/** The place of the file, where there is one and no other: it is to blame for what is wrong with "a file". */
export function soleFile(answers: Answers): FilePlace | undefined {
  const [first, ...others] = Object.entries(answers).flatMap(([name, value]) => filesIn(value, name));
  return others.length === 0 ? first : undefined;
}

function filesIn(value: unknown, field: string): readonly FilePlace[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    each instanceof Blob ? [{ field, index: Number(key) }] : filesIn(each, `${field}[${key}]`),
  );
}
