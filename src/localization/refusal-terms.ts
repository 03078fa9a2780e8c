import type { AcceptedFiles } from './file-terms.js';
import { listFileTypes } from './file-types.js';
import { formatBytes } from './format.js';
import { files } from './quantities.js';
import { quoted } from './quoted-label.js';
import { str, type Translator } from './translator.js';

/** Why a file is not taken as it is chosen. Wider than the codes of issues: the bytes are looked at, too. */
export type RefusalCode =
  'file-type' | 'file-contents' | 'file-too-large' | 'file-empty' | 'file-unreadable' | 'too-many-files';

/** Why a file was not taken, to stand behind its name. `type` is what its name says, such as "PDF". */
export function refusalReason(
  code: RefusalCode,
  { accept, maxBytes, maxFiles = 1 }: AcceptedFiles,
  type: string,
  translator: Translator,
): string {
  const { msg } = translator;
  const types = listFileTypes(accept, translator);
  const sentences: Readonly<Record<RefusalCode, () => string>> = {
    'file-type': () => msg(str`not added. Choose a file of the type ${types}.`, { id: 'refused-type' }),
    'file-contents': () =>
      msg(str`not added. Its name says ${type}, but it is something else. Choose a file of the type ${types}.`, {
        id: 'refused-contents',
      }),
    'file-too-large': () =>
      msg(str`not added. It is larger than ${formatBytes(maxBytes, translator)}.`, { id: 'refused-size' }),
    'file-empty': () => msg('not added. It is empty.', { id: 'refused-empty' }),
    'file-unreadable': () =>
      msg(
        'not added. It could not be read. Close it in other programs and choose it again. Of a folder, choose the files.',
        {
          id: 'refused-unreadable',
        },
      ),
    'too-many-files': () =>
      msg(str`not added. No more than ${files(maxFiles, translator)} can be chosen.`, { id: 'refused-count' }),
  };
  return sentences[code]();
}

/** What is told of a file that was taken, and that its reader may not be able to open. */
export function fileNotes({ msg }: Translator) {
  return {
    locked: msg('It may need a password. See whether it opens without one.', { id: 'file-locked' }),
    incomplete: msg('Its end seems to be missing. See whether it opens.', { id: 'file-incomplete' }),
  };
}

/** Said as a file is dragged over the place where it can be dropped, and away from it. */
export function zoneSentence(isEntered: boolean, label: string, translator: Translator): string {
  const { msg } = translator;
  const name = quoted(label, translator);
  return isEntered
    ? msg(str`Entered the drop zone of ${name}`, { id: 'entered-zone' })
    : msg(str`Left the drop zone of ${name}`, { id: 'left-zone' });
}

/** What is refused for one reason in one sentence; `name` is that of the file, or of several. */
export function refusalOf(name: string, reason: string, { msg }: Translator): string {
  return msg(str`${name}: ${reason}`, { id: 'file-refused' });
}
