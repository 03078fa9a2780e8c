/** Above this, a copy would weigh on the memory of a phone. */
const largestCopy = 20_000_000;

/**
 * The file with its bytes as they are now: one that is edited after it was chosen could not be read any more, or would
 * be sent otherwise than it was judged. A large file, and one that cannot be read, is given back as it is.
 */
export async function copyFile(file: File): Promise<File> {
  if (file.size > largestCopy) return file;
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type, lastModified: file.lastModified });
  } catch {
    return file; // it fails again when it is sent, and is told then
  }
}
