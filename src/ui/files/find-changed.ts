import type { Answers } from '../../posting/answers.js';
import type { Issue } from '../../posting/issue.js';
import type { LargeFile } from './large-file.js';

/** Files that are not there any more as they were chosen; of those alone that were not copied. */
export async function findChanged(answers: Answers): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const { file, field, index } of Object.entries(answers).flatMap(([name, value]) => largeFilesIn(value, name))) {
    if (await file.hasChanged()) issues.push({ field, code: 'file-changed', params: { index } });
  }
  return issues;
}

interface Found {
  readonly file: LargeFile;
  /** Wire name of the answer that it is in, and its place there. */
  readonly field: string;
  readonly index: number;
}

function largeFilesIn(value: unknown, field: string): readonly Found[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]): readonly Found[] =>
    isLarge(each) ? [{ file: each, field, index: Number(key) }] : largeFilesIn(each, `${field}[${key}]`),
  );
}

/** Asked so, its code is loaded only where there is one. */
function isLarge(value: unknown): value is LargeFile {
  return value instanceof File && 'hasChanged' in value;
}
