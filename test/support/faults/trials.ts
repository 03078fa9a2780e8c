import { faults } from './faults.js';
import type { Trial } from './visit.js';

/** Each fault, on either origin, with a receiver that honours the key and one that doesn't, which `auto` takes for either. */
export function allTrials(): readonly Trial[] {
  return Object.keys(faults).flatMap((fault) =>
    (['own', 'other'] as const).flatMap((origin): Trial[] => [
      { plan: [fault], origin, honoursKey: true, idempotency: 'header' },
      { plan: [fault], origin, honoursKey: true, idempotency: 'field' },
      { plan: [fault], origin, honoursKey: true, idempotency: 'auto' },
      { plan: [fault], origin, honoursKey: false, idempotency: 'auto' },
      { plan: [fault], origin, honoursKey: false, idempotency: 'off' },
    ]),
  );
}

/** Up to five faults in a row, by chance. @param random from 0 to below 1 */
export function randomTrials(count: number, random: () => number): readonly Trial[] {
  const names = Object.keys(faults);
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const settings = allTrials().slice(0, 10);
  return Array.from({ length: count }, () => ({
    ...oneOf(settings),
    plan: Array.from({ length: 1 + Math.floor(random() * 5) }, () => oneOf(names)),
  }));
}
