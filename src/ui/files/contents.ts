/** What a file turns out to be: a MIME type, of which some are families made up here (`x-…`). */
export type Contents = string;

/** The beginning of a file and its end, a character for each byte. */
export interface Excerpt {
  readonly head: string;
  readonly tail: string;
}

/** Enough for the names in most archives; more is not read. */
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

/** In this order; the first that fits. Readers take a PDF whose signature stands anywhere in the first 1,024 bytes. */
const signatures: readonly (readonly [RegExp, Contents])[] = [
  [/^[^]{0,1019}%PDF-/, 'application/pdf'],
  [/^(\xef\xbb\xbf)?\s*\{\\rtf/, 'application/rtf'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, family.ole],
  [/^PK\x03\x04[^]*\[Content_Types\]\.xml/, family.officeZip],
  [/^PK(\x03\x04|\x05\x06)/, 'application/zip'],
  [/^\x89PNG/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^[^]{4}ftyp(hei|hev|mif1|msf1)/, 'image/heic'],
  [/^[^]{4}ftypavif/, 'image/avif'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff'],
  // Two letters begin many a text; a zero byte within does not.
  [/^BM[^]{0,20}\0/, 'image/bmp'],
  [/^(MZ[^]{0,60}\0|\x7fELF|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe)/, family.program],
  [/^([^]{4}ftyp|RIFF[^]{4}(WAVE|AVI )|OggS|fLaC|\x1aE\xdf\xa3)/, family.media],
  [/^(\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07)/, family.archive],
  [/^(\xef\xbb\xbf)?\s*(<\?xml[^]{0,1000})?<svg/i, 'image/svg+xml'],
  [/^(\xef\xbb\xbf)?\s*<[!?a-z]/i, 'text/html'],
];

/** What the bytes say; `undefined` for plain text and for what has no signature here. */
export function contentsOf({ head, tail }: Excerpt): Contents | undefined {
  const found = signatures.find(([signature]) => signature.test(head))?.[1];
  // The list of what is in an archive stands at its end.
  return found === 'application/zip' && tail.includes('[Content_Types].xml') ? family.officeZip : found;
}
