import { booleanView } from './boolean.js';
import { choiceView } from './choice.js';
import { consentView } from './consent.js';
import { contentView, hiddenView } from './content.js';
import { dateView, monthView } from './date.js';
import type { BuiltInViews } from './field-view.js';
import { fileView } from './file.js';
import { locationView } from './location.js';
import { numberView } from './number.js';
import { repeatView } from './repeat.js';
import { emailView, telView, textView, urlView } from './text.js';
import { textareaView } from './textarea.js';

/** How every built-in type of field looks. */
export const builtInViews: BuiltInViews = {
  text: textView,
  textarea: textareaView,
  email: emailView,
  tel: telView,
  url: urlView,
  number: numberView,
  date: dateView,
  month: monthView,
  choice: choiceView,
  boolean: booleanView,
  consent: consentView,
  file: fileView,
  location: locationView,
  repeat: repeatView,
  hidden: hiddenView,
  content: contentView,
};
