import type * as z from 'zod/mini';
import { problemsOf, toPointer } from '../posting/problems.js';
import { isOption, type GivenOption } from './choice-field.js';

type Path = readonly PropertyKey[];

/** Collects what an adapter did not understand. */
export class Coverage {
  readonly lines: string[] = [];

  report(path: Path, sentence: string): void {
    this.lines.push(`${toPointer(path) || '(the whole)'}: ${sentence}`);
  }

  /** Reads each item of a list by itself: one that cannot be read is reported and the rest stands. No list is empty. */
  readEach<T>(values: unknown, schema: z.ZodMiniType<T>, path: Path): { readonly item: T; readonly path: Path }[] {
    if (values === undefined || values === null) return [];
    if (!Array.isArray(values)) {
      this.report(path, 'expected a list; what stands there is left out.');
      return [];
    }
    return values.flatMap((value: unknown, index) => {
      const item = this.read(value, schema, [...path, index]);
      return item === undefined ? [] : [{ item, path: [...path, index] }];
    });
  }

  /** `undefined` where it cannot be read, which is reported. */
  read<T>(value: unknown, schema: z.ZodMiniType<T>, path: Path): T | undefined {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const { pointer, expected } of problemsOf(read.error.issues)) {
      this.lines.push(`${toPointer(path)}${pointer}: expected ${expected}; it is left out.`);
    }
    return undefined;
  }

  /** Reports a choice without anything to choose from, which is asked as a text. */
  hasOptions(options: readonly GivenOption[], path: Path): void {
    if (!options.some(isOption)) this.report(path, 'a choice without anything to choose from; it is asked as a text.');
  }

  /** Reports an option that has words and no value for the system, which is sent its words. */
  hasValue(value: unknown, words: string | undefined, path: Path): void {
    if ((value === undefined || value === '') && words?.trim())
      this.report(path, `the option "${words.trim()}" has no value of its own; it is sent by its words.`);
  }

  /** Reports keys of an object that the adapter has no use for and does not leave out on purpose. */
  keys(value: object, known: readonly string[], path: Path): void {
    for (const key of Object.keys(value)) {
      const found = (value as Record<string, unknown>)[key];
      const isEmpty = found === null || found === '' || (Array.isArray(found) && found.length === 0);
      if (!known.includes(key) && !isEmpty)
        this.report([...path, key], 'not a key this adapter knows; it is left out.');
    }
  }
}
