import { ChosenFile } from './copy-file.js';

/** A file that stays where it is until it is sent. */
export class LargeFile extends ChosenFile {
  readonly #sum: number;

  constructor(original: File, sum: number) {
    super(original, original);
    this.#sum = sum;
  }

  /** Whether it is not there any more as it was when it was chosen. Reads all of it. */
  async hasChanged(): Promise<boolean> {
    try {
      return (await sumOf(this.original)) !== this.#sum;
    } catch {
      return true; // Chromium reads no file that was written to since; and none that is gone can be read
    }
  }
}

/** @throws {DOMException} where it can't be read */
export async function rememberFile(file: File): Promise<LargeFile> {
  return new LargeFile(file, await sumOf(file));
}

const pieceBytes = 2 ** 20;

/** FNV-1a of all bytes, piece by piece: `crypto.subtle` would need them at once, and a page with https. */
async function sumOf(file: Blob): Promise<number> {
  let sum = 0x811c9dc5;
  for (let start = 0; start < file.size; start += pieceBytes) {
    const piece = new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer());
    for (const byte of piece) sum = Math.imul(sum ^ byte, 0x01000193);
  }
  return sum;
}
