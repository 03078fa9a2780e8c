import type { Page } from 'puppeteer-core';
import type { ElementState } from '../../../src/index.js';
import type { FaultServer, Run } from './fault-server.js';
import { untilState } from '../until-state.js';

interface Scene {
  readonly page: Page;
  readonly server: FaultServer;
  readonly run: Run;
  /** When the button had not been pressed yet. */
  readonly requestsBefore: number;
}

/** What befalls the network rather than a request. */
export interface Outage {
  /** Before the button is pressed. */
  begin(scene: Scene): Promise<void> | void;
  /** Once it is pressed: waits for what the outage lasts until, and mends it. */
  end(scene: Scene): Promise<void>;
}

const settled: readonly ElementState[] = ['sent', 'failed', 'unconfirmed', 'invalid'];

/** By name. One that comes up in a plan while the element sends by itself is passed over. */
export const outages: Readonly<Record<string, Outage>> = {
  'connection refused': {
    begin: ({ server }) => server.down(),
    async end({ page, server }) {
      await untilState(page, settled);
      await server.up();
    },
  },
  'connection refused at first': {
    begin: ({ server }) => server.down(),
    async end({ page, server }) {
      await untilState(page, ['waiting', ...settled]);
      await server.up();
    },
  },
  'offline beforehand': {
    begin: ({ page }) => page.setOfflineMode(true),
    async end({ page }) {
      await untilState(page, ['waiting', ...settled]);
      await page.setOfflineMode(false);
    },
  },
  'the connection lost before it is answered': {
    // Not stored: the next attempt could come while the receiver is still at it, and would be told so.
    begin: ({ run }) => void run.plan.unshift('never answered'),
    async end({ page, server, run, requestsBefore }) {
      while (run.requests === requestsBefore) await nextFrame(page);
      await page.setOfflineMode(true);
      // Of a request that is under way the browser's own switch makes nothing.
      server.down();
      await untilState(page, ['waiting', ...settled]);
      await server.up();
      await page.setOfflineMode(false);
    },
  },
  'offline before it is answered': {
    begin: ({ run }) => void run.plan.unshift('stored, never answered'),
    async end({ page, run, requestsBefore }) {
      while (run.requests === requestsBefore) await nextFrame(page);
      await page.setOfflineMode(true);
      await untilState(page, ['waiting', ...settled]);
      await page.setOfflineMode(false);
    },
  },
};

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}
