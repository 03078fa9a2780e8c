import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { focused } from '../support/focused.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilState } from '../support/until-state.js';

const yesNo = { type: 'boolean', name: 'yes', label: 'Yes or no?', required: true };
const posting = {
  id: 'keys',
  title: 'Optician',
  form: {
    sections: [
      {
        fields: [
          { type: 'text', name: 'first', label: 'First', required: true },
          yesNo,
          { type: 'choice', name: 'many', label: 'Many', multiple: true, options: [{ value: 'a' }, { value: 'b' }] },
          { type: 'file', name: 'cv', label: 'CV' },
          { type: 'text', name: 'last', label: 'Last' },
        ],
      },
    ],
  },
};

describe('with the keyboard alone', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
      pages: {
        '/keys.html': embedding('keys'),
        '/demo/postings/keys.json': JSON.stringify(posting),
        '/applications.json': '{ "id": "1" }',
      },
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('one gets from Apply through every question to Submit, and nowhere else', async () => {
    const page = await open();
    await press(page, 'Tab');
    expect(await focused(page)).to.equal('Apply');
    await press(page, 'Enter');
    const passed: string[] = [];
    for (let step = 0; step < 12 && passed.at(-1) !== 'Submit application'; step += 1) {
      await press(page, 'Tab');
      passed.push(await focused(page));
    }
    expect(passed).to.deep.equal([
      'First',
      'Yes',
      'a',
      'b',
      'Choose file: CV, no file chosen',
      'Last',
      'Submit application',
    ]);
    await page.close();
  });

  it('one sends with Enter in a field, is led to what is missing, and sends again', async () => {
    const page = await open();
    await page.locator('job-application >>> [name=f-last]').click();
    await press(page, 'Enter');
    await untilState(page, 'invalid');
    await page.waitForFunction(() =>
      document.querySelector('job-application')?.shadowRoot?.activeElement?.matches('[part~=error-summary]'),
    );
    await press(page, 'Tab', 'Enter');
    expect(await focused(page)).to.equal('First');
    await page.keyboard.type('Zoë');
    await press(page, 'Tab');
    await press(page, 'ArrowDown', 'ArrowUp');
    expect(await focused(page)).to.equal('Yes');
    await press(page, 'Tab', 'Space');
    expect(await answers(page)).to.deep.equal({ first: 'Zoë', yes: true, many: ['a'] });
    await press(page, 'Tab', 'Tab', 'Tab', 'Enter');
    await untilState(page, 'sent');
    await page.close();
  });

  it('one chooses a file', async () => {
    const page = await open();
    await page.locator('::-p-aria([name="b"])').click();
    await press(page, 'Tab');
    expect(await focused(page)).to.equal('Choose file: CV, no file chosen');
    const chosen = page.waitForFileChooser();
    // Waiting is begun by a command to the page's own process, which a key, going through the browser's, can overtake.
    await page.evaluate(() => undefined);
    const [chooser] = await Promise.all([chosen, press(page, 'Enter')]);
    expect(chooser.isMultiple()).to.equal(false);
    await page.close();
  });

  async function open(): Promise<Page> {
    const { page } = await openTab(browser);
    await page.goto(`${server.origin}/keys.html`);
    await untilDrawn(page);
    return page;
  }
});

async function press(page: Page, ...keys: readonly KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function answers(page: Page): Promise<unknown> {
  return page.$eval(
    'job-application',
    (each) => JSON.parse(JSON.stringify((each as unknown as { answers: unknown }).answers)) as unknown,
  );
}
