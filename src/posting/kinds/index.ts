import type { FieldKind, KindMap } from '../field-kind.js';
import { booleanKind } from './boolean.js';
import { choiceKind } from './choice.js';
import { consentKind } from './consent.js';
import { contentKind } from './content.js';
import { dateKind, monthKind } from './date.js';
import { emailKind } from './email.js';
import { fileKind } from './file.js';
import { hiddenKind } from './hidden.js';
import { locationKind } from './location.js';
import { numberKind } from './number.js';
import { repeatKind } from './repeat.js';
import { telKind } from './tel.js';
import { textKind } from './text.js';
import { textareaKind } from './textarea.js';
import { urlKind } from './url.js';

/** Every built-in field type. */
export const builtInKinds = {
  text: textKind,
  textarea: textareaKind,
  email: emailKind,
  tel: telKind,
  url: urlKind,
  number: numberKind,
  date: dateKind,
  month: monthKind,
  choice: choiceKind,
  boolean: booleanKind,
  consent: consentKind,
  file: fileKind,
  location: locationKind,
  repeat: repeatKind,
  hidden: hiddenKind,
  content: contentKind,
} as const;

/** Field types of one's own, by name. */
export type OwnKinds = Readonly<Record<string, { readonly kind: FieldKind }>>;

/** The kinds that a form or a call works with: the built-in ones and its own, which may replace a built-in one. */
export function kindsWith(own: OwnKinds = {}): KindMap {
  // It inherits nothing, since a type may have any name.
  const kinds = Object.create(null) as Record<string, FieldKind>;
  // A kind is only ever given fields that its own schema has read, so its narrower parameters are safe.
  Object.assign(kinds, builtInKinds);
  for (const [type, { kind }] of Object.entries(own)) kinds[type] = kind;
  return kinds;
}
