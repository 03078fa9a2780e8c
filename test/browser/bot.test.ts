import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type { Application } from '../../src/index.js';
import { accessibilityTree } from '../support/accessibility-tree.js';
import { launchBrowser } from '../support/browser.js';
import { startFaultServer, type FaultServer, type Run } from '../support/faults/fault-server.js';
import { draw, openPage, press } from '../support/faults/visit.js';
import { untilState } from '../support/until-state.js';

const copy = `Lens grinder

Name
Zoë Łukasiewicz

Why?
Because of the light.
And "lenses".

CV
cv.txt
`;

describe('an applicant who is taken for a program', () => {
  let browser: Browser;
  let server: FaultServer;
  let folder: string;

  before(async () => {
    [browser, server, folder] = await Promise.all([
      launchBrowser(),
      startFaultServer(),
      mkdtemp(join(tmpdir(), 'bot-')),
    ]);
  });

  after(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  for (const fault of [
    '403 for a bot',
    '403 for a bot, as a problem',
    '400 for a token of a captcha',
    '422 at the field of a captcha',
  ]) {
    for (const origin of ['own', 'other'] as const) {
      it(`learns what to try, saves a copy, and gets through in the end: ${fault}, ${origin} origin`, async () => {
        const { page, run } = await begin([fault], origin);
        expect(await press(page)).to.deep.equal({ state: 'failed', fate: 'not-stored', breaches: [] });
        const told = await page.$eval('job-application >>> [part~=status]', (status) => ({
          alert: status.querySelector<HTMLElement>('[role=alert]')?.innerText.replace(/\s+/g, ' ').trim() ?? '',
          advice: status.querySelectorAll('li').length,
          help: status.querySelector<HTMLAnchorElement>('a')?.href,
        }));
        expect(told.alert).to.match(
          /^Your application was not sent The application was taken for one sent by a program/,
        );
        expect(told.alert).to.contain('Wait a minute').and.to.contain('VPN').and.to.contain('another browser');
        expect(told.alert).to.contain('Your answers and files are still here');
        expect(told.advice).to.equal(4);
        expect(told.help).to.equal('https://www.example.org/help');

        expect(await savedCopy(page)).to.equal(copy);
        // Nothing was cleared, nor sent, by that.
        expect(await page.$eval('job-application', ({ answers, state }) => [answers['name'], state])).to.deep.equal([
          'Zoë Łukasiewicz',
          'failed',
        ]);
        expect([run.requests, run.stored.size]).to.deep.equal([1, 0]);

        await page.locator('::-p-aria([name="Try again"][role="button"])').click();
        await untilState(page, 'sent');
        expect([run.requests, run.stored.size]).to.deep.equal([2, 1]);
        await page.close();
      });
    }
  }

  it('has not met the trap: no key leads there, and no screen reader tells of it', async () => {
    const { page } = await begin([], 'own');
    const boxes = (await accessibilityTree(page)).filter(({ role }) => role === 'textbox');
    expect(boxes.map(({ name }) => name)).to.deep.equal(['Name', 'Why?']);
    await page.$eval('job-application >>> [name=f-name]', (input) => (input as HTMLElement).focus());
    const met = new Set<string>();
    for (let presses = 0; presses < 12; presses += 1) {
      met.add(
        await page.$eval('job-application', ({ shadowRoot }) => {
          const active = shadowRoot?.activeElement;
          return active?.getAttribute('name') ?? active?.getAttribute('part') ?? '';
        }),
      );
      await page.keyboard.press('Tab');
    }
    expect([...met])
      .to.include.members(['f-name', 'f-why', 'submit'])
      .and.not.to.include('f-contact-reason');
    await page.close();
  });

  it('is sent all the same where a program has filled in the trap, at once: both are hints for the endpoint', async () => {
    const { page, run } = await begin([], 'own');
    const application = page.evaluate(
      () =>
        new Promise<Application['hints']>((resolve) =>
          document.addEventListener('job-application-submit', ({ application: { hints } }) => resolve(hints)),
        ),
    );
    await page.$eval(
      'job-application >>> [name=f-contact-reason]',
      (trap) => ((trap as HTMLInputElement).value = 'SEO'),
    );
    expect(await press(page)).to.deep.include({ state: 'sent', breaches: [] });
    const { honeypot, elapsedMs } = await application;
    expect(honeypot).to.equal('SEO');
    expect(elapsedMs).to.be.above(0);
    expect([run.requests, run.stored.size]).to.deep.equal([1, 1]);
    await page.close();
  });

  async function begin(plan: readonly string[], origin: 'own' | 'other'): Promise<{ page: Page; run: Run }> {
    const page = await openPage(browser, server);
    const { id, run } = server.begin(plan, false);
    await draw(page, { action: `${server.origins[origin === 'own' ? 0 : 1]}/apply/${id}`, idempotency: 'auto' });
    return { page, run };
  }

  /** The text of the file that the browser saves. */
  async function savedCopy(page: Page): Promise<string> {
    const client = await page.createCDPSession();
    const downloadPath = await mkdtemp(join(folder, 'copy-'));
    const saved = new Promise<void>((resolve) =>
      client.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve();
      }),
    );
    await client.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath,
      eventsEnabled: true,
      browserContextId: page.browserContext().id!,
    });
    await page.locator('::-p-aria([name="Save a copy of your answers"][role="button"])').click();
    await saved;
    const [name] = await readdir(downloadPath);
    return readFile(join(downloadPath, name!), 'utf8');
  }
});
