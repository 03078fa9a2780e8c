import type { LocationAnswer, LocationField } from '../../posting/kinds/location.js';
import type { FieldView } from './field-view.js';
import { textInput } from './text-input.js';

/** A place, as text. */
export const locationView: FieldView<LocationField, LocationAnswer> = {
  frame: () => 'label',
  control: (context) =>
    textInput({
      ...context,
      answer: context.answer.text,
      latest: () => context.latest().text,
      answerWith: (text) => context.answerWith({ text }),
    }),
};
