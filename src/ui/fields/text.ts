import type { EmailField } from '../../posting/kinds/email.js';
import type { TelField } from '../../posting/kinds/tel.js';
import type { TextField } from '../../posting/kinds/text.js';
import type { UrlField } from '../../posting/kinds/url.js';
import type { FieldView } from './field-view.js';
import { textInputView } from './text-input.js';

const personal = /name|surname|forename/i;

export const textView: FieldView<TextField, string> = textInputView((field) => ({
  inputMode: field.inputMode,
  // Names are no words of a dictionary.
  ...(personal.test(field.name) ? { spellcheck: 'false' as const } : {}),
  isShort: field.maxLength !== undefined && field.maxLength <= 12,
}));

// `type=email` would refuse what RFC 6531 allows and hide stray spaces; its keyboard comes from `inputmode`.
export const emailView: FieldView<EmailField, string> = textInputView(() => ({
  type: 'email',
  inputMode: 'email',
  spellcheck: 'false',
}));

export const telView: FieldView<TelField, string> = textInputView(() => ({ type: 'tel', spellcheck: 'false' }));

// `type=url` refuses an address without a scheme in some browsers' own words; ours are kinder.
export const urlView: FieldView<UrlField, string> = textInputView(() => ({
  type: 'text',
  inputMode: 'url',
  spellcheck: 'false',
}));
