import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { stored } from '../support/received.js';
import { startReceiver, temporaryFolder, type RunningReceiver } from '../support/receiver.js';
import { stateful, untilState } from '../support/until-state.js';

const posting = {
  id: 'lens-grinder',
  title: 'Lens grinder',
  form: { sections: [{ fields: [{ type: 'text', name: 'full_name', label: 'Full name', required: true }] }] },
};

const page = `<!doctype html><html lang="en"><title>Fault</title><script type="module" src="/dist/job-application.js"></script>
  <job-application action="/applications"><p>Apply by e-mail</p>
  <script type="application/json">${JSON.stringify(posting)}</script></job-application></html>`;

describe('when something breaks', () => {
  let receiver: RunningReceiver;
  let browser: Browser;
  let dataFolder: string;
  const start = (port = '0'): Promise<RunningReceiver> =>
    startReceiver({ dataFolder, env: { PORT: port }, postings: { 'lens-grinder': posting } });

  before(async () => {
    dataFolder = await temporaryFolder();
    [receiver, browser] = await Promise.all([start(), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
  });

  it('on the way, nobody is told that it was sent, nothing is lost, and it is stored once in the end', async () => {
    const tab = await open();
    await tab.locator('::-p-aria([name="Full name"])').fill('Ida');
    // What sends is loaded as the applicant comes to the form; where it is missing, another test looks.
    await tab.waitForNetworkIdle({ idleTime: 500 });
    await receiver.kill();
    await tab.locator('job-application >>> [type=submit]').click();
    await untilState(tab, ['unconfirmed', 'failed', 'sent']);
    expect(await tab.$('job-application:state(sent)')).to.equal(null);
    expect(await alert(tab)).to.have.length.above(20);
    expect(await answers(tab)).to.deep.equal({ full_name: 'Ida' });
    receiver = await start(new URL(receiver.origin).port);
    await tab.locator('::-p-aria([name="Try again"])').click();
    await untilState(tab, 'sent');
    expect((await stored(receiver)).map((each) => each.answers['full_name'])).to.deep.equal(['Ida']);
    await tab.close();
  });

  it('in loading what draws the form, the children are there, and a way to try again', async () => {
    const tab = await open({ blocked: /chunks\/form/ });
    expect(await tab.$('job-application:state(error)')).to.not.equal(null);
    expect(await tab.$eval('job-application p', (each) => each.checkVisibility())).to.equal(true);
    expect(await alert(tab)).to.have.length.above(10);
    await tab.close();
  });

  it('in loading what sends, the applicant is told, and nothing is lost', async () => {
    const tab = await open({ blocked: /answering/ });
    await tab.locator('::-p-aria([name="Full name"])').fill('Ida');
    await tab.locator('job-application >>> [type=submit]').click();
    await untilState(tab, 'failed');
    expect(await tab.$eval('job-application >>> [part~=status]', (each) => each.textContent)).to.have.length.above(20);
    expect(await answers(tab)).to.deep.equal({ full_name: 'Ida' });
    await tab.close();
  });

  it('in loading what says what is wrong, the applicant is told all the same', async () => {
    const tab = await open({ blocked: /answering/ });
    await tab.locator('job-application >>> [type=submit]').click();
    await untilState(tab, 'invalid');
    const told = await tab.$eval('job-application', (each) =>
      [...(each.shadowRoot?.querySelectorAll('[part~=field-error], [role=alert], [role=status]') ?? [])]
        .map(({ textContent }) => (textContent ?? '').replace('Error:', '').trim())
        .join(''),
    );
    expect(told).to.have.length.above(10);
    await tab.close();
  });

  /** The page, without the scripts that the pattern names. */
  async function open({ blocked }: { blocked?: RegExp } = {}): Promise<Page> {
    const { page: tab } = await openTab(browser);
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === '/fault.html') void request.respond({ contentType: 'text/html', body: page });
      else if (blocked?.test(pathname)) void request.abort();
      else void request.continue();
    });
    await tab.goto(`${receiver.origin}/fault.html`);
    await untilState(tab, stateful('loading'));
    return tab;
  }
});

function alert(tab: Page): Promise<string> {
  return tab.$eval('job-application >>> [role=alert]', (each) => each.textContent?.trim() ?? '');
}

function answers(tab: Page): Promise<unknown> {
  return tab.$eval('job-application', (each) => ({ ...(each as unknown as { answers: object }).answers }));
}
