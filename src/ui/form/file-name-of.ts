import { answerOf } from '../../posting/answers.js';
import type { Issue } from '../../posting/issue.js';
import { displayName } from '../files/display-name.js';

/** Name of the file that an issue is about, by its place in the answer; nested answers are followed. */
export function fileNameOf(
  { field }: Issue,
  index: number,
  answers: Readonly<Record<string, unknown>>,
): string | undefined {
  const [name = '', ...path] = field.split(/[[\]]+/).filter(Boolean);
  let value: unknown = answerOf(answers, Object.hasOwn(answers, field) ? field : name);
  for (const key of Object.hasOwn(answers, field) ? [] : path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  const file: unknown = Array.isArray(value) ? value[index] : undefined;
  return typeof file === 'object' && file !== null && 'name' in file && 'size' in file
    ? displayName(String(file.name))
    : undefined;
}
