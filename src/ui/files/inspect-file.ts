import { acceptsAnyType, extensionOf, isAccepted } from '../../posting/kinds/file.js';
import { contentsOf, excerptOf, family, type Contents, type Excerpt } from './contents.js';

export { rememberFile } from './large-file.js';

/** What the applicant should know of a file that is taken all the same. */
export type FileNote = 'locked' | 'incomplete';

export interface Inspection {
  /** False where its contents are neither what its name says nor of another accepted type. */
  readonly isGenuine: boolean;
  readonly note: FileNote | undefined;
}

const { ole, officeZip } = family;
const plain = undefined;
const images = /^image\//;

/**
 * What may be found under a name. It is wider than the letter: word processors write RTF and HTML into `.doc`, a
 * password turns a `.docx` into an OLE file, and who renames a document that Word opens anyway means no harm. To refuse
 * one of these is to lose an applicant.
 */
const mayHold: Readonly<Record<string, readonly (Contents | RegExp | undefined)[]>> = {
  pdf: ['application/pdf'],
  doc: [ole, officeZip, 'application/rtf', 'application/pdf', 'text/html', plain],
  docx: [officeZip, ole, 'application/rtf'],
  rtf: ['application/rtf', ole, officeZip],
  txt: [plain, 'text/html', 'image/svg+xml', 'application/rtf'],
  odt: ['application/zip', officeZip],
  ...Object.fromEntries(['xls', 'xlsx', 'ppt', 'pptx'].map((extension) => [extension, [ole, officeZip]])),
  ...Object.fromEntries(
    ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'tif', 'tiff', 'bmp', 'avif'].map((extension) => [
      extension,
      [images],
    ]),
  ),
};

/**
 * Looks at the first and the last bytes of a file. A help against mistakes, no protection: whoever receives it must look
 * for themselves.
 * @throws {DOMException} where it can't be read
 */
export async function inspectFile(file: File, accept: readonly string[]): Promise<Inspection> {
  const excerpt = await excerptOf(file);
  const contents = contentsOf(excerpt);
  return { isGenuine: isGenuine(file.name, contents, accept), note: noteOn(excerpt, contents) };
}

function isGenuine(name: string, contents: Contents | undefined, accept: readonly string[]): boolean {
  const extension = extensionOf(name);
  // Of names that are not there nothing is known that would speak against the contents.
  if (acceptsAnyType(accept) || !Object.hasOwn(mayHold, extension)) return true;
  const isExpected = mayHold[extension]!.some((each) =>
    each instanceof RegExp ? contents !== undefined && each.test(contents) : each === contents,
  );
  return isExpected || (contents !== undefined && isAccepted({ name: '', type: contents }, accept));
}

function noteOn({ head, tail }: Excerpt, contents: Contents | undefined): FileNote | undefined {
  if (contents === ole) return `${head}${tail}`.includes(encryptedPackage) ? 'locked' : undefined;
  if (contents !== 'application/pdf') return undefined;
  if (!tail.includes('%%EOF')) return 'incomplete';
  return /\/Encrypt\b/.test(tail) ? 'locked' : undefined;
}

/** The stream that holds a document under a password; OLE files name their streams in UTF-16. */
const encryptedPackage = [...'EncryptedPackage'].join('\0');
