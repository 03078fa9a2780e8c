// Takes the picture at the top of README.md: `npm run picture`. Two windows of the demo, the posting and its form.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from './browser.js';
import { untilDrawn } from './embedding.js';
import { startReceiver } from './receiver.js';
import { untilInside } from './until-inside.js';

const file = fileURLToPath(new URL('../../demo/picture.png', import.meta.url));
const pane = { width: 620, height: 860, deviceScaleFactor: 1.5 };
const gap = 28;

const receiver = await startReceiver();
const browser = await launchBrowser();
try {
  const panes = [await takePane(browser, seePosting), await takePane(browser, seeForm)];
  await arrange(browser, panes);
} finally {
  await browser.close();
  await receiver.stop();
}
console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);

async function takePane(browser: Browser, show: (page: Page) => Promise<void>): Promise<string> {
  const { page } = await openTab(browser);
  await page.setViewport(pane);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(receiver.origin);
  await untilDrawn(page);
  await show(page);
  return page.screenshot({ encoding: 'base64' });
}

async function seePosting(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
}

/** Some answers given, one of them wrong, as they stand after the first attempt to submit. */
async function seeForm(page: Page): Promise<void> {
  await page.$eval('job-application', (element) => {
    element.fill({ first_name: 'Some', last_name: 'Applicant', email: 'applicant@example', phone: '0113 496 0000' });
    element.validate();
  });
  await untilInside(page, '[aria-invalid]');
  await page.$eval('job-application >>> [name=f-first_name]', (control) => {
    control.closest('[part~=field]')?.scrollIntoView({ block: 'start' });
    scrollBy(0, -120);
  });
}

/** Puts the windows side by side. */
async function arrange(browser: Browser, panes: readonly string[]): Promise<void> {
  const { page } = await openTab(browser);
  const { width, height, deviceScaleFactor } = pane;
  await page.setViewport({ width: 2 * width + 3 * gap, height: height + 2 * gap, deviceScaleFactor });
  const images = panes.map((data) => `<img alt="" src="data:image/png;base64,${data}" width="${width}">`);
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: ${gap}px; display: flex; gap: ${gap}px; background: #dfe5e4 }
    img { border-radius: 10px; box-shadow: 0 6px 24px #0003 }
  </style>${images.join('')}`);
  await page.screenshot({ path: file });
}
