import { formatNumber } from './format.js';
import { characters, words } from './quantities.js';
import { str, type Translator } from './translator.js';

/** How long an answer is to be. */
export interface LengthLimits {
  readonly unit: 'words' | 'characters';
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A length to aim at, not one to keep to. */
  readonly isGuide: boolean;
}

/** `under`: not long enough yet. `over`: too long. */
export type LengthState = 'under' | 'within' | 'over';

export interface Length {
  readonly count: number;
  /** False where counting ended before the text did; it then has more than `count`. */
  readonly isWhole: boolean;
}

/** What is said before anything is written. Empty without limits. */
export function lengthAim({ unit, min, max, isGuide }: LengthLimits, translator: Translator): string {
  const { msg } = translator;
  const quantity = unit === 'words' ? words : characters;
  if (min && max) {
    const [least, most] = [formatNumber(min, translator), quantity(max, translator)];
    return isGuide
      ? msg(str`Aim for ${least} to ${most}.`, { id: 'aim' })
      : msg(str`Write ${least} to ${most}.`, { id: 'limit' });
  }
  if (max) {
    const most = quantity(max, translator);
    return isGuide
      ? msg(str`Aim for ${most} or fewer.`, { id: 'aim-max' })
      : msg(str`You can enter up to ${most}.`, { id: 'limit-max' });
  }
  if (!min) return '';
  const least = quantity(min, translator);
  return isGuide
    ? msg(str`Aim for ${least} or more.`, { id: 'aim-min' })
    : msg(str`Write ${least} or more.`, { id: 'limit-min' });
}

export function lengthState({ count }: Length, { min = 0, max = Infinity }: LengthLimits): LengthState {
  return count > max ? 'over' : count < min ? 'under' : 'within';
}

/** How far a text has come. Empty where there is nothing to tell. */
export function lengthSoFar(length: Length, limits: LengthLimits, translator: Translator): string {
  return limits.isGuide ? towardsGuide(length, limits, translator) : towardsLimit(length, limits, translator);
}

function towardsGuide({ count, isWhole }: Length, limits: LengthLimits, translator: Translator): string {
  const { min = 0, max = Infinity, unit } = limits;
  const { msg } = translator;
  const soFar = (unit === 'words' ? words : characters)(count, translator);
  if (!isWhole) return msg(str`More than ${soFar} so far, much longer than asked for`, { id: 'so-far-more' });
  if (count > max) {
    return msg(str`${soFar} so far, ${formatNumber(count - max, translator)} more than asked for`, {
      id: 'so-far-over',
    });
  }
  if (count < min) {
    return msg(str`${soFar} so far, ${formatNumber(min - count, translator)} to go`, { id: 'so-far-under' });
  }
  // With nothing but an upper end, the first word is no achievement.
  return min > 0
    ? msg(str`${soFar} so far, a good length`, { id: 'so-far-within' })
    : msg(str`${soFar} so far`, { id: 'so-far' });
}

function towardsLimit({ count, isWhole }: Length, limits: LengthLimits, translator: Translator): string {
  const { min = 0, max = Infinity, unit } = limits;
  const { msg } = translator;
  const quantity = (units: number): string => (unit === 'words' ? words : characters)(units, translator);
  if (count < min) return msg(str`Write ${quantity(min - count)} more`, { id: 'length-missing' });
  if (max === Infinity) return '';
  if (!isWhole) return msg(str`You have more than ${quantity(count - max)} too many`, { id: 'length-far-over' });
  return count > max
    ? msg(str`You have ${quantity(count - max)} too many`, { id: 'length-over' })
    : msg(str`You have ${quantity(max - count)} left`, { id: 'length-left' });
}
