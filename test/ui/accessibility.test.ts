import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import {
  control,
  draw,
  email,
  json,
  judge,
  note,
  postingJson,
  reported,
  respond,
  type,
  untilState,
} from './support/element.js';

const options = [
  { value: 'red', label: 'Red' },
  { value: 'blue', label: 'Blue', description: 'As the sky', freeText: 'color_blue' },
];

/** A field of every type and display. */
const everything = postingJson(
  [
    { ...email, description: '<p>We <a href="https://example.org">write</a> to it</p>' },
    note,
    { name: 'letter', type: 'textarea', label: 'Letter', minWords: 200, maxWords: 400 },
    { name: 'phone', type: 'tel', label: 'Phone' },
    { name: 'site', type: 'url', label: 'Site' },
    { name: 'pay', type: 'number', label: 'Pay', currency: 'GBP', required: true },
    { name: 'start', type: 'date', label: 'Start', min: 'today' },
    { name: 'born', type: 'date', label: 'Born', display: 'fields', required: true },
    { name: 'until', type: 'month', label: 'Until' },
    { name: 'color', type: 'choice', label: 'Colour', options, required: true },
    {
      name: 'colors',
      type: 'choice',
      label: 'Colours',
      options: options.map(({ value, label }) => ({ value, label })),
      multiple: true,
    },
    {
      name: 'list',
      type: 'choice',
      label: 'List',
      options: options.map(({ value }) => ({ value })),
      display: 'select',
    },
    { name: 'yes', type: 'boolean', label: 'Yes?', required: true },
    { name: 'keep', type: 'consent', text: 'We keep it', required: true },
    { name: 'cv', type: 'file', label: 'CV', sources: ['device', 'text'], required: true },
    { name: 'place', type: 'location', label: 'Place' },
    {
      name: 'edu',
      type: 'repeat',
      label: 'Education',
      min: 1,
      fields: [{ name: 'school', type: 'text', label: 'School', required: true }],
    },
    { type: 'content', content: '<p>What follows is <b>voluntary</b>.</p>' },
  ],
  {
    description: '<h2>The work</h2><ul><li>Lenses</li></ul>',
    notice: 'Not now',
    links: { privacyPolicy: '/privacy', help: '/help' },
  },
);

async function filled(): Promise<JobApplication> {
  const element = await draw(postingJson([email, note], { links: { help: '/help' } }));
  type(control(element, 'E-mail'), 'a@b.co');
  return element;
}

describe('for everyone: axe finds nothing', () => {
  it('in a form with a field of every type', async () => {
    const element = await draw(everything);
    await expect(element).to.be.accessible();
  });

  it('in the headings of a text between the questions, in a section with a title and in one without', async () => {
    const fields = [{ type: 'content', content: '<h2>About you</h2><p>What follows is voluntary.</p>' }, note];
    await expect(await draw(postingJson([], {}, { sections: [{ title: 'You', fields }] }))).to.be.accessible();
    await expect(await draw(postingJson(fields))).to.be.accessible();
  });

  it('in that form with every message shown', async () => {
    const element = await draw(everything);
    await judge(element);
    expect(element.issues).to.have.length.above(6);
    await expect(element).to.be.accessible();
  });

  for (const [state, answer] of [
    ['sent', () => json({ id: '7', href: 'https://example.org' })],
    ['failed', () => json({ code: 'bot' }, 403)],
    ['unconfirmed', () => json({}, 500)],
  ] as const) {
    it(`once it is ${state}`, async () => {
      const element = await filled();
      respond(element, answer);
      await element.submit();
      await untilState(element, state);
      await expect(element).to.be.accessible();
    });
  }

  it('while it is sending', async () => {
    const element = await filled();
    respond(element, () => new Promise(() => undefined));
    void element.submit();
    await untilState(element, 'sending');
    await expect(element).to.be.accessible();
  });

  it('where the posting is closed, and where it cannot be shown', async () => {
    await expect(await draw({ ...everything, status: 'closed' })).to.be.accessible();
    const broken = await draw();
    await reported('error', async () => {
      broken.posting = {};
      await untilState(broken, 'error');
    });
    await expect(broken).to.be.accessible();
  });
});

describe('a form in another language', () => {
  it('says which', async () => {
    const element = await draw(everything, { lang: 'de' });
    expect(element.shadowRoot?.querySelector('[lang=de]')).to.not.equal(null);
    await expect(element).to.be.accessible();
  });
});
