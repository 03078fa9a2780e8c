import * as z from 'zod/mini';
import { isBlankText } from '../blank-text.js';
import type { FieldKind, FileInfo } from '../field-kind.js';
import type { Finding } from '../issue.js';
import { fieldShape, open, optionalString, positiveCount } from '../schema.js';

const defaultAccept = ['.pdf', '.doc', '.docx', '.rtf', '.txt'] as const;

const schema = open({
  ...fieldShape,
  /** Extensions with a dot and MIME types. A comma-separated string is read, too, as HTML writes it. */
  accept: z._default(
    z.union([
      z.array(z.string()),
      z.pipe(
        z.string(),
        z.transform((list) =>
          list
            .split(',')
            .map((each) => each.trim())
            .filter(Boolean),
        ),
      ),
    ]),
    [...defaultAccept],
  ),
  /** Per file; browsers report `File.size` in bytes. */
  maxBytes: z._default(positiveCount, 25_000_000),
  maxFiles: z._default(positiveCount, 1),
  sources: z._default(z.array(z.enum(['device', 'dropbox', 'google-drive', 'text'])), ['device']),
  /** Wire name of what is written in place of a file; else the field's name with `_text` behind it. */
  textName: optionalString,
  upload: z.optional(z.unknown()),
});

export type FileField = z.infer<typeof schema>;
/** The files chosen, or the text written in their place. */
export type FileAnswer = readonly FileInfo[] | { readonly text: string };

/** One or several files. */
export const fileKind: FieldKind<FileField, FileAnswer> = {
  schema,
  ask: () => 'upload',
  isQuestion: true,
  isVisible: true,
  initial: () => [],
  isBlank: (answer) => (isWritten(answer) ? isBlankText(answer.text) : answer.length === 0),
  read: (value, field) => {
    if (typeof value === 'object' && value !== null && 'text' in value && !isFileInfo(value)) {
      return typeof value.text === 'string' && mayBeWritten(field) ? { text: value.text } : undefined;
    }
    const files: readonly unknown[] = Array.isArray(value) ? value : [value];
    return files.every(isFileInfo) ? files : undefined;
  },
  fitting: (answer) => (isWritten(answer) ? answer : answer.filter(isReadable)),
  judge(answer, field) {
    if (isWritten(answer)) return [];
    const { maxFiles } = field;
    const findings = answer.flatMap((file, index) => judgeFile(file, index, field));
    return answer.length > maxFiles ? [{ code: 'too-many-files', params: { maxFiles } }, ...findings] : findings;
  },
  toParts: (answer, field, wire) =>
    isWritten(answer)
      ? [{ name: wire(textNameOf(field)), value: answer.text }]
      : answer.map((file) => ({ name: wire(field.name), value: file })),
  fromParts(parts, field, wire) {
    const files = parts.values(wire(field.name)).map(readUpload);
    if (files.length > 0) return files;
    // The name belongs to another field where this one is not written in.
    const [text] = mayBeWritten(field) ? parts.values(wire(textNameOf(field))) : [];
    return text === undefined ? undefined : { text };
  },
  toText: (answer, _field, { locale }) =>
    isWritten(answer) ? answer.text : new Intl.ListFormat(locale).format(answer.map(({ name }) => name)),
  derivedNames: (field) => (field.sources.includes('text') || field.textName !== undefined ? [textNameOf(field)] : []),
};

export function isWritten(answer: FileAnswer): answer is { readonly text: string } {
  return 'text' in answer;
}

/** What is wrong with one file, by what is known of it unread: its size, its name and its type. */
export function judgeFile(file: FileInfo, index: number, { accept, maxBytes }: FileField): readonly Finding[] {
  if (!(file.size > 0)) return [{ code: 'file-empty', params: { index } }];
  if (file.size > maxBytes) return [{ code: 'file-too-large', params: { index, maxBytes } }];
  return isAccepted(file, accept) ? [] : [{ code: 'file-type', params: { index, accept } }];
}

/** Whether a list of extensions and MIME types names no type in particular. */
export function acceptsAnyType(accept: readonly string[]): boolean {
  return accept.every((each) => each.trim() === '') || accept.some((each) => ['*', '*/*', '.*'].includes(each.trim()));
}

/**
 * Its name or its type is enough: systems report odd types for good documents, and some none. Names are compared after
 * NFKC, so that full-width letters count, and without blanks and dots at their end.
 */
export function isAccepted({ name, type }: Pick<FileInfo, 'name' | 'type'>, accept: readonly string[]): boolean {
  if (acceptsAnyType(accept)) return true;
  const lowerName = comparable(name);
  const lowerType = type.toLowerCase().split(';')[0]?.trim() ?? '';
  // Browsers take the type from the name: where the name is that of a program, another type was made up.
  const namedType = programs.includes(extensionOf(lowerName)) ? '' : lowerType;
  const types = [namedType, typeOfExtension(extensionOf(lowerName))].filter((each) => each !== '');
  return accept.some((each) => {
    const wanted = each.trim().toLowerCase();
    if (wanted.endsWith('/*')) return types.some((known) => known.startsWith(wanted.slice(0, -1)));
    if (wanted.includes('/')) return types.includes(wanted);
    const extension = wanted.replace(/^\./, '');
    return extension !== '' && (lowerName.endsWith(`.${extension}`) || typeOfExtension(extension) === namedType);
  });
}

/** Extensions by which systems run a file that is opened. */
const programs: readonly string[] = 'app bat cmd com exe hta jar js lnk msi pif ps1 scr sh vbs wsf'.split(' ');

/** What stands behind the last dot, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([^.]*)$/.exec(comparable(name))?.[1] ?? '';
}

function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.\u200b\ufeff]+$/, '');
}

/** For systems that report no type, and for lists that name only one of the two. */
const extensionTypes: readonly (readonly [type: string, ...extensions: string[]])[] = [
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/rtf', 'rtf'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['text/plain', 'txt'],
  ['image/jpeg', 'jpg', 'jpeg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['image/tiff', 'tif', 'tiff'],
];

/** `none/…` where it is not known, which is no type of any file. */
function typeOfExtension(extension: string): string {
  return extensionTypes.find(([, ...extensions]) => extensions.includes(extension))?.[0] ?? 'none/unknown';
}

function mayBeWritten({ sources }: FileField): boolean {
  return sources.includes('text');
}

function textNameOf(field: FileField): string {
  return field.textName ?? `${field.name}_text`;
}

/** Whether its bytes can be had, and not only what is known of it: in JSON nothing is a function. */
function isReadable(file: FileInfo & { readonly slice?: unknown }): boolean {
  return typeof file.slice === 'function';
}

function isFileInfo(value: unknown): value is FileInfo {
  const { name, size, type = '' } = (value ?? {}) as Partial<Record<keyof FileInfo, unknown>>;
  return typeof name === 'string' && typeof size === 'number' && typeof type === 'string';
}

/** An early upload arrives as its reference, a JSON text. */
function readUpload(value: string | FileInfo): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value; // not a file: `read` refuses it and the answer is reported
  }
}
