import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { stored } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

const inForm = (selector: string): string => `job-application >>> ${selector}`;

const field = (entry: number, key: string): string => inForm(`[name="f-employment[${entry}][${key}]"]`);

async function press(page: Page, name: string): Promise<void> {
  await page.locator(`>>> ::-p-aria([name="${name}"][role="button"])`).click();
}

async function write(page: Page, entry: number, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, text] of Object.entries(answers)) await page.locator(field(entry, key)).fill(text);
}

/** Over what stands there. */
async function writeMonth(page: Page, entry: number, key: string, [year, month]: [string, string]): Promise<void> {
  for (const [part, text] of Object.entries({ month, year })) {
    await page.locator(inForm(`[name="f-employment[${entry}][${key}]-${part}"]`)).click({ count: 3 });
    await page.keyboard.type(text);
  }
}

/** What stands at a question of an entry. */
function errors(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('job-application')!.shadowRoot!;
    return [...root.querySelectorAll('[part~=field-error]')].map((each) => each.textContent.trim()).filter(Boolean);
  });
}

describe('where an applicant has worked, from the first entry to what is stored', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    const posting = JSON.parse(
      await readFile(new URL('../../demo/postings/lens-maker.json', import.meta.url), 'utf8'),
    ) as object;
    // The page of the demo that is opened draws the posting of this id.
    const named = { ...posting, id: 'instrument-scientist' };
    [receiver, browser] = await Promise.all([
      startReceiver({ postings: { 'instrument-scientist': named } }),
      launchBrowser(),
    ]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  it('is added to, put in order and taken away; who is still there has no end, and no end comes before its start', async () => {
    const { page, errors: wrong } = await openTab(browser);
    await page.goto(receiver.origin);
    await untilState(page, 'ready');
    await page.locator(inForm('[name="f-full_name"]')).fill('Example Applicant');
    await page.locator(inForm('[name="f-email"]')).fill('applicant@example.org');

    await write(page, 0, { employer: 'A maker of clocks', role: 'Gears' });
    await writeMonth(page, 0, 'start', ['2019', '4']);
    await page.locator(`${field(0, 'current')}[value="false"]`).click();
    await writeMonth(page, 0, 'end', ['2018', '3']);
    await press(page, 'Add another: Employer');
    await write(page, 1, { employer: 'A glassworks', role: 'Polishing' });
    await writeMonth(page, 1, 'start', ['2021', '1']);
    await page.locator(`${field(1, 'current')}[value="false"]`).click();
    await writeMonth(page, 1, 'end', ['2022', '1']);
    await page.locator(`${field(1, 'current')}[value="true"]`).click();
    await press(page, 'Add another: Employer');
    await press(page, 'Remove Employer 3');
    await press(page, 'Move up: Employer 2');

    await press(page, 'Submit application');
    await untilState(page, 'invalid');
    // At both of its questions, which moved with their entry.
    expect(await errors(page)).to.deep.equal(Array(2).fill('Error: You cannot have left before you began'));
    await writeMonth(page, 1, 'end', ['2020', '12']);
    await press(page, 'Submit application');
    await untilState(page, 'sent');
    expect(wrong).to.deep.equal([]);
    const [received] = await stored(receiver);
    expect(received?.answers['employment']).to.deep.equal([
      { employer: 'A glassworks', role: 'Polishing', start: '2021-01', current: true },
      { employer: 'A maker of clocks', role: 'Gears', start: '2019-04', current: false, end: '2020-12' },
    ]);
    await page.close();
  });
});
