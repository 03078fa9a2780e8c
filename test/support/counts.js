import { writeFileSync } from 'node:fs';
import process from 'node:process';

/**
 * How a test runner tells `test/run.js` what it ran: a file that run.js names in the environment.
 * Run alone, a runner is given no name and writes nothing.
 * @param {{ passed: number, failed: number }} counts
 */
export function writeCounts(counts) {
  const path = process.env['TEST_COUNTS'];
  if (path) writeFileSync(path, JSON.stringify(counts));
}
