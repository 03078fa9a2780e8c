import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { focused } from '../support/focused.js';
import { stored, type ReceivedFile } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

describe('an application in steps, through the demo page', () => {
  let receiver: RunningReceiver;
  let browser: Browser;
  let folder: string;

  before(async () => {
    [receiver, browser, folder] = await Promise.all([
      startReceiver(),
      launchBrowser(),
      mkdtemp(join(tmpdir(), 'steps-')),
    ]);
    await writeFile(join(folder, 'cv.txt'), 'A page about the applicant.');
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });

  it('is filled in, looked over, changed and sent by keyboard alone, and stored whole', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${receiver.origin}/steps.html`);
    await untilState(page, 'ready');

    await typeAt(page, 'Full name', 'Zoë Łukasiewicz');
    await typeAt(page, 'Email', 'zoe@example.org');
    await tabTo(page, 'Yes');
    await page.keyboard.press('Space');
    await pressAt(page, 'Continue', 'Section 2 of 4 Your right to work');

    await typeAt(page, 'Which visa do you hold now, if any?', 'None yet');
    await pressAt(page, 'Continue', 'Section 3 of 4 Experience');

    await typeAt(page, 'Employer', 'A maker of clocks');
    await typeAt(page, 'What you did there', 'Clocks 🕰️');
    await tabTo(page, 'Choose file: CV, no file chosen');
    const chosen = page.waitForFileChooser();
    await page.evaluate(() => undefined);
    const [chooser] = await Promise.all([chosen, page.keyboard.press('Enter')]);
    await chooser.accept([join(folder, 'cv.txt')]);
    await page.waitForFunction(() =>
      document.querySelector('job-application')?.shadowRoot?.textContent?.includes('cv.txt'),
    );
    await pressAt(page, 'Continue', 'Check your answers');

    await tabTo(page, 'Change Full name');
    await page.keyboard.press('Enter');
    await arriveAt(page, 'Full name');
    await page.keyboard.type(' the younger');
    await pressAt(page, 'Continue', 'Check your answers');
    await pressAt(page, 'Continue', 'Section 4 of 4 Equal opportunities');

    await tabTo(page, 'Under 30');
    await page.keyboard.press('Space');
    await tabTo(page, 'Submit application');
    await page.keyboard.press('Enter');
    await untilState(page, 'sent');

    expect(errors).to.deep.equal([]);
    const [received] = await stored(receiver);
    expect(received).to.deep.include({ posting: 'calibration-engineer', locale: 'en', unknown: [] });
    const { resume, ...answers } = received?.answers ?? {};
    expect(answers).to.deep.include({
      full_name: 'Zoë Łukasiewicz the younger',
      email: 'zoe@example.org',
      needs_visa: true,
      visa_held: 'None yet',
      employment: [{ employer: 'A maker of clocks', role: 'Clocks 🕰️' }],
      age_band: 'under-30',
    });
    expect((resume as ReceivedFile[])[0]).to.include({ name: 'cv.txt', size: 27 });
    expect(received?.consents).to.deep.include({
      name: 'equality_notice',
      document: 'equality-notice',
      version: '2026-01',
    });
    await page.close();
  });
});

/** By the key Tab, to the next control of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== name && passed.length < 40) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
  }
  expect(passed.at(-1), passed.join(' | ')).to.equal(name);
}

async function typeAt(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

async function pressAt(page: Page, button: string, heading: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await arriveAt(page, heading);
}

/** Until the focus has come there by itself. */
async function arriveAt(page: Page, name: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  let found = await focused(page);
  while (found !== name && Date.now() < deadline) found = await focused(page);
  expect(found).to.equal(name);
}
