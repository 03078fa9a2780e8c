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

export type BuiltInKinds = typeof builtInKinds;
export type BuiltInType = keyof BuiltInKinds;

/** The kinds an element or a call works with: the built-in ones and its own, which may replace a built-in one. */
export function kindsWith(custom: Readonly<Record<string, { readonly kind: FieldKind }>> = {}): KindMap {
  const own = Object.entries(custom).map(([type, { kind }]) => [type, kind] as const);
  // A kind is only ever given fields that its own schema has read, so its narrower parameters are safe.
  return Object.assign(Object.create(null), builtInKinds, Object.fromEntries(own)) as KindMap;
}
