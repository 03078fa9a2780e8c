import type { Browser } from 'puppeteer-core';
import { startFaultServer } from './fault-server.js';
import { figuresOf, type Verdict } from './tally.js';
import { attempt, openHurried, type Trial } from './visit.js';

/** Applicants at the same time, each with a page and an endpoint of their own: an endpoint that goes down is nobody else's. */
const workers = 4;

export interface TrialReport {
  /** A line for each promise that was not kept, with what led to it. */
  readonly broken: readonly string[];
  /** One line. */
  readonly figures: string;
}

interface TrialOptions {
  /** A page is given up and opened anew where one application takes longer than this, which is told. */
  readonly longestMs?: number;
}

/** Applies under each plan, several at a time. */
export async function runTrials(
  browser: Browser,
  trials: readonly Trial[],
  { longestMs = 60_000 }: TrialOptions = {},
): Promise<TrialReport> {
  const queue = [...trials];
  const verdicts: Verdict[] = [];
  const broken: string[] = [];
  const work = async (): Promise<void> => {
    const server = await startFaultServer();
    let page = await openHurried(browser, server);
    for (let trial = queue.shift(); trial; trial = queue.shift()) {
      const ended = await within(longestMs, attempt(page, server, trial).catch(brokenOff));
      const verdict = ended ?? hungAfter(longestMs);
      verdicts.push(verdict);
      broken.push(...linesOf(trial, verdict));
      if (ended) continue;
      await page.close();
      page = await openHurried(browser, server);
    }
    await page.close();
    await server.close();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { broken, figures: figuresOf(verdicts) };
}

/** A line for each promise that was not kept. */
export function linesOf(trial: Trial, { breaches }: Verdict): readonly string[] {
  return breaches.map(({ promise, seen }) => `${nameOf(trial)}: ${promise} (${seen})`);
}

function brokenOff(error: unknown): Verdict {
  return { breaches: [{ promise: 'gone wrong otherwise', seen: String(error) }], presses: 0, resent: 0 };
}

function hungAfter(ms: number): Verdict {
  const seen = `nothing has come of it after ${ms / 1000} s`;
  return { breaches: [{ promise: 'without an outcome', seen }], presses: 0, resent: 0 };
}

async function within<Result>(ms: number, result: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

function nameOf({ plan, origin, honoursKey, idempotency }: Trial): string {
  return `${plan.join(' → ')} [${origin} origin, key ${honoursKey ? '' : 'not '}honoured, ${idempotency}]`;
}
