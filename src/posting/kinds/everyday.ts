import { booleanKind } from './boolean.js';
import { consentKind } from './consent.js';
import { emailKind } from './email.js';
import { fileKind } from './file.js';
import { plainTextKind } from './plain-text.js';
import { telKind } from './tel.js';
import { textareaKind } from './textarea.js';
import { urlKind } from './url.js';

/** Field types that most postings have. In the browser they come with the form; `furtherKinds` when one is asked for. */
export const everydayKinds = {
  text: plainTextKind,
  textarea: textareaKind,
  email: emailKind,
  tel: telKind,
  url: urlKind,
  boolean: booleanKind,
  consent: consentKind,
  file: fileKind,
} as const;
