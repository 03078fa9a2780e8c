/** Above this, a copy would weigh on the memory of a phone. */
const largestCopy = 20_000_000;

/** A file that knows what was chosen: an answer has not changed where the one has taken the place of the other. */
export class ChosenFile extends File {
  constructor(
    content: Blob | ArrayBuffer,
    readonly original: File,
  ) {
    super([content], original.name, { type: original.type, lastModified: original.lastModified });
  }
}

/**
 * The file with its bytes as they are now: one that is edited after it was chosen could not be read any more, or would
 * be sent otherwise than it was judged. Of a large file, they are only remembered, to be looked at before it is sent.
 * @param reading the code that does so; without it, a large file goes as it is then
 * @throws {DOMException} where it can't be read: it is gone, locked, or a folder
 */
export async function copyFile(
  file: File,
  reading: Promise<{ rememberFile(file: File): Promise<File> } | undefined>,
): Promise<File> {
  if (file.size <= largestCopy) return new ChosenFile(await file.arrayBuffer(), file);
  return (await reading)?.rememberFile(file) ?? file;
}
