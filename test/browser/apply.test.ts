import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { stored, storedFile, type Received, type ReceivedFile } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

/** A whole PDF of one page, with a stream of every byte there is. */
const pdf = Buffer.concat([
  Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n', 'latin1'),
  Buffer.from(
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n',
  ),
  Buffer.from('4 0 obj<</Length 262144>>stream\n'),
  Buffer.from(Uint8Array.from({ length: 262_144 }, (_, index) => (index * 31 + (index >> 8)) & 0xff)),
  Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF\n'),
]);

const texts: Readonly<Record<string, string>> = {
  'First name': 'Zoë',
  'Last name': 'Łukasiewicz 工',
  Email: 'zoe@example.org',
  Phone: '020 7946 0018',
  'How do you say your name?': 'ZOH-ee',
  Website: 'example.org/zoe',
  'Publications URL': 'https://example.org/p',
  'GitHub URL': 'https://example.org/g',
  'When could you start, at the earliest?': 'In spring',
  'Are there deadlines or dates we should plan around?': 'None\nat all',
  'Why Wetherfield Instruments?': 'Because of the light. '.repeat(60).trim(),
  'Links to your publications or other research': 'See https://example.org/p',
  'Other addresses worth a visit': 'https://example.org/other',
  'Which technical achievement are you proud of?': 'A lens',
  'Why do you want to join the metrology group?': '"Quoted", <b>bold</b> & \\ back',
  'Tell us about something you did because it agreed with your values': '=1+1',
  'Describe a time when you wondered how something works, and what you did to find out': 'Clocks 🕰️',
  'Which piece of your work is closest to what the metrology group does?': 'An interferometer',
  'Additional information': 'Nothing',
  'LinkedIn profile': 'https://www.linkedin.com/in/zoe',
};

const element = 'job-application >>> ';

describe('an application through the demo page', () => {
  let receiver: RunningReceiver;
  let browser: Browser;
  let folder: string;

  before(async () => {
    [receiver, browser, folder] = await Promise.all([
      startReceiver(),
      launchBrowser(),
      mkdtemp(join(tmpdir(), 'apply-')),
    ]);
    await writeFile(join(folder, 'Lebenslauf – Zoë.pdf'), pdf);
  });

  after(async () => {
    await browser.close();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });

  it('is stored whole, its file byte for byte', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(receiver.origin);
    await untilState(page, 'ready');
    for (const [label, text] of Object.entries(texts)) await page.locator(`::-p-aria([name="${label}"])`).fill(text);
    const [resume, letter] = await page.$$(`${element}input[type=file]`);
    await (resume as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      join(folder, 'Lebenslauf – Zoë.pdf'),
    );
    expect(letter).to.not.equal(undefined);
    await answerYes(page, 4);
    await submit(page, 'sent');
    expect(errors).to.deep.equal([]);

    const [received] = await stored(receiver);
    expect(Object.values(received?.answers ?? {})).to.include.members(Object.values(texts));
    expect(received).to.deep.include({ posting: 'instrument-scientist', locale: 'en', unknown: [] });
    expect(received?.answers).to.include({ in_person: true, ai_policy: true, visa_sponsorship: true });
    const [consent] = received?.consents as { name: string; given: boolean; version: string; text: string }[];
    expect(consent).to.include({ name: 'keep_for_future', given: false, version: '2026-11' });
    expect(consent?.text).to.have.length.above(20);
    const [file] = received?.answers['resume'] as ReceivedFile[];
    expect(file).to.include({ name: 'Lebenslauf – Zoë.pdf', type: 'application/pdf', size: pdf.length });
    expect(Buffer.compare(await fileOf(received, file), pdf)).to.equal(0);
    expect(await page.$eval('job-application', (each) => each.shadowRoot?.textContent)).to.contain(received?.id);
    await page.close();
  });

  it('that the endpoint finds wrong comes back to its field, and is stored once it is mended', async () => {
    const { page } = await openTab(browser);
    await page.goto(`${receiver.origin}/two.html`);
    await untilState(page, 'ready', 'div:not([lang]) > job-application');
    const before = (await stored(receiver)).length;
    // The page's own copy is made laxer than the endpoint's, as an old page in a cache would be.
    await page.$eval('div:not([lang]) > job-application', async (each) => {
      const posting = (await (await fetch((each as unknown as { src: string }).src)).json()) as {
        form: { sections: { fields: { required?: boolean }[] }[]; rules?: unknown };
      };
      for (const { fields } of posting.form.sections) for (const field of fields) field.required = false;
      delete posting.form.rules;
      Object.assign(each, { posting });
    });
    await untilState(page, 'ready', 'div:not([lang]) > job-application');
    await page.waitForFunction(
      () => !document.querySelector('job-application')?.shadowRoot?.querySelector('[aria-required=true]'),
    );
    await page.locator('div:not([lang]) > job-application >>> [type=submit]').click();
    await untilState(page, 'invalid', 'div:not([lang]) > job-application');
    const issues = await page.$eval(
      'job-application',
      (each) => (each as unknown as { issues: { field: string; code: string; message: string }[] }).issues,
    );
    expect(issues).to.have.length.above(0);
    expect(
      issues.every(({ field, code, message }) => field !== '' && code === 'server' && message.length > 5),
    ).to.equal(true);
    expect(await stored(receiver)).to.have.length(before);
    await page.close();
  });

  it('as JSON, set by attributes, is stored with its file, and leads to the page of thanks', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${receiver.origin}/attributes.html`);
    await untilState(page, 'ready');
    await page.locator('::-p-aria([name="Full name"])').fill('Ida Ærø');
    await page.locator('::-p-aria([name="Email"])').fill('ida@example.org');
    await page.locator('::-p-aria([name="What would you do here?"])').fill('Grind lenses');
    const input = await page.$(`${element}input[type=file]`);
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      join(folder, 'Lebenslauf – Zoë.pdf'),
    );
    const thanks = page.waitForNavigation();
    await page.locator(`${element}[type=submit]`).click();
    await thanks;
    expect(new URL(page.url()).pathname).to.equal('/thanks.html');
    expect(errors).to.deep.equal([]);
    const [received] = await stored(receiver);
    expect(received?.answers).to.include({ full_name: 'Ida Ærø', email: 'ida@example.org', idea: 'Grind lenses' });
    const [file] = received?.answers['cv'] as ReceivedFile[];
    expect(Buffer.compare(await fileOf(received, file), pdf)).to.equal(0);
    await page.close();
  });

  it('is one of two on a page, each in its language, and the other is left alone', async () => {
    const { page, errors } = await openTab(browser);
    await page.goto(`${receiver.origin}/two.html`);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('job-application')].every((each) => each.matches(':state(ready)')),
    );
    const submits = await page.$$eval('job-application', (all) =>
      all.map((each) => each.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.innerText),
    );
    expect(submits).to.have.length(2);
    expect(submits[0]).to.not.equal(submits[1]);
    await page.locator('[lang=de] > job-application >>> [type=submit]').click();
    await untilState(page, 'invalid', '[lang=de] > job-application');
    expect(await page.$('div:not([lang]) > job-application:state(ready)')).to.not.equal(null);
    expect(errors).to.deep.equal([]);
    await page.close();
  });

  function fileOf(received: Received | undefined, file: ReceivedFile | undefined): Promise<Uint8Array> {
    return storedFile(receiver, received?.id ?? '', file?.file ?? 0);
  }
});

/** Chooses "Yes" wherever yes or no is asked. */
async function answerYes(page: Page, questions: number): Promise<void> {
  const yes = await page.$$(`${element}input[type=radio][value=true]`);
  expect(yes).to.have.length(questions);
  for (const radio of yes) await radio.click();
}

async function submit(page: Page, state: string): Promise<void> {
  await page.locator(`${element}[type=submit]`).click();
  await untilState(page, ['invalid', 'failed', 'unconfirmed', 'sent']);
  const issues = await page.$eval('job-application', (each) => (each as unknown as { issues: unknown }).issues);
  expect(issues).to.deep.equal([]);
  expect(await page.$(`job-application:state(${state})`)).to.not.equal(null);
}
