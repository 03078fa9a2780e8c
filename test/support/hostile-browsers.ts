import { accessSync, constants } from 'node:fs';
import process from 'node:process';
import puppeteer, { type Browser } from 'puppeteer-core';
import { launchBrowser } from './browser.js';

/** The browsers that hostile postings are shown to; one that is not installed has no `launch`. */
export const engines: readonly { readonly name: string; readonly launch: (() => Promise<Browser>) | undefined }[] = [
  { name: 'Chromium', launch: launchBrowser },
  { name: 'Firefox', launch: firefoxLauncher() },
];

/** `FIREFOX_PATH`, else one in the usual places. It speaks WebDriver BiDi, so there is no driver to install. */
function firefoxLauncher(): (() => Promise<Browser>) | undefined {
  const places = [
    process.env['FIREFOX_PATH'] ?? '',
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ];
  const executablePath = places.find(isExecutable);
  if (executablePath === undefined) return undefined;
  return () => puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false; // not there: the next place is looked at
  }
}
