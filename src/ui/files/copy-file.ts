/** Above this, a copy would weigh on the memory of a phone. */
const largestCopy = 20_000_000;

/**
 * The file with its bytes as they are now: one that is edited after it was chosen could not be read any more, or would
 * be sent otherwise than it was judged. A large file is given back as it is.
 * @throws {DOMException} where it can't be read: it is gone, locked, or a folder
 */
export async function copyFile(file: File): Promise<File> {
  if (file.size > largestCopy) return file;
  return new File([await file.arrayBuffer()], file.name, { type: file.type, lastModified: file.lastModified });
}
