import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromeArguments, findChrome } from './find-chrome.js';

export function launchBrowser(): Promise<Browser> {
  return puppeteer.launch({ executablePath: findChrome(), args: chromeArguments });
}

/** A new tab, and a list to which every error of the page is added: uncaught ones, and what it reports on the console. */
export async function openTab(browser: Browser): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  // tsx names functions by a helper of its own, which a function that runs in the page would miss.
  await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
  page.on('pageerror', (error) => errors.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()} ${message.location().url ?? ''}`.trim());
  });
  return { page, errors };
}
