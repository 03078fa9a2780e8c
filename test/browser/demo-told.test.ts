import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/index.js';
import { accessibilityTree, type Told } from '../support/accessibility-tree.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilInside } from '../support/until-inside.js';

/** Of the demo's posting with a question of every kind: the role and the name that each is told by. */
const kinds: Readonly<Record<string, readonly [role: string, name: string, properties?: object]>> = {
  text: ['textbox', 'Full name', { required: true, multiline: false }],
  textarea: ['textbox', 'You in a nutshell', { required: false, multiline: true }],
  email: ['textbox', 'Email', { required: true }],
  tel: ['textbox', 'Phone', { required: false }],
  url: ['textbox', 'Portfolio'],
  location: ['textbox', 'Where do you live?'],
  number: ['textbox', 'Salary you have in mind'],
  'date, picked': ['Date', 'First day you could start'],
  'date, typed': ['group', 'Date you first worked at a bench'],
  month: ['group', 'Month in which your present contract ends'],
  'choice, radios': ['radiogroup', 'Where would you like to work?', { required: true }],
  'choice, a list': ['combobox', 'Which hours suit you?', { hasPopup: 'menu' }],
  'choice, boxes': ['group', 'Which techniques have you used? (required)'],
  'choice, a long list': ['combobox', 'Country you would travel to us from', { hasPopup: 'listbox', expanded: false }],
  boolean: ['radiogroup', 'May you work in the country you chose?', { required: true }],
  consent: ['checkbox', 'Later vacancies', { checked: 'false' }],
  file: ['group', 'CV'],
  'file, its button': ['button', 'Choose file: CV, no file chosen'],
  repeat: ['group', 'Degrees and courses'],
  'repeat, its button': ['button', 'Add: Entry'],
  content: ['heading', 'Notice on automated reading'],
};

describe('the demo’s postings', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
      pages: {
        '/kinds.html': embedding('field-types'),
        '/scientist.html': embedding('instrument-scientist'),
      },
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('tell every kind of question by its role, its name and its state', async () => {
    const page = await open('/kinds.html');
    await untilInside(page, 'input[role=combobox]');
    const tree = await accessibilityTree(page);
    await page.close();
    for (const [kind, [role, name, properties = {}]] of Object.entries(kinds)) {
      const told = tree.find((each) => each.role === role && each.name === name);
      expect(told, kind).to.not.equal(undefined);
      expect(told?.properties, kind).to.include(properties);
    }
  });

  it('have no control without a name', async () => {
    const page = await open('/kinds.html');
    const tree = await accessibilityTree(page);
    await page.close();
    const isControl = ({ role }: Told): boolean => /^(textbox|combobox|radio|checkbox|button|link|Date)$/.test(role);
    const controls = tree.filter(isControl);
    expect(controls.length).to.be.greaterThan(50);
    expect(controls.filter(({ name }) => name === '')).to.deep.equal([]);
  });

  it('are filled in by the browser with name, e-mail and phone in one go', async () => {
    const page = await open('/scientist.html');
    await page.locator('job-application >>> [name=f-first_name]').click();
    await autofill(page, 'f-first_name', {
      NAME_FIRST: 'Zoë',
      NAME_LAST: 'Example',
      EMAIL_ADDRESS: 'zoe@example.org',
      PHONE_HOME_WHOLE_NUMBER: '+442079460018',
    });
    await page.waitForFunction(() => 'phone' in (document.querySelector('job-application')?.answers ?? {}));
    const answers = await page.$eval('job-application', (element) => element.answers);
    await page.close();
    expect(answers).to.include({
      first_name: 'Zoë',
      last_name: 'Example',
      email: 'zoe@example.org',
      phone: '+442079460018',
    });
  });

  async function open(path: string): Promise<Page> {
    const { page } = await openTab(browser);
    await page.goto(`${server.origin}${path}`);
    await untilDrawn(page);
    return page;
  }
});

/** As somebody does who takes an address that the browser offers at this field. */
async function autofill(page: Page, name: string, address: Readonly<Record<string, string>>): Promise<void> {
  const client = await page.createCDPSession();
  const { result } = await client.send('Runtime.evaluate', {
    expression: `document.querySelector('job-application').shadowRoot.querySelector('[name=${name}]')`,
  });
  const { node } = await client.send('DOM.describeNode', { objectId: result.objectId ?? '' });
  const fields = Object.entries(address).map(([type, value]) => ({ name: type, value }));
  await client.send('Autofill.enable');
  await client.send('Autofill.trigger', { fieldId: node.backendNodeId, address: { fields } });
  await client.detach();
}
