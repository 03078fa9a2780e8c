import type { FieldKind, KindMap } from '../../posting/field-kind.js';
import { kindsWith, type builtInKinds } from '../../posting/kinds/index.js';
import { booleanView } from './boolean.js';
import { choiceView } from './choice.js';
import { consentView } from './consent.js';
import { contentView, hiddenView } from './content.js';
import { dateView, monthView } from './date.js';
import { emailView } from './email.js';
import type { FieldView, ViewMap, ViewsOf } from './field-view.js';
import { fileView } from './file.js';
import { locationView } from './location.js';
import { numberView } from './number.js';
import { repeatView } from './repeat.js';
import { telView } from './tel.js';
import { textView } from './text.js';
import { textareaView } from './textarea.js';
import { urlView } from './url.js';

/** A field type of the page's own: how answers are read and judged, and how it looks. */
export interface FieldType {
  readonly kind: FieldKind;
  readonly view: FieldView;
}

/** How every built-in type of field looks. */
const builtInViews: ViewsOf<typeof builtInKinds> = {
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

/** Every field type that one form knows: the built-in ones and the page's own, which may replace a built-in one. */
export function fieldTypesWith(own: Readonly<Record<string, FieldType>>): {
  readonly kinds: KindMap;
  readonly views: ViewMap;
} {
  const views = Object.create(null) as Record<string, FieldView>;
  Object.assign(views, builtInViews);
  for (const [type, { view }] of Object.entries(own)) views[type] = view;
  return { kinds: kindsWith(own), views };
}
