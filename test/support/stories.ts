import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { openTab } from './browser.js';
import { startStaticServer, type StaticServer } from './static-server.js';

export interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

/** What Storybook says about a story while it draws it. */
export interface StoryEvent {
  name: string;
  message: string;
  /** Of axe; absent where it did not run. */
  violations?: string[];
}

/** As much of an event's data as is read here: an error, or a report of axe. */
interface EventData {
  message?: string;
  description?: string;
  reporters?: { type: string; result?: { violations?: { id: string; nodes: { html: string }[] }[] } }[];
}

/** A play function that throws still ends in `storyFinished` with success, so its own events count, too. */
export const storyFailures = [
  'storyErrored',
  'storyThrewException',
  'storyMissing',
  'playFunctionThrewException',
  'unhandledErrorsWhilePlaying',
];

const folder = fileURLToPath(new URL('../../.storybook-static', import.meta.url));

/** Of the Storybook that was built last: `npm run build-storybook`. */
export function storyEntries(): Entry[] {
  const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
  return Object.values(index.entries);
}

export function serveStories(): Promise<StaticServer> {
  return startStaticServer(folder);
}

/**
 * Opens a story or a page of documentation in a tab of its own, until it is drawn and its play function has ended.
 * @param axe whether the story is judged by axe, too, which takes most of the time
 * @param prepare what is done to the tab before the story is loaded
 */
export async function openStory(
  browser: Browser,
  origin: string,
  { id, type }: Pick<Entry, 'id' | 'type'>,
  { axe = true, prepare }: { axe?: boolean; prepare?: (page: Page) => Promise<void> } = {},
): Promise<{ page: Page; errors: string[]; events: StoryEvent[] }> {
  const { page, errors } = await openTab(browser);
  await page.evaluateOnNewDocument(recordEvents, [...storyFailures, 'storyFinished', 'docsRendered']);
  await prepare?.(page);
  const globals = axe ? '' : '&globals=a11y.manual:!true';
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}${globals}`);
  const events = await eventsUntil(page, type === 'docs' ? 'docsRendered' : 'storyFinished');
  return { page, errors, events };
}

/** Until each element of the story has drawn its posting, or its state without one. Some stories end before; one shows just that. */
export async function untilShown(page: Page, { id }: Pick<Entry, 'id'>): Promise<void> {
  if (id === 'states--loading') return;
  await page.waitForFunction(() => !document.querySelector('job-application:state(loading)'));
  await page.waitForNetworkIdle({ idleTime: 100 });
}

/** What a page of that colour scheme sets, so that one sees what the element does with it. */
export async function setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluate((name) => {
    document.documentElement.style.colorScheme = name;
    document.body.style.background = 'Canvas';
  }, scheme);
}

/** Runs in the page, before Storybook: puts every event of these names on `window.storyEvents`. */
function recordEvents(names: string[]): void {
  const events: StoryEvent[] = [];
  let channel: { on(name: string, listener: (data?: EventData) => void): void } | undefined;
  Object.defineProperty(window, 'storyEvents', { value: events });
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value: typeof channel) {
      channel = value;
      for (const name of names) channel?.on(name, (data) => events.push(read(name, data)));
    },
  });

  function read(name: string, data: EventData = {}): StoryEvent {
    const axe = data.reporters?.find((reporter) => reporter.type === 'a11y')?.result;
    const violations = axe?.violations?.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    return { name, message: data.message ?? data.description ?? '', ...(violations && { violations }) };
  }
}

/** Waits for the event named `last` or one that says that the story will never get there. */
async function eventsUntil(page: Page, last: string): Promise<StoryEvent[]> {
  const ends = [last, 'storyErrored', 'storyThrewException', 'storyMissing'];
  const handle = await page.waitForFunction(
    (names: string[]) => {
      const { storyEvents } = window as unknown as { storyEvents: StoryEvent[] };
      return storyEvents.some(({ name }) => names.includes(name)) && storyEvents;
    },
    { timeout: 20_000 },
    ends,
  );
  return (await handle.jsonValue()) as StoryEvent[];
}
