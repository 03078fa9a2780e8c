import { faults, refusedPreflight } from './faults.js';
import { outages } from './outages.js';
import type { Trial } from './visit.js';

const names = [...Object.keys(faults), ...Object.keys(outages)];

/** Where it goes, and how the key travels: a receiver that honours it and one that doesn't, which `auto` takes for either. */
const settings = (['own', 'other'] as const).flatMap((origin): Omit<Trial, 'plan'>[] => [
  { origin, honoursKey: true, idempotency: 'header' },
  { origin, honoursKey: true, idempotency: 'field' },
  { origin, honoursKey: true, idempotency: 'auto' },
  { origin, honoursKey: false, idempotency: 'auto' },
  { origin, honoursKey: false, idempotency: 'off' },
]);

/** Each fault, in each setting. */
export function allTrials(): readonly Trial[] {
  return names.flatMap((name) => settings.map((setting) => trialOf([name], setting)));
}

/** Each fault once or twice, by turns on either origin and with each way that the key travels. */
export function someTrials(): readonly Trial[] {
  return allTrials().filter((_, index) => index % (settings.length - 1) === 0);
}

/** Up to five faults in a row, by chance. @param random from 0 to below 1 */
export function randomTrials(count: number, random: () => number): readonly Trial[] {
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: count }, () => {
    const plan = Array.from({ length: 1 + Math.floor(random() * 5) }, () => oneOf(names));
    return trialOf(plan, oneOf(settings));
  });
}

/** Only with headers of the page's own does every request to another origin ask first. */
function trialOf(plan: readonly string[], setting: Omit<Trial, 'plan'>): Trial {
  return { plan, ...setting, ...(plan.includes(refusedPreflight) && { headers: { 'X-Campaign': 'spring' } }) };
}
