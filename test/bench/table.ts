export type Row = readonly [what: string, ours: string, floor: string, ratio: string, goal: string];

const widths = [80, 11, 11, 8, 10];

export function printRow(row: Row): void {
  console.log(
    row.map((cell, index) => (index ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[0] ?? 0))).join(''),
  );
}

/** @param goal the ratio that we want to stay under; a mark tells where we don't */
export function ratioRow(what: string, ours: number, floor: number, unit: string, goal?: number): Row {
  const ratio = ours / floor;
  return [
    what,
    `${rounded(ours)} ${unit}`,
    `${rounded(floor)} ${unit}`,
    ratio.toFixed(2),
    goal === undefined ? '' : `${ratio > goal ? '✗' : '✓'} ${goal}`,
  ];
}

/** A row about ourselves alone. */
export function ownRow(what: string, ours: number, goal: number, unit = ''): Row {
  return [what, `${rounded(ours)} ${unit}`.trim(), '', '', `${ours > goal ? '✗' : '✓'} ${goal}`];
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
