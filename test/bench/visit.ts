import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { typed } from './postings.js';

const probe = readFileSync(new URL('probe.js', import.meta.url), 'utf8');

export interface VisitOptions {
  readonly url: string;
  /** How many times slower than this machine the page's processor is. */
  readonly slowdown: number;
  /** A slow phone's connection: 1.6 Mbit/s, 150 ms. */
  readonly slowNetwork?: boolean;
  /** Type into a field; submit empty and wait for this many errors; type again. */
  readonly expectedErrors?: number;
  /** The field that is typed into; else the first. */
  readonly typeInto?: string;
}

/** Times in milliseconds, from the start of the navigation where nothing else is said. */
export interface Visit {
  /** The first field is painted. */
  readonly usable: number;
  /** The main thread's work until there is no more. */
  readonly cpu: number;
  /** Bytes in V8's heap after a collection, and of the DOM that it holds. */
  readonly heap: number;
  readonly layoutShift: number;
  /** Keydown to paint, and the main thread's work for one key. */
  readonly key?: number;
  readonly keyCpu?: number;
  /** Press of the submit button to paint of all errors. */
  readonly errors?: number;
  /** As `key` and `keyCpu`, with all errors in view. */
  readonly laterKey?: number;
  readonly laterKeyCpu?: number;
}

/**
 * Opens a tab, in a process of its own, and measures it. Not in a browser context of its own: each of those opens a
 * window, whose own parts load while we measure.
 */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 800, height: 900 });
    const cdp = await page.createCDPSession();
    // A process that has shown a page of this origin keeps it, and with it the counts of its work.
    await page.goto(new URL('/blank', options.url).href);
    await page.evaluateOnNewDocument(probe);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (options.slowNetwork) {
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1_600_000 / 8,
        uploadThroughput: 750_000 / 8,
      });
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.slowdown });
    return await measure(page, cdp, options);
  } finally {
    await page.close();
  }
}

async function measure(
  page: Page,
  cdp: CDPSession,
  { url, expectedErrors, typeInto = '' }: VisitOptions,
): Promise<Visit> {
  const before = await taskMs(cdp);
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  const usable = (await page.evaluate('probe.usable')) as number;
  const cpu = (await untilIdle(cdp)) - before;
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const layoutShift = (await page.evaluate('probe.layoutShift()')) as number;
  const loaded = { usable, cpu, heap: usedSize, layoutShift };
  if (expectedErrors === undefined) return loaded;

  await page.evaluate(`probe.focusField('${typeInto}')`);
  const first = await typeText(page, cdp, typeInto);
  // Cleared, so that this field, too, is found wanting.
  for (let left = first.typed; left > 0; left--) await page.keyboard.press('Backspace');
  const errors = (await page.evaluate(`probe.submit(${expectedErrors})`)) as number;
  await untilIdle(cdp);
  await page.evaluate(`probe.focusField('${typeInto}')`);
  await page.evaluate('probe.keys()');
  const later = await typeText(page, cdp, typeInto);
  return { ...loaded, ...first, errors, laterKey: later.key, laterKeyCpu: later.keyCpu };
}

async function typeText(
  page: Page,
  cdp: CDPSession,
  field: string,
): Promise<{ key: number; keyCpu: number; typed: number }> {
  const { first, text } = typed;
  // The first key of a page warms what all others use.
  await page.keyboard.press(first as 'x');
  await untilIdle(cdp);
  await page.evaluate('probe.keys()');
  const before = await taskMs(cdp);
  const times: number[] = [];
  for (const letter of text) {
    await page.keyboard.press(letter as 'a');
    times.push(...((await page.evaluate('probe.keys()')) as number[]));
  }
  const keyCpu = ((await untilIdle(cdp)) - before) / text.length;
  const value = (await page.evaluate(`probe.typed('${field}')`)) as string;
  if (!value.endsWith(text)) throw new Error(`"${text}" was typed, and "${value}" stands in the field.`);
  return { key: median(times), keyCpu, typed: value.length };
}

/** Processor time that the main thread has spent in tasks so far. */
async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** Until the main thread has had next to nothing to do for a while. @returns `taskMs` then */
async function untilIdle(cdp: CDPSession): Promise<number> {
  let before = await taskMs(cdp);
  for (let quiet = 0; quiet < 2;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await taskMs(cdp);
    quiet = now - before < 4 ? quiet + 1 : 0;
    before = now;
  }
  return before;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}
