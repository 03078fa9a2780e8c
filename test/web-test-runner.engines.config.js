// The tests of web-test-runner.config.js in the other engines: Firefox, and WebKit as WebKitGTK has it.
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { findEngines } from './support/find-engines.js';
import { webkitLauncher } from './support/webkit-launcher.js';
import chromium from './web-test-runner.config.js';

const { firefox, webkit } = findEngines();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...chromium,
  concurrentBrowsers: 1,
  browsers: [
    chromeLauncher({
      // The launcher's name tells where it comes from; puppeteer drives Firefox by WebDriver BiDi.
      puppeteer: /** @type {any} */ (puppeteer),
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: firefox, headless: true },
    }),
    webkitLauncher(webkit),
  ],
};
