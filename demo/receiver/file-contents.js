/**
 * What a file turns out to be: a MIME type, of which two are made up here for families of types.
 * @typedef {string} Contents
 *
 * The beginning of a file and its end, a character for each byte.
 * @typedef {{ head: string, tail: string }} Excerpt
 */

const office = 'application/x-office-zip';
/** Word until 2003, and any document of Office under a password. */
const ole = 'application/x-ole-storage';
const program = 'application/x-executable';

/** Bytes at either end that are looked at: archives list their names at the end. */
export const excerptBytes = 65_536;

/** Programs first: a reader of PDF takes a signature that stands anywhere in the first 1,024 bytes, so a program may have both. */
const signatures = /** @type {readonly (readonly [Contents, string | RegExp])[]} */ ([
  [program, '\x7fELF'],
  [program, '\xcf\xfa\xed\xfe'],
  [program, '\xca\xfe\xba\xbe'],
  [program, /^MZ[^]{0,60}\0/],
  ['application/pdf', /^[^]{0,1019}%PDF-/],
  ['application/rtf', /^(\xef\xbb\xbf)?\s*\{\\rtf/],
  [ole, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/zip', 'PK\x03\x04'],
  ['application/zip', 'PK\x05\x06'],
  ['image/png', '\x89PNG'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/heic', /^[^]{4}ftyp(hei|hev|mif1|msf1)/],
  ['image/avif', /^[^]{4}ftypavif/],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/bmp', /^BM[^]{0,60}\0/],
  ['image/svg+xml', /^(\xef\xbb\xbf)?\s*(<\?xml[^]{0,1000})?<svg/i],
  ['text/html', /^(\xef\xbb\xbf)?\s*<[!?a-z]/i],
]);

const images = /^image\/(?!svg)/;
const text = undefined;

/**
 * What may stand under a name, which is more than its letter: word processors write RTF and HTML into `.doc`, a password
 * turns a `.docx` into an OLE file, and who renames a document that Word opens all the same means no harm. To refuse one
 * of these is to lose an applicant.
 * @type {ReadonlyMap<string, readonly (Contents | RegExp | undefined)[]>}
 */
const mayHold = new Map(
  /** @type {[string, (Contents | RegExp | undefined)[]][]} */ ([
    ['pdf', ['application/pdf']],
    ['doc', [ole, office, 'application/rtf', 'application/pdf', 'text/html', text]],
    ['docx', [office, ole, 'application/rtf']],
    ['rtf', ['application/rtf', ole, office]],
    ['txt', [text, 'text/html', 'image/svg+xml', 'application/rtf']],
    ['odt', ['application/zip', office]],
    ...namesFor(['xls', 'xlsx', 'ppt', 'pptx'], [ole, office]),
    ...namesFor(['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'avif', 'tif', 'tiff', 'bmp'], [images]),
  ]),
);

/** What a document of that kind is saved as, where its name says something else. @type {ReadonlyMap<Contents | undefined, string>} */
const extensions = new Map([
  ['application/pdf', 'pdf'],
  ['application/rtf', 'rtf'],
  ...['png', 'gif', 'webp', 'heic', 'avif', 'tiff', 'bmp'].map(
    (each) => /** @type {const} */ ([`image/${each}`, each]),
  ),
  ['image/jpeg', 'jpg'],
]);

/** @param {Excerpt} excerpt @returns {Contents | undefined} none for plain text and for what has no signature here */
export function contentsOf({ head, tail }) {
  const found = signatures.find(([, signature]) =>
    typeof signature === 'string' ? head.startsWith(signature) : signature.test(head),
  )?.[0];
  const isOffice = found === 'application/zip' && `${head}\n${tail}`.includes('[Content_Types].xml');
  return isOffice ? office : found;
}

/**
 * What may be believed of a file: the type is that of its bytes, whatever type came with it; the name counts only where
 * such bytes may stand under it.
 * @template {{ name: string, type: string }} File
 * @param {File} file
 * @param {Contents | undefined} contents
 * @returns {File}
 */
export function asItsContentsSay(file, contents) {
  const expected = mayHold.get(extensionOf(file.name));
  const isHonest =
    expected?.some((each) => (each instanceof RegExp ? each.test(contents ?? '') : each === contents)) ?? true;
  return { ...file, type: contents ?? '', name: isHonest ? file.name : '' };
}

/**
 * A name that a system opens as what the file is: a PDF that came as `cv.bat` is saved as `cv.bat.pdf`.
 * @param {string} name
 * @param {Contents | undefined} contents
 */
export function nameToSave(name, contents) {
  const extension = extensions.get(contents);
  return extension === undefined || mayHold.has(extensionOf(name)) ? name : `${name}.${extension}`;
}

/** @param {string[]} extensions @param {(Contents | RegExp)[]} contents @returns {[string, (Contents | RegExp)[]][]} */
function namesFor(extensions, contents) {
  return extensions.map((extension) => [extension, contents]);
}

/** Full-width letters count; blanks and dots at the end don't: Windows drops them. @param {string} name */
function extensionOf(name) {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+$/, '');
  return /\.([^.]*)$/.exec(plain)?.[1] ?? '';
}
