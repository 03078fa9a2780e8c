import type { seededRandom } from './seeded-random.js';

type Random = ReturnType<typeof seededRandom>;
type Holder = Record<string, unknown> | unknown[];
interface Place {
  readonly holder: Holder;
  readonly key: string;
}

const names: readonly string[] = ['name', 'id', 'path', 'key'];
const optionLists: readonly string[] = [
  'values',
  'options',
  'answer_options',
  'selectableValues',
  'choices',
  'open_question_options',
];
const strangers: readonly unknown[] = [true, -1, 0, '', 'constructor', [], {}, [[['deep']]], { label: 5, text: [] }];

/** What boards are met with: each does one thing to one place. */
const mutations: readonly ((place: Place, random: Random, all: readonly Place[]) => void)[] = [
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  (place) => void put(place, null),
  (place, random) => void put(place, pick(strangers, random)),
  (_place, random, all) => {
    const types = all.filter(({ key }) => key === 'type' || key === 'kind');
    if (types.length > 0) put(pick(types, random), pick(['unheard_of', '', 'INPUT', 'toString'], random));
  },
  (place) => void put(place, [get(place)]),
  (place) => void put(place, 'Long words. '.repeat(4_000)),
  (_place, random, all) => {
    const lists = all.filter(({ key }) => optionLists.includes(key));
    if (lists.length > 0) put(pick(lists, random), pick([[], null, ['Bare', 'words'], [null], [{}]], random));
  },
  (_place, random, all) => {
    const named = all.filter((place) => names.includes(place.key) && typeof get(place) === 'string');
    if (named.length > 1) put(pick(named, random), get(pick(named, random)));
  },
];

/** A copy of JSON with up to four things wrong. */
export function mutated(json: unknown, random: Random): unknown {
  const copy = structuredClone(json);
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const all = [...places(copy)];
    if (all.length > 0) pick(mutations, random)(pick(all, random), random, all);
  }
  return copy;
}

function* places(json: unknown): Iterable<Place> {
  if (typeof json !== 'object' || json === null) return;
  for (const key of Object.keys(json)) {
    yield { holder: json as Holder, key };
    yield* places((json as Record<string, unknown>)[key]);
  }
}

function get({ holder, key }: Place): unknown {
  return (holder as Record<string, unknown>)[key];
}

function put({ holder, key }: Place, value: unknown): void {
  (holder as Record<string, unknown>)[key] = structuredClone(value);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}
