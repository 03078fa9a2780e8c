import { optionsCleared } from '../../localization/choice-terms.js';
import { chosenValues, type ChoiceAnswer, type ChoiceField, type ChoiceOption } from '../../posting/kinds/choice.js';
import type { FieldContext } from './field-view.js';

type Context = FieldContext<ChoiceField, ChoiceAnswer>;

/** Takes an option, or gives it back. One that is exclusive clears the others and is cleared by them, which is said. */
export function choose(option: ChoiceOption, isChosen: boolean, context: Context): void {
  const { field, form, answer, answerWith } = context;
  if (!field.multiple) return answerWith(option.value);
  const others = chosenValues(answer).filter((value) => value !== option.value);
  if (!isChosen) return answerWith(others);
  const optionOf = (value: string): ChoiceOption | undefined => field.options.find((each) => each.value === value);
  const cleared = others.filter((value) => option.exclusive ?? optionOf(value)?.exclusive);
  answerWith([...others.filter((value) => !cleared.includes(value)), option.value]);
  if (cleared.length === 0) return;
  const labels = cleared.map((value) => optionLabel(optionOf(value) ?? { value }, context));
  form.announce(optionsCleared(labels, form.translator));
}

export function optionLabel({ value, label }: Pick<ChoiceOption, 'value' | 'label'>, { form }: Context): string {
  return form.text(label) || value;
}
