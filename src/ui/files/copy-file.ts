/** Above this, a copy would weigh on the memory of a phone. */
const largestCopy = 20_000_000;

/** A copy that knows what it was made of: an answer has not changed where the one has taken the place of the other. */
export class FileCopy extends File {
  constructor(
    bytes: ArrayBuffer,
    readonly original: File,
  ) {
    super([bytes], original.name, { type: original.type, lastModified: original.lastModified });
  }
}

/**
 * The file with its bytes as they are now: one that is edited after it was chosen could not be read any more, or would
 * be sent otherwise than it was judged. A large file is given back as it is.
 * @throws {DOMException} where it can't be read: it is gone, locked, or a folder
 */
export async function copyFile(file: File): Promise<File> {
  return file.size > largestCopy ? file : new FileCopy(await file.arrayBuffer(), file);
}
