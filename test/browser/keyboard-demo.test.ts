import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { untilDrawn } from '../support/embedding.js';
import { focused } from '../support/focused.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilInside } from '../support/until-inside.js';
import { untilState } from '../support/until-state.js';

/** What is typed where the name begins so; everything else gets a sentence. */
const typed: Readonly<Record<string, string>> = {
  Email: 'zoe@example.org',
  Phone: '020 7946 0018',
  Website: 'https://example.org/zoe',
  'Publications URL': 'https://example.org/p',
  'GitHub URL': 'https://example.org/g',
  LinkedIn: 'https://www.linkedin.com/in/zoe',
};

/** More than the form has places to stop at. */
const mostStops = 120;

describe('the demo’s form, from its first question to the receipt', () => {
  let receiver: RunningReceiver;
  let browser: Browser;
  let folder: string;

  before(async () => {
    [receiver, browser, folder] = await Promise.all([
      startReceiver(),
      launchBrowser(),
      mkdtemp(join(tmpdir(), 'keyboard-')),
    ]);
    await writeFile(join(folder, 'cv.txt'), 'A page about the applicant.');
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });

  it('is filled in and sent by keyboard alone, a file from the chooser and a letter written in included', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(receiver.origin);
    await untilDrawn(page);
    const passed: string[] = [];
    while (passed.at(-1) !== 'Submit application') {
      expect(passed.length, passed.join(', ')).to.be.lessThan(mostStops);
      await page.keyboard.press('Tab');
      passed.push(await focused(page));
      await answer(page, passed.at(-1) ?? '', join(folder, 'cv.txt'));
    }
    await page.keyboard.press('Enter');
    await untilState(page, 'sent');
    await page.waitForFunction(() =>
      document.querySelector('job-application')?.shadowRoot?.activeElement?.matches('[part~=receipt]'),
    );
    const told = await page.$eval('job-application >>> [part=receipt]', (receipt) =>
      (receipt as HTMLElement).innerText.replace(/\s+/g, ' '),
    );
    await page.close();
    expect(told).to.contain('zoe@example.org').and.to.contain('cv.txt (27 bytes)');
    expect(told).to.match(/Cover letter An answer to/);
    expect(errors).to.deep.equal([]);
  });
});

/** Does what a person would at what has the focus. */
async function answer(page: Page, name: string, file: string): Promise<void> {
  const kind = await page.$eval('job-application', ({ shadowRoot }) => {
    const control = shadowRoot?.activeElement;
    return control instanceof HTMLInputElement ? control.type : (control?.localName ?? 'outside');
  });
  if (kind === 'radio' || kind === 'checkbox') await page.keyboard.press('Space');
  else if (kind === 'textarea' || kind === 'text' || kind === 'tel' || kind === 'url') await write(page, name);
  else if (name.startsWith('Choose file: Résumé')) {
    const chosen = page.waitForFileChooser();
    // Waiting is begun by a command to the page's own process, which a key, going through the browser's, can overtake.
    await page.evaluate(() => undefined);
    const [chooser] = await Promise.all([chosen, page.keyboard.press('Enter')]);
    await chooser.accept([file]);
    await untilInside(page, '.chosen');
  } else if (name.startsWith('Write it in instead: Cover letter')) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('job-application')?.shadowRoot?.activeElement?.localName === 'textarea',
    );
    await write(page, await focused(page));
  }
}

function write(page: Page, name: string): Promise<void> {
  const found = Object.entries(typed).find(([beginning]) => name.startsWith(beginning));
  return page.keyboard.type(found?.[1] ?? `An answer to ${name}`);
}
