import { listFileTypes } from './file-types.js';
import { formatBytes } from './format.js';
import type { Sentences } from './issue-words.js';
import { files } from './quantities.js';
import { str } from './translator.js';

export const fileSentences: Sentences<
  'too-many-files' | 'file-empty' | 'file-too-large' | 'file-type' | 'file-changed' | 'file-refused'
> = {
  'too-many-files': ({ maxFiles }, { label, msg, translator }) =>
    msg(str`Choose no more than ${files(maxFiles, translator)} for ${label}`, { id: 'too-many-files' }),
  'file-empty': ({ index }, { file, label, msg }) =>
    msg(str`${file(index)} for ${label} is empty`, { id: 'file-empty' }),
  'file-too-large': ({ index, maxBytes }, { file, label, msg, translator }) =>
    msg(str`${file(index)} for ${label} must be ${formatBytes(maxBytes, translator)} or smaller`, {
      id: 'file-too-large',
    }),
  'file-type': ({ index, accept }, { file, label, msg, translator }) =>
    msg(str`${file(index)} for ${label} must be of the type ${listFileTypes(accept, translator)}`, { id: 'file-type' }),
  'file-refused': ({ index, because }, { file, label, msg }) =>
    because === 'size'
      ? msg(str`${file(index)} for ${label} is larger than the service that receives it takes. Choose a smaller file`, {
          id: 'file-refused-size',
        })
      : msg(
          str`${file(index)} for ${label} is of a type that the service that receives it does not take. Choose another file, such as a PDF`,
          {
            id: 'file-refused-type',
          },
        ),
  'file-changed': ({ index }, { file, label, msg }) =>
    msg(str`Choose ${file(index)} for ${label} again: it was changed or moved after you chose it`, {
      id: 'file-changed',
    }),
};
