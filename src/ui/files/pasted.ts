/** What was pasted, where it is for a field of files. */
export type Pasted = { readonly files: readonly File[] } | { readonly text: string } | undefined;

/**
 * Files come first, if one of them is wanted: beside a file some systems put its name into the clipboard, and word
 * processors put a picture beside the text.
 */
export function readPasted({ clipboardData }: ClipboardEvent, isWanted: (file: File) => boolean): Pasted {
  const files = [...(clipboardData?.files ?? [])];
  const text = clipboardData?.getData('text/plain') ?? '';
  if (files.some(isWanted) || (files.length > 0 && text.trim() === '')) return { files };
  return text.trim() === '' ? undefined : { text };
}
