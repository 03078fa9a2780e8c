import type { Page } from 'puppeteer-core';
import { untilState } from './until-state.js';

/**
 * A page that does nothing but embed the built element, from the root of the repository.
 * @param posting the name of one in demo/postings
 * @param script the file of dist that the page loads; the classic loader as a classic script
 */
export function embedding(posting: string, script = 'job-application.js'): string {
  const type = script.includes('.global.') ? 'text/javascript' : 'module';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Embedding</title>
    <script type="${type}" src="/dist/${script}"></script>
    <job-application src="/demo/postings/${posting}.json" action="/applications.json"></job-application></html>`;
}

/** Until the element has drawn its posting, with all that it loads to do so. */
export async function untilDrawn(page: Page): Promise<void> {
  await untilState(page, ['ready', 'closed']);
  await page.waitForNetworkIdle({ idleTime: 250 });
}
