import * as z from 'zod/mini';
import type { StoredAnswer } from './draft.js';

/** What stands in an answer where a file was; the file is stored beside it. */
const stub = z.object({ 'job-application:file': z.string(), name: z.string() });

/**
 * Answers without their files, which would else be written again with every word that is typed.
 * @param idOf under which a file is stored
 */
export function takeFilesOut(answers: readonly StoredAnswer[], idOf: (file: File) => string): readonly StoredAnswer[] {
  const swap = (value: unknown): unknown =>
    value instanceof File ? { 'job-application:file': idOf(value), name: value.name } : mapInside(value, swap);
  return answers.map(({ value, entries, ...rest }) => ({
    ...rest,
    ...(value === undefined ? {} : { value: swap(value) }),
    ...(entries && { entries: entries.map((entry) => takeFilesOut(entry, idOf)) }),
  }));
}

/** The same answers with their files; the names of those that are not there any more stand beside them. */
export function putFilesBack(
  answers: readonly StoredAnswer[],
  fileOf: (id: string) => File | undefined,
): readonly StoredAnswer[] {
  return answers.map(({ value, files = [], entries, ...rest }) => {
    const missing: string[] = [...files];
    const swap = (each: unknown): unknown => {
      const read = stub.safeParse(each);
      if (!read.success) return mapInside(each, swap);
      const file = fileOf(read.data['job-application:file']);
      if (!file) missing.push(read.data.name);
      return file;
    };
    return {
      ...rest,
      ...(value === undefined ? {} : { value: swap(value) }),
      ...(missing.length > 0 && { files: missing }),
      ...(entries && { entries: entries.map((entry) => putFilesBack(entry, fileOf)) }),
    };
  });
}

function mapInside(value: unknown, change: (each: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));
}
