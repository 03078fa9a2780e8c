import type { Browser } from 'puppeteer-core';
import type { FaultServer } from './fault-server.js';
import { attempt, openHurried, type Trial, type Verdict } from './visit.js';

/** Pages that apply at the same time. */
const workers = 4;

/** A page is given up and opened anew where one application takes longer than this, which is told. */
const longestMs = 60_000;

export interface TrialReport {
  readonly broken: readonly string[];
  /** One line. */
  readonly figures: string;
}

/** Applies under each plan, several at a time. */
export async function runTrials(browser: Browser, server: FaultServer, trials: readonly Trial[]): Promise<TrialReport> {
  const queue = [...trials];
  const verdicts: { readonly trial: Trial; readonly verdict: Verdict }[] = [];
  const work = async (): Promise<void> => {
    let page = await openHurried(browser, server);
    for (let trial = queue.shift(); trial; trial = queue.shift()) {
      const verdict = await within(longestMs, attempt(page, server, trial));
      verdicts.push({ trial, verdict });
      if (verdict !== hung) continue;
      await page.close();
      page = await openHurried(browser, server);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: workers }, work));
  const broken = verdicts.flatMap(({ trial, verdict }) => verdict.broken.map((each) => `${nameOf(trial)}: ${each}`));
  const sum = (of: (verdict: Verdict) => number): number => verdicts.reduce((all, { verdict }) => all + of(verdict), 0);
  const count = (words: string): number => broken.filter((each) => each.includes(words)).length;
  const figures = [
    `${verdicts.length} applications`,
    `${sum(({ presses }) => presses)} presses of the button`,
    `${sum(({ resent }) => resent)} requests repeated by the browser itself`,
    `${count('lost')} lost`,
    `${count('although the key is honoured')} stored twice under a key`,
    `${count('doubled by the element')} doubled by the element`,
    `${count('shown as sent')} shown as sent that were not`,
    `${count('is gone')} answers or files gone`,
    `${count('no outcome')} without an outcome`,
  ].join(', ');
  return { broken, figures };
}

const hung: Verdict = { state: '', broken: ['hangs'], presses: 0, resent: 0 };

async function within(ms: number, verdict: Promise<Verdict>): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Verdict>((resolve) => (timer = setTimeout(() => resolve(hung), ms)));
  try {
    return await Promise.race([
      verdict.catch((error: unknown): Verdict => ({ ...hung, broken: [`breaks off: ${String(error)}`] })),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

function nameOf({ plan, origin, honoursKey, idempotency }: Trial): string {
  return `${plan.join(' → ')} [${origin} origin, key ${honoursKey ? '' : 'not '}honoured, ${idempotency}]`;
}
