import type { TextField } from '../../posting/kinds/plain-text.js';
import type { FieldView } from './field-view.js';
import { textInput } from './text-input.js';

const personal = /name|surname|forename/i;

export const textView: FieldView<TextField, string> = {
  frame: () => 'label',
  control: (context) => {
    const { inputMode, maxLength, name } = context.field;
    return textInput(context, {
      inputMode,
      // Names are no words of a dictionary.
      ...(personal.test(name) ? { spellcheck: 'false' as const } : {}),
      isShort: maxLength !== undefined && maxLength <= 12,
    });
  },
};
