import type { CSSResult } from 'lit';
import type { FieldKind, KindMap } from '../../posting/field-kind.js';
import { everydayKinds } from '../../posting/kinds/everyday.js';
import type { furtherKinds } from '../../posting/kinds/further.js';
import { booleanView } from './boolean.js';
import { consentView } from './consent.js';
import { emailView } from './email.js';
import type { FieldView, ViewMap, ViewsOf } from './field-view.js';
import { fileView } from './file.js';
import { telView } from './tel.js';
import { textView } from './text.js';
import { textareaView } from './textarea.js';
import { urlView } from './url.js';

/** A field type of the page's own: how answers are read and judged, and how it looks. */
export interface FieldType {
  readonly kind: FieldKind;
  readonly view: FieldView;
}

/** Every field type that one form knows. */
export interface FieldTypes {
  readonly kinds: KindMap;
  readonly views: ViewMap;
}

/** The chunk of field types that a posting may well do without. */
export interface FurtherTypes {
  readonly furtherKinds: typeof furtherKinds;
  readonly furtherViews: ViewsOf<typeof furtherKinds>;
  readonly furtherStyles: CSSResult;
}

const everydayViews: ViewsOf<typeof everydayKinds> = {
  text: textView,
  textarea: textareaView,
  email: emailView,
  tel: telView,
  url: urlView,
  boolean: booleanView,
  consent: consentView,
  file: fileView,
};

/** The built-in field types and the page's own, which may replace a built-in one. */
export function fieldTypesWith(own: Readonly<Record<string, FieldType>>, further?: FurtherTypes): FieldTypes {
  // They inherit nothing, since a type may have any name. A kind is only ever given fields that its own schema has read.
  const kinds = Object.create(null) as Record<string, FieldKind>;
  const views = Object.create(null) as Record<string, FieldView>;
  Object.assign(kinds, everydayKinds, further?.furtherKinds);
  Object.assign(views, everydayViews, further?.furtherViews);
  for (const [type, { kind, view }] of Object.entries(own)) {
    kinds[type] = kind;
    views[type] = view;
  }
  return { kinds, views };
}
