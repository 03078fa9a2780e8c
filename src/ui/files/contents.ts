/** What a file turns out to be: a MIME type, of which some are families made up here (`x-…`). */
export type Contents = string;

/** The beginning of a file and its end, a character for each byte. */
export interface Excerpt {
  readonly head: string;
  readonly tail: string;
}

/** Enough for the names in most archives, which stand before each file in it and in a list at its end. */
const headBytes = 65_536;
const tailBytes = 65_536;

/** @throws {DOMException} where the file can't be read */
export async function excerptOf(file: Blob): Promise<Excerpt> {
  const [head, tail] = await Promise.all([
    file.slice(0, headBytes).arrayBuffer(),
    file.slice(Math.max(0, file.size - tailBytes)).arrayBuffer(),
  ]);
  return { head: asCharacters(head), tail: asCharacters(tail) };
}

/** Words and patterns are looked for in it, and none of them minds how the bytes above 127 are read, save these few. */
function asCharacters(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return text;
}

export const family = {
  /** Word, Excel and PowerPoint up to 2003, and later documents under a password. */
  ole: 'application/x-ole-storage',
  /** Word, Excel and PowerPoint since 2007. */
  officeZip: 'application/x-office-zip',
  program: 'application/x-executable',
  media: 'audio/x-any',
  archive: 'application/x-archive',
} as const;

type Signature = (head: string) => boolean;

const begins =
  (...beginnings: string[]): Signature =>
  (head) =>
    beginnings.some((beginning) => head.startsWith(beginning));

/** Two letters begin many a text; a zero byte soon after them does not. */
const beginsBinary =
  (beginning: string): Signature =>
  (head) =>
    head.startsWith(beginning) && head.slice(0, 64).includes('\0');

/** The brand of a file in the manner of MP4, behind its length. */
const hasBrand =
  (brand: RegExp): Signature =>
  (head) =>
    head.startsWith('ftyp', 4) && brand.test(head.slice(8, 12));

/** Behind a byte order mark and blanks, if there are any. */
const beginsText =
  (beginning: RegExp): Signature =>
  (head) =>
    beginning.test(head.replace(/^\xef\xbb\xbf/, '').trimStart());

/** In this order; the first that fits. Readers take a PDF whose signature stands anywhere in the first 1,024 bytes. */
const signatures: readonly (readonly [Contents, Signature])[] = [
  ['application/pdf', (head) => head.slice(0, 1024).includes('%PDF-')],
  ['application/rtf', beginsText(/^\{\\rtf/)],
  [family.ole, begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['application/zip', begins('PK\x03\x04', 'PK\x05\x06')],
  ['image/png', begins('\x89PNG')],
  ['image/jpeg', begins('\xff\xd8\xff')],
  ['image/gif', begins('GIF87a', 'GIF89a')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8)],
  ['image/heic', hasBrand(/^(hei|hev|mif1|msf1)/)],
  ['image/avif', hasBrand(/^avif/)],
  ['image/tiff', begins('II*\0', 'MM\0*')],
  ['image/bmp', beginsBinary('BM')],
  [family.program, beginsBinary('MZ')],
  [family.program, begins('\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe')],
  [family.media, hasBrand(/./)],
  [family.media, begins('RIFF', 'OggS', 'fLaC', '\x1aE\xdf\xa3')],
  [family.archive, begins('\x1f\x8b', '7z\xbc\xaf', 'Rar!\x1a\x07')],
  ['image/svg+xml', beginsText(/^(<\?xml[^]{0,1000})?<svg/i)],
  ['text/html', beginsText(/^<[!?a-z]/i)],
];

/** What the bytes say; `undefined` for plain text and for what has no signature here. */
export function contentsOf({ head, tail }: Excerpt): Contents | undefined {
  const found = signatures.find(([, fits]) => fits(head))?.[0];
  const isOffice = [head, tail].some((part) => part.includes('[Content_Types].xml'));
  return found === 'application/zip' && isOffice ? family.officeZip : found;
}
