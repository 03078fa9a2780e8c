import { choiceKind } from './choice.js';
import { dateKind, monthKind } from './date.js';
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
  text: textKind,
} as const;
