import { ownRow, ratioRow, type Row } from './table.js';
import { median, type Visit } from './visit.js';

export interface Scenario {
  readonly name: string;
  readonly posting: 'reference' | 400 | 1600 | 'conditional';
  readonly slowdown: number;
  readonly slowNetwork?: boolean;
  /** The posting is loaded from an address; else it stands in the page. */
  readonly bySrc?: boolean;
  /** The page announces the chunk that draws the form, as README shows. */
  readonly announced?: boolean;
  /** Somebody types and submits. */
  readonly answers?: boolean;
  /** The field that is typed into; else the first. */
  readonly typeInto?: string;
  /** The ratios to stay under, by what is measured. */
  readonly goals: Readonly<Partial<Record<keyof Visit, number>>>;
}

/** The pairs of visits of one scenario. */
export type Samples = ReadonlyMap<Scenario, { readonly ours: Visit[]; readonly floor: Visit[] }>;

/** On the line from 1.5 at 400 fields to 2 at 1,600. */
const typingAmongThousand = 1.5 + (0.5 * (1000 - 400)) / (1600 - 400);
const conditionalGoals = { key: typingAmongThousand, keyCpu: typingAmongThousand };

export const scenarios: readonly Scenario[] = [
  { name: 'draw: reference', posting: 'reference', slowdown: 1, goals: { usable: 1.8, cpu: 1.6, heap: 1.6 } },
  { name: 'draw by src: reference', posting: 'reference', slowdown: 1, bySrc: true, goals: {} },
  { name: 'draw: 400 fields', posting: 400, slowdown: 1, goals: {} },
  { name: 'draw: 1,600 fields', posting: 1600, slowdown: 1, goals: { cpu: 1.5 } },
  { name: 'slow phone: reference', posting: 'reference', slowdown: 4, slowNetwork: true, goals: { usable: 2 } },
  {
    name: 'slow phone, announced: reference',
    posting: 'reference',
    slowdown: 4,
    slowNetwork: true,
    announced: true,
    goals: { usable: 2 },
  },
  {
    name: 'slow phone by src: reference',
    posting: 'reference',
    slowdown: 4,
    slowNetwork: true,
    bySrc: true,
    goals: { usable: 2 },
  },
  {
    name: 'typing: reference, 4×',
    posting: 'reference',
    slowdown: 4,
    answers: true,
    goals: { usable: 1.8, cpu: 1.6, key: 1.1, keyCpu: 1.1, errors: 1.5 },
  },
  {
    name: 'typing: 400 fields, 4×',
    posting: 400,
    slowdown: 4,
    answers: true,
    goals: { key: 1.5, keyCpu: 1.5 },
  },
  {
    name: 'typing: 1,600 fields, 4×',
    posting: 1600,
    slowdown: 4,
    answers: true,
    goals: { key: 2, keyCpu: 2 },
  },
  ...Object.entries({ none: 'q0', one: 'q2', 'a chain of five': 'q1' }).map(([which, typeInto]): Scenario => ({
    name: `typing: 300 conditions, 4×, controls ${which}`,
    posting: 'conditional',
    slowdown: 4,
    answers: true,
    typeInto,
    goals: conditionalGoals,
  })),
];

const measured: Readonly<Partial<Record<keyof Visit, string>>> = {
  usable: 'first field usable',
  cpu: 'main-thread work to idle',
  heap: 'heap after collection',
  errors: 'empty submit to all errors',
  key: 'key to paint',
  keyCpu: 'work for a key',
  laterKey: 'key to paint, errors in view',
  laterKeyCpu: 'work for a key, errors in view',
};

const layoutShiftAtMost = { inline: 0, bySrc: 0.02 };
const exponentAtMost = 1.1;

/** What the visits come to. */
export function rowsOf(samples: Samples): Row[] {
  return [...[...samples].flatMap(([scenario, visits]) => scenarioRows(scenario, visits)), ...growthRow(samples)];
}

function scenarioRows(scenario: Scenario, { ours, floor }: { ours: readonly Visit[]; floor: readonly Visit[] }): Row[] {
  const { name, goals, slowNetwork, bySrc } = scenario;
  const rows = (Object.keys(measured) as (keyof Visit)[])
    // Over a slow network all else is the same as without it.
    .filter((key) => ours[0]?.[key] !== undefined && (!slowNetwork || key === 'usable'))
    .map((key) => {
      const unit = key === 'heap' ? 'kB' : 'ms';
      const scale = key === 'heap' ? 1000 : 1;
      return ratioRow(
        `${name} · ${measured[key]}`,
        medianOf(ours, key) / scale,
        medianOf(floor, key) / scale,
        unit,
        goals[key],
      );
    });
  const shift = ownRow(
    `${name} · layout shift`,
    medianOf(ours, 'layoutShift'),
    layoutShiftAtMost[bySrc ? 'bySrc' : 'inline'],
  );
  return scenario.slowdown === 1 || slowNetwork ? [...rows, shift] : rows;
}

/** The power with which work grows from 400 to 1,600 fields. */
function growthRow(samples: Samples): Row[] {
  const work = [400, 1600].map((posting) => {
    const visits = [...samples].find(([scenario]) => scenario.posting === posting && scenario.slowdown === 1)?.[1];
    return visits && { ours: medianOf(visits.ours, 'cpu'), floor: medianOf(visits.floor, 'cpu') };
  });
  const [few, many] = work;
  if (!few || !many) return [];
  const exponent = (page: 'ours' | 'floor'): number => Math.log(many[page] / few[page]) / Math.log(4);
  const own = ownRow('growth of work, 400 to 1,600 fields: exponent', exponent('ours'), exponentAtMost);
  return [[own[0], own[1], exponent('floor').toPrecision(3), '', own[4]]];
}

function medianOf(visits: readonly Visit[], key: keyof Visit): number {
  return median(visits.map((visit) => visit[key] ?? NaN));
}
