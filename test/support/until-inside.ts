import type { Frame, Page } from 'puppeteer-core';

/**
 * Waits until the first element of a page has drawn something. Asked again and again: `waitForSelector` looks when the
 * document changes, and sees nothing of what changes in a shadow root.
 */
export async function untilInside(page: Page | Frame, selector: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => Boolean(document.querySelector('job-application')?.shadowRoot?.querySelector(wanted)),
    { polling: 50 },
    selector,
  );
}
