import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';

interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

/** What Storybook says about a story while it draws it. */
interface StoryEvent {
  name: string;
  message: string;
  /** Of axe; absent where it did not run. */
  violations?: string[];
}

const folder = fileURLToPath(new URL('../../.storybook-static', import.meta.url));
const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };

/** As much of an event's data as is read here: an error, or a report of axe. */
interface EventData {
  message?: string;
  description?: string;
  reporters?: { type: string; result?: { violations?: { id: string; nodes: { html: string }[] }[] } }[];
}

/** A play function that throws still ends in `storyFinished` with success, so its own events count, too. */
const failures = [
  'storyErrored',
  'storyThrewException',
  'storyMissing',
  'playFunctionThrewException',
  'unhandledErrorsWhilePlaying',
];

describe('the built Storybook', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(folder);
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const entry of Object.values(index.entries)) {
    it(`shows ${entry.title}: ${entry.name} without an error${entry.type === 'story' ? ' or a violation found by axe' : ''}`, async () => {
      const { page, errors } = await openTab(browser);
      await page.evaluateOnNewDocument(recordEvents, [...failures, 'storyFinished', 'docsRendered']);
      await page.goto(`${server.origin}/iframe.html?id=${entry.id}&viewMode=${entry.type}`);
      const events = await eventsUntil(page, entry.type === 'docs' ? 'docsRendered' : 'storyFinished');
      await page.close();

      expect(events.filter(({ name }) => failures.includes(name))).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      if (entry.type === 'story') expect(events.at(-1)?.violations, 'what axe found').to.deep.equal([]);
    });
  }
});

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
