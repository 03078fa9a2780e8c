import { choiceKind } from './choice.js';
import { dateKind, monthKind } from './date.js';
import { locationKind } from './location.js';
import { numberKind } from './number.js';
import { repeatKind } from './repeat.js';

/** Field types that a posting may well do without. */
export const furtherKinds = {
  choice: choiceKind,
  number: numberKind,
  date: dateKind,
  month: monthKind,
  location: locationKind,
  repeat: repeatKind,
} as const;
