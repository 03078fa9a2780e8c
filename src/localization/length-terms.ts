import { formatNumber } from './format.js';
import { characters, words } from './quantities.js';
import { str, type Translator } from './translator.js';

export interface LengthLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The words so far and the number to aim at, for an answer whose length is a guide. */
export function wordGuide(count: number, limits: LengthLimits, translator: Translator): string {
  const soFar = translator.msg(str`${words(count, translator)} so far.`, { id: 'so-far' });
  return [soFar, wordAim(limits, translator)].filter(Boolean).join(' ');
}

/** Empty without limits. */
export function wordAim({ min, max }: LengthLimits, translator: Translator): string {
  const { msg } = translator;
  if (min && max) {
    return msg(str`Aim for ${formatNumber(min, translator)} to ${words(max, translator)}.`, { id: 'aim' });
  }
  if (max) return msg(str`Aim for ${words(max, translator)} or fewer.`, { id: 'aim-max' });
  return min ? msg(str`Aim for ${words(min, translator)} or more.`, { id: 'aim-min' }) : '';
}

/** How far a text is from a limit that holds. Empty without limits, or where none is near. */
export function lengthLeft(
  count: number,
  { min, max }: LengthLimits,
  unit: 'words' | 'characters',
  translator: Translator,
): string {
  const { msg } = translator;
  const quantity = (units: number): string => (unit === 'words' ? words : characters)(units, translator);
  if (min !== undefined && count < min) return msg(str`Write ${quantity(min - count)} more`, { id: 'length-missing' });
  if (max === undefined) return '';
  return count > max
    ? msg(str`You have ${quantity(count - max)} too many`, { id: 'length-over' })
    : msg(str`You have ${quantity(max - count)} left`, { id: 'length-left' });
}
