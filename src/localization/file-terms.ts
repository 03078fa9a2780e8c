import { fileTypes } from './file-types.js';
import { formatBytes } from './format.js';
import { files } from './quantities.js';
import { str, type Translator } from './translator.js';

export type FileTerms = ReturnType<typeof fileTerms>;

/** Words of a field for files. */
export function fileTerms(translator: Translator) {
  const { msg } = translator;
  return {
    chooseFile: msg('Choose file', { id: 'choose-file' }),
    chooseFiles: msg('Choose files', { id: 'choose-files' }),
    addFiles: msg('Add files', { id: 'add-files' }),
    replaceFile: msg('Replace file', { id: 'replace-file' }),
    takePhoto: msg('Take a photo', { id: 'take-photo' }),
    noFileChosen: msg('no file chosen', { id: 'no-file' }),
    /** Stands behind the buttons, for those who have a mouse. */
    dropHere: msg('or drop it here', { id: 'drop-here' }),
    dropSeveralHere: msg('or drop them here', { id: 'drop-several-here' }),
    chosen: (count: number) => msg(str`${files(count, translator)} chosen`, { id: 'files-chosen' }),
    isFull: (count: number) =>
      msg(str`${files(count, translator)} chosen, which is the limit. Remove one to add another.`, {
        id: 'files-full',
      }),
    reading: msg('Reading…', { id: 'file-reading' }),
    ready: msg('Added', { id: 'file-ready' }),
    added: (name: string) => msg(str`${name} added`, { id: 'file-added' }),
    removed: (name: string) => msg(str`${name} removed`, { id: 'file-removed' }),
    remove: (name: string) => msg(str`Remove ${name}`, { id: 'remove-file' }),
    removeShort: msg('Remove', { id: 'remove' }),
    size: (bytes: number) => formatBytes(bytes, translator),
    /** Shown before choosing: types, size and number. */
    accepted: ({ accept, maxBytes, maxFiles = 1 }: AcceptedFiles) => {
      // Not a sentence's list with its "or": the browser's first `Intl.ListFormat` takes longer than ten fields.
      const types = fileTypes(accept, translator).join(', ');
      const size = formatBytes(maxBytes, translator);
      const limit =
        maxFiles > 1
          ? msg(str`Up to ${files(maxFiles, translator)} of ${size} each.`, { id: 'accepted-many' })
          : msg(str`Up to ${size}.`, { id: 'accepted-size' });
      return types ? `${msg(str`Accepted: ${types}.`, { id: 'accepted' })} ${limit}` : limit;
    },
    writeInstead: msg('Write it in instead', { id: 'write-instead' }),
    chooseInstead: msg('Choose a file instead', { id: 'choose-instead' }),
    /** Label of the text in a file's place; `label` is the field's. */
    writtenLabel: (label: string) => msg(str`${label}, written in`, { id: 'written-label' }),
  };
}

export interface AcceptedFiles {
  readonly accept: readonly string[];
  /** Per file. */
  readonly maxBytes: number;
  readonly maxFiles?: number;
}
