import type { Frame, Page } from 'puppeteer-core';
import type { ElementState } from '../../src/index.js';

/** A state is no mutation of the document, and a page that is not in view draws no frames: it is asked now and again. */
const betweenMs = 50;

const all: readonly ElementState[] = [
  'loading',
  'ready',
  'invalid',
  'sending',
  'waiting',
  'sent',
  'failed',
  'unconfirmed',
  'closed',
  'error',
];

export const stateful = (...not: readonly ElementState[]): readonly ElementState[] =>
  all.filter((state) => !not.includes(state));

/**
 * Resolves once an element of a page is in this state, or in one of these.
 * @param selector of the element, where it is not the first one
 */
export async function untilState(
  page: Page | Frame,
  wanted: ElementState | readonly ElementState[],
  selector = 'job-application',
): Promise<void> {
  await page.waitForFunction(
    (states: readonly string[], selector) => {
      const element = document.querySelector(selector);
      return element !== null && 'state' in element && states.includes(String(element.state));
    },
    { polling: betweenMs },
    [wanted].flat(),
    selector,
  );
}
