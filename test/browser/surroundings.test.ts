import { expect } from 'chai';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startFaultServer, type FaultServer } from '../support/faults/fault-server.js';
import { draw, openHurried, press } from '../support/faults/visit.js';
import { chromeArguments, findChrome } from '../support/find-chrome.js';
import { untilState } from '../support/until-state.js';

const host = 'careers.test';

describe('an application from an awkward place', () => {
  let browser: Browser;
  let server: FaultServer;

  before(async () => {
    // A name of its own, so that the page is no secure context as one of this machine is.
    const args = [...chromeArguments, `--host-resolver-rules=MAP ${host} 127.0.0.1`];
    [browser, server] = await Promise.all([
      puppeteer.launch({ executablePath: findChrome(), args }),
      startFaultServer(),
    ]);
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('is stored once from a page without encryption, where the browser makes no UUID', async () => {
    const origin = server.origins[0].replace('127.0.0.1', host);
    const page = await openHurried(browser, { origins: [origin, origin] });
    expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).to.deep.equal([false, false]);
    const { id, run } = server.begin(['500 after it was stored'], true);
    await draw(page, { action: `${origin}/apply/${id}`, idempotency: 'header' });
    expect(await press(page)).to.deep.include({ state: 'sent', breaches: [] });
    expect([run.requests, run.stored.size]).to.deep.equal([2, 1]);
    await page.close();
  });

  it('has the same key after a reload from a page without encryption, and another one where it was edited', async () => {
    const origin = server.origins[0].replace('127.0.0.1', host);
    const page = await openHurried(browser, { origins: [origin, origin] });
    const keys: string[] = [];
    page.on('request', (request) => {
      const key = request.headers()['idempotency-key'];
      if (request.method() === 'POST' && key !== undefined) keys.push(key);
    });
    page.on('dialog', (dialog) => void dialog.accept());
    const { id } = server.begin(['500 after it was stored', 'never answered', 'never answered'], true);
    const settings = { action: `${origin}/apply/${id}`, idempotency: 'header', draft: 'session' } as const;
    for (const isEdited of [false, false, true]) {
      await draw(page, settings);
      if (isEdited) await page.type('job-application >>> [name=f-name]', ' Nowak');
      const count = keys.length;
      await page.locator('job-application >>> [type=submit]').click();
      while (keys.length === count) await page.evaluate(() => new Promise(requestAnimationFrame));
      const memory = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
      expect(memory).to.match(/fingerprint[^0-9a-f]+[0-9a-f]{64}/);
      await page.reload();
      await page.waitForFunction(() => customElements.get('job-application') !== undefined);
    }
    expect(new Set(keys.slice(0, -1)).size).to.equal(1);
    expect(keys.at(-1)).not.to.equal(keys[0]);
    await page.close({ runBeforeUnload: false });
  });

  it('is sent from a sandboxed frame, without a request that asks first', async () => {
    const page = await openHurried(browser, server);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-forms');
      frame.src = location.href;
      document.body.append(frame);
    });
    const frame = await page.waitForFrame((each) => each !== page.mainFrame());
    await frame.waitForFunction(() => customElements.get('job-application') !== undefined);
    expect(await frame.evaluate(() => self.origin)).to.equal('null');
    const { id, run } = server.begin([], true);
    await draw(frame, { action: `${server.origins[0]}/apply/${id}`, idempotency: 'auto' });
    expect(await press(frame)).to.deep.include({ state: 'sent', breaches: [] });
    expect([run.requests, run.preflights, run.stored.size]).to.deep.equal([1, 0, 1]);
    await page.close();
  });

  it('is sent once by Enter pressed twice', async () => {
    const { page, run } = await begin([]);
    await untilState(page, 'ready');
    await page.focus('job-application >>> [name=f-name]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await untilState(page, 'sent');
    expect([run.requests, run.stored.size]).to.deep.equal([1, 1]);
    await page.close();
  });

  it('stays, and asks before its page is left, while it is on its way', async () => {
    const { page } = await begin(['never answered']);
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'sending');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.evaluate(() => {
      location.href = '/elsewhere';
    });
    expect(await asked).to.equal('beforeunload');
    expect(new URL(page.url()).pathname).to.equal('/');
    expect(await page.$eval('job-application', ({ answers }) => answers['name'])).to.equal('Zoë Łukasiewicz');
    await page.close({ runBeforeUnload: false });
  });

  it('goes on when its element is moved, and is told of when that was taken out and put back', async () => {
    const { page } = await begin(['never answered']);
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'sending');
    const moved = await page.evaluate(async () => {
      const element = document.querySelector('job-application')!;
      document.body.appendChild(document.createElement('div')).append(element);
      await Promise.resolve();
      const { state } = element;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(element);
      return state;
    });
    expect(moved).to.equal('sending');
    await untilState(page, 'unconfirmed');
    expect(await page.$eval('job-application', ({ answers }) => answers['name'])).to.equal('Zoë Łukasiewicz');
    await page.close();
  });

  async function begin(plan: readonly string[]): Promise<{ page: Page; run: ReturnType<FaultServer['begin']>['run'] }> {
    const page = await openHurried(browser, server);
    const { id, run } = server.begin(plan, true);
    await draw(page, { action: `${server.origins[0]}/apply/${id}`, idempotency: 'off' });
    return { page, run };
  }
});
