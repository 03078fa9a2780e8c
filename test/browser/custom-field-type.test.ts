import process from 'node:process';
import { expect } from 'chai';
import { parsePosting, readApplication, validateApplication } from 'job-application-element/server.js';
import type { Browser, Page } from 'puppeteer-core';
import { salaryKind } from '../../stories/custom-field-type/salary-kind.js';
import type { FieldKind } from '../../src/index.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { bundleSnippet } from '../support/bundle-snippet.js';
import { focused } from '../support/focused.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilInside } from '../support/until-inside.js';
import { untilState } from '../support/until-state.js';

const posting = {
  id: 'optician',
  title: 'Optician',
  form: {
    sections: [
      {
        fields: [
          { name: 'full_name', type: 'text', label: 'Full name' },
          {
            name: 'salary',
            type: 'salary',
            label: 'Salary you expect',
            required: true,
            min: 40000,
            max: 80000,
            step: 1000,
            currency: 'GBP',
            unanswered: 'Not chosen yet',
          },
        ],
      },
    ],
  },
};

const fieldTypes = { salary: { kind: salaryKind as FieldKind } };
const judged = parsePosting(posting, { fieldTypes });

describe("a field type of a page's own", () => {
  let receiver: RunningReceiver;
  let browser: Browser;
  let script: string;

  before(async () => {
    [receiver, browser, script] = await Promise.all([
      startReceiver({ postings: {} }),
      launchBrowser(),
      bundleSnippet(`export { salary } from '${process.cwd()}/stories/custom-field-type/salary-type.ts';`),
    ]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  it('is filled in by keyboard, spoken as money, sent, and read at the endpoint by the same kind', async () => {
    const { page, errors, bodies } = await open();
    await page.focus('job-application >>> input[type=text]');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.contain('Salary you expect');
    expect(await valueText(page)).to.equal('Not chosen yet');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await valueText(page)).to.equal('£62,000');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await valueText(page)).to.equal('£79,000');
    await page.locator('job-application >>> button[type=submit]').click();
    await untilState(page, 'sent');
    const received = readApplication(judged, JSON.parse(bodies[0]!), { fieldTypes });
    expect(received.answers).to.deep.equal({ salary: 79000 });
    expect(validateApplication(judged, received.answers, { fieldTypes })).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  it('is not answered by resting in the middle, and leads back there from the summary', async () => {
    const { page } = await open();
    await page.locator('job-application >>> button[type=submit]').click();
    await untilState(page, 'invalid');
    expect(
      await page.$eval('job-application', ({ issues }) => issues.map(({ field, code }) => [field, code])),
    ).to.deep.equal([['salary', 'required']]);
    await untilInside(page, '[part~=error-summary] a');
    await page.locator('job-application >>> [part~=error-summary] a').click();
    expect(await focused(page)).to.contain('Salary you expect');
    await page.keyboard.press('Space');
    expect(await valueText(page)).to.equal('£60,000');
    expect(await page.$eval('job-application', ({ answers }) => answers)).to.deep.include({ salary: 60000 });
    await page.close();
  });

  const wrong: readonly [number | undefined, string][] = [
    [undefined, 'required'],
    [39000, 'too-small'],
    [81000, 'too-large'],
    [40500, 'step'],
  ];
  for (const [salary, code] of wrong) {
    it(`is judged in Node, where ${salary ?? 'no amount'} is ${code}`, () => {
      const answers = salary === undefined ? {} : { salary };
      expect(
        validateApplication(judged, answers, { fieldTypes }).map((issue) => [issue.field, issue.code]),
      ).to.deep.equal([['salary', code]]);
    });
  }

  it('reports what is wrong with its own keys, with a pointer', () => {
    const [section] = posting.form.sections;
    const fields = section!.fields.map((field) => ({ ...field, max: 1 }));
    expect(() => parsePosting({ ...posting, form: { sections: [{ fields }] } }, { fieldTypes })).to.throw(
      '/form/sections/0/fields/1/max',
    );
  });

  async function open(): Promise<{ page: Page; errors: string[]; bodies: string[] }> {
    const { page, errors } = await openTab(browser);
    const bodies: string[] = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const url = request.url();
      if (request.method() === 'POST') {
        bodies.push(request.postData() ?? '');
        void request.respond({ status: 204 });
      } else if (url === `${receiver.origin}/own-type`) {
        void request.respond({ contentType: 'text/html', body: blank });
      } else if (url === `${receiver.origin}/salary.js`) {
        void request.respond({ contentType: 'text/javascript', body: script });
      } else void request.continue();
    });
    await page.goto(`${receiver.origin}/own-type`);
    await page.evaluate(
      async (json, url) => {
        const { salary } = (await import(url)) as { salary: never };
        const element = document.createElement('job-application');
        Object.assign(element, { action: '/applications', enctype: 'application/json', fieldTypes: { salary } });
        Object.assign(element, { posting: json });
        document.body.append(element);
      },
      posting,
      `${receiver.origin}/salary.js`,
    );
    await untilState(page, 'ready');
    await untilInside(page, '[type=range]');
    return { page, errors, bodies };
  }
});

const blank =
  '<!doctype html><html lang="en"><title>Optician</title><link rel="icon" href="data:,"><body><script type="module" src="/dist/job-application.js"></script></body></html>';

function valueText(page: Page): Promise<string | null> {
  return page.$eval('job-application >>> [type=range]', (slider) => slider.getAttribute('aria-valuetext'));
}
