import { choiceKind } from './choice.js';
import { contentKind } from './content.js';
import { dateKind, monthKind } from './date.js';
import { hiddenKind } from './hidden.js';
import { locationKind } from './location.js';
import { numberKind } from './number.js';
import { repeatKind } from './repeat.js';
import { textKind } from './text.js';

/** Field types that a posting may well do without; `text` for those that have a pattern. */
export const furtherKinds = {
  choice: choiceKind,
  number: numberKind,
  date: dateKind,
  month: monthKind,
  location: locationKind,
  repeat: repeatKind,
  hidden: hiddenKind,
  content: contentKind,
  text: textKind,
} as const;
