import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { stored } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilInside } from '../support/until-inside.js';
import { untilState } from '../support/until-state.js';

const beside = { value: 'other', label: 'Other', freeText: 'text' };
const several = { type: 'choice', multiple: true };

const glazier = {
  id: 'instrument-scientist',
  title: 'Glazier',
  form: {
    sections: [
      {
        fields: [
          {
            name: 'years',
            label: 'Years',
            type: 'choice',
            options: [
              { value: 0, label: 'None' },
              { value: 1, label: 'One' },
            ],
          },
          {
            ...several,
            name: 'tools',
            label: 'Tools',
            options: [
              { value: '', label: 'Hands' },
              { value: 0, label: 'Saw' },
            ],
          },
          {
            name: 'blank',
            label: 'Blank',
            type: 'choice',
            display: 'combobox',
            options: [
              { value: '', label: 'Void' },
              { value: 0, label: 'Nought' },
            ],
          },
          {
            ...several,
            name: 'many',
            label: 'Many',
            display: 'combobox',
            options: [
              { value: '', label: 'Void' },
              { value: 0, label: 'Nought' },
            ],
          },
          {
            name: 'posts',
            label: 'Posts',
            type: 'repeat',
            min: 2,
            fields: [{ ...several, name: 'left', label: 'Left', options: [beside] }],
          },
        ],
      },
    ],
  },
};

/** In the form of the page's element, whatever stands in its shadow root. */
const inForm = (selector: string): string => `job-application >>> ${selector}`;

describe('choices through the built element', () => {
  let receiver: RunningReceiver;
  let browser: Browser;

  before(async () => {
    [receiver, browser] = await Promise.all([
      startReceiver({ postings: { 'instrument-scientist': glazier } }),
      launchBrowser(),
    ]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  async function open(withoutChunk = false): Promise<{ page: Page; errors: string[] }> {
    const { page, errors } = await openTab(browser);
    if (withoutChunk) {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void (/choice-combobox/.test(request.url()) ? request.abort() : request.continue());
      });
    }
    await page.goto(receiver.origin);
    await untilState(page, 'ready');
    return { page, errors };
  }

  it('are stored as they were chosen, 0 and the empty text, too, and the texts beside them by their entry', async () => {
    const { page, errors } = await open();
    await untilInside(page, 'input[name="f-blank"]');
    await page.locator(inForm('[name="f-years"][value="0"]')).click();
    await page.locator(inForm('[name="f-tools"][value=""]')).click();
    await page.locator(inForm('[name="f-tools"][value="0"]')).click();
    await page.locator(inForm('[name="f-blank"]')).click();
    await page.keyboard.type('void');
    await page.keyboard.press('Enter');
    await page.locator(inForm('[name="f-many"]')).click();
    for (const text of ['void', 'nought']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    for (const entry of [0, 1]) {
      await page.locator(inForm(`[name="f-posts[${entry}][left]"]`)).click();
      await page.locator(inForm(`[name="f-posts[${entry}][text]"]`)).fill(`Number ${entry}`);
    }
    await page.locator(inForm('button[type=submit]')).click();
    await untilState(page, 'sent');
    expect(errors).to.deep.equal([]);
    const [received] = await stored(receiver);
    expect(received?.answers).to.deep.equal({
      years: '0',
      tools: ['', '0'],
      blank: '',
      many: ['', '0'],
      posts: [
        { left: ['other'], text: 'Number 0' },
        { left: ['other'], text: 'Number 1' },
      ],
    });
  });

  it('can be answered where the code of the combobox does not arrive', async () => {
    const { page } = await open(true);
    await untilInside(page, 'select[name="f-blank"]');
    await page.select(inForm('select[name="f-blank"]'), '0');
    await page.locator(inForm('summary')).click();
    await page.locator(inForm('[name="f-many"][value="0"]')).click();
    const answers = await page.evaluate(() => document.querySelector('job-application')!.answers);
    expect(answers).to.deep.include({ blank: '0', many: ['0'] });
  });
});
