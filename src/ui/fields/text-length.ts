import type { Length, LengthLimits } from '../../localization/length-terms.js';
import { countGraphemes, countWords } from '../../posting/measure.js';
import type { TextareaField } from '../../posting/kinds/textarea.js';

/** What a field says about the length of its answer: words, characters, or both. Words are a guide unless told otherwise. */
export function limitsOf({ minWords, maxWords, minLength, maxLength, limit }: TextareaField): readonly LengthLimits[] {
  const all: readonly LengthLimits[] = [
    { unit: 'words', min: minWords, max: maxWords, isGuide: limit !== 'hard' },
    { unit: 'characters', min: minLength, max: maxLength, isGuide: limit === 'guide' },
  ];
  return all.filter(({ min, max }) => min !== undefined || max !== undefined);
}

/** Counting ends here, unless the limits reach further. */
const mostCounted = { words: 10_000, characters: 100_000 } as const;

/** Judged the same way: characters without the white space around them. */
export function lengthOf(text: string, { unit, min = 0, max = 0 }: LengthLimits): Length {
  const most = Math.max(mostCounted[unit], min, max + 1);
  const found = unit === 'words' ? countWords(text, most + 1) : countGraphemes(text.trim(), most + 1);
  return { count: Math.min(found, most), isWhole: found <= most };
}
