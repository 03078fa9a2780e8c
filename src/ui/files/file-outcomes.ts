import type { FileInfo } from '../../posting/field-kind.js';
import { isWritten, type FileAnswer } from '../../posting/kinds/file.js';

/** What became of files that were read: one that another has replaced is read to its end all the same. */
export class FileOutcomes {
  readonly #outcomes = new WeakMap<FileInfo, FileAnswer>();

  /** It stays, as it was copied. */
  keep(file: FileInfo, copy: FileInfo): void {
    if (copy !== file) this.#outcomes.set(file, [copy]);
  }

  /** @param before the answer that it had taken the place of */
  takeBack(file: FileInfo, before: FileAnswer): void {
    if (!filesOf(before).includes(file)) this.#outcomes.set(file, before);
  }

  /** An answer of one file as that has proved to be meanwhile. */
  revise(answer: FileAnswer): FileAnswer {
    const [only] = filesOf(answer);
    const outcome = only && this.#outcomes.get(only);
    return outcome ? this.revise(outcome) : answer;
  }
}

export function filesOf(answer: FileAnswer): readonly FileInfo[] {
  return isWritten(answer) ? [] : answer;
}
