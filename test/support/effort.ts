/**
 * How many times longer one thing takes than another, each at its best of three tries, taken by turns: what else the
 * machine does at the time befalls both.
 */
export function effort(run: () => void, floor: () => void): number {
  const best = { run: Infinity, floor: Infinity };
  for (let tries = 0; tries < 3; tries += 1) {
    best.floor = Math.min(best.floor, msOf(floor));
    best.run = Math.min(best.run, msOf(run));
  }
  return best.run / best.floor;
}

function msOf(run: () => void): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}
