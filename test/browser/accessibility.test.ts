import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { accessibilityTree, type Told } from '../support/accessibility-tree.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilInside } from '../support/until-inside.js';
import { untilState } from '../support/until-state.js';

const posting = {
  id: 'told',
  title: 'Optician',
  form: {
    sections: [
      {
        title: 'About you',
        fields: [
          { type: 'text', name: 'name', label: 'Name', required: true, autocomplete: 'name' },
          { type: 'email', name: 'mail', label: 'E-mail', required: true, description: 'We answer there.' },
          { type: 'boolean', name: 'yes', label: 'May you work here?', required: true },
          { type: 'tel', name: 'phone', label: 'Phone' },
          { type: 'file', name: 'cv', label: 'CV' },
        ],
      },
    ],
  },
};

const grouped = {
  id: 'grouped',
  title: 'Optician',
  form: {
    sections: [{ fields: [{ type: 'file', name: 'cv', label: 'CV', required: true }] }],
  },
};

describe('to a screen reader', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
      pages: {
        '/told.html': embedding('told'),
        '/demo/postings/told.json': JSON.stringify(posting),
        '/grouped.html': embedding('grouped'),
        '/demo/postings/grouped.json': JSON.stringify(grouped),
        '/applications.json': '{ "id": "1" }',
      },
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('each question has its role, its name, whether it must be answered, and its hint', async () => {
    const page = await open();
    const tree = await accessibilityTree(page);
    await page.close();
    expect(one(tree, 'textbox', /^Name/)).to.deep.include({ role: 'textbox', description: '' });
    expect(one(tree, 'textbox', /^Name/).properties).to.include({ required: true, invalid: 'false' });
    expect(one(tree, 'textbox', /^E-mail/).description).to.include('We answer there.');
    expect(one(tree, 'textbox', /^Phone/).properties['required']).to.not.equal(true);
    expect(tree.filter(({ role }) => role === 'radio').map(({ name }) => name)).to.deep.equal(['Yes', 'No']);
    one(tree, 'button', /^Choose file: CV.*, no file chosen$/);
    expect(tree.filter(({ role }) => role === 'button').map(({ name }) => name)).to.include('Submit application');
    one(tree, 'link', /^Apply$/);
    one(tree, 'heading', /^About you$/);
  });

  it('a group says that it must be answered, in words apart from its name', async () => {
    const page = await open('grouped');
    const tree = await accessibilityTree(page);
    // Not every browser parts what it reads where the words stand apart on the page alone.
    const said = await page.$eval(
      'job-application',
      (element) => element.shadowRoot?.querySelector('legend .visually-hidden')?.textContent,
    );
    await page.close();
    one(tree, 'group', /^CV \(required\)$/);
    expect(said).to.equal(' (required)');
  });

  it('the summary is an alert that has the focus, and each question is invalid and says why', async () => {
    const page = await open();
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'invalid');
    await page.waitForFunction(() =>
      document.querySelector('job-application')?.shadowRoot?.activeElement?.matches('[part~=error-summary]'),
    );
    const tree = await accessibilityTree(page);
    await page.close();
    one(tree, 'alert', /.*/);
    one(tree, 'link', /Name/);
    const mail = one(tree, 'textbox', /^E-mail/);
    expect(mail.properties['invalid']).to.equal('true');
    expect(mail.description).to.match(/We answer there\..*Error: Fill in “E-mail”/);
    const group = tree.find(({ role, name }) => /group/.test(role) && name.startsWith('May you work here?'));
    expect(group?.description).to.include('Error: Select yes or no');
    expect(one(tree, 'textbox', /^Phone/).properties['invalid']).to.equal('false');
  });

  it('a file that was chosen stands in the button’s name, and is told politely', async () => {
    const page = await open();
    await untilInside(page, 'input[type=file]');
    const input = await page.$('job-application >>> input[type=file]');
    await (input as NonNullable<typeof input>).uploadFile(fileURLToPath(import.meta.url));
    await untilInside(page, '.chosen, .refusals p');
    const tree = await accessibilityTree(page);
    const live = tree.filter(({ properties }) => properties['live'] === 'polite');
    await page.close();
    // What is no document is refused alone, by its name, at the button that it was chosen with.
    expect(one(tree, 'button', /^Choose file: CV/).description).to.include('accessibility.test.ts');
    expect(live).to.not.deep.equal([]);
  });

  it('an application that was sent is told, and has the focus', async () => {
    const page = await open();
    await page.$eval('job-application', (element) =>
      (element as unknown as { fill(answers: object): void }).fill({ name: 'Zoë', mail: 'z@example.org', yes: true }),
    );
    await page.locator('job-application >>> [type=submit]').click();
    await untilState(page, 'sent');
    await page.waitForFunction(() =>
      document.querySelector('job-application')?.shadowRoot?.activeElement?.matches('[part~=receipt]'),
    );
    const tree = await accessibilityTree(page);
    await page.close();
    one(tree, 'heading', /^Application sent$/);
    one(tree, 'button', /^Save a copy of your answers$/);
  });

  it('and to the browser, name, e-mail and phone are what it can fill in one go', async () => {
    const page = await open();
    const fields = await page.$eval('job-application', (element) =>
      [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('[autocomplete]') ?? [])]
        .filter((each) => each.localName === 'input')
        .map(({ autocomplete, form, type }) => ({ autocomplete, inForm: form !== null, type })),
    );
    const forms = await page.$eval('job-application', (element) => element.shadowRoot?.querySelectorAll('form').length);
    await page.close();
    expect(forms).to.equal(1);
    expect(fields.filter(({ autocomplete }) => autocomplete !== 'off')).to.deep.include.members([
      { autocomplete: 'name', inForm: true, type: 'text' },
      { autocomplete: 'email', inForm: true, type: 'text' },
      { autocomplete: 'tel', inForm: true, type: 'tel' },
    ]);
  });

  async function open(name = 'told'): Promise<Page> {
    const { page } = await openTab(browser);
    await page.goto(`${server.origin}/${name}.html`);
    await untilDrawn(page);
    return page;
  }
});

/** The one thing of that role whose name fits. */
function one(tree: readonly Told[], role: string, name: RegExp): Told {
  const found = tree.filter((each) => each.role === role && name.test(each.name));
  expect(found, `${role} ${String(name)}`).to.have.length(1);
  return found[0] as Told;
}
