import { expect } from '@open-wc/testing';
import { control, draw as drawAny, json, postingJson, respond, type } from './support/element.js';
import type { Answers, JobApplication } from '../../src/index.js';

/** One field of each kind that is kept. */
const fields = [
  { name: 'text', type: 'text', label: 'Text' },
  { name: 'letter', type: 'textarea', label: 'Letter' },
  { name: 'email', type: 'email', label: 'E-mail' },
  { name: 'tel', type: 'tel', label: 'Telephone' },
  { name: 'url', type: 'url', label: 'Site' },
  { name: 'number', type: 'number', label: 'Number' },
  { name: 'date', type: 'date', label: 'Date' },
  { name: 'tick', type: 'boolean', label: 'Tick' },
  { name: 'one', type: 'choice', label: 'One', options: [{ value: 'a', label: 'A', freeText: 'more' }] },
  { name: 'many', type: 'choice', label: 'Many', multiple: true, options: [{ value: 'a', label: 'A' }] },
  { name: 'place', type: 'location', label: 'Place', suggest: '/places?q={query}' },
  { name: 'cv', type: 'file', label: 'CV', sources: ['device', 'text'] },
  {
    name: 'schools',
    type: 'repeat',
    label: 'Schools',
    max: 3,
    fields: [
      { name: 'school', type: 'text', label: 'School' },
      { name: 'paper', type: 'file', label: 'Paper' },
    ],
  },
];

/** A text of another kind is kept as it was typed, right or wrong, in every field in which one types. */
const typed = (text: string): Answers =>
  Object.assign(
    Object.fromEntries(['text', 'letter', 'email', 'tel', 'url', 'number', 'date'].map((name) => [name, text])),
    { place: { text } },
  );

const forged = { name: 'cv.pdf', size: 3, type: 'application/pdf' };
const oneBlankEntry = { schools: [{}] };

/** What JSON can hold and an answer of another kind, or of no kind, may be; and the answers that come of it. */
const values: readonly (readonly [value: unknown, held: Answers])[] = [
  [null, {}],
  [true, { tick: true }],
  [-1, { number: -1 }],
  [1e308, { number: 1e308 }],
  ['', {}],
  ['a', { ...typed('a'), one: 'a', more: 'a', many: ['a'] }],
  ['<img src=x onerror=alert(1)>', typed('<img src=x onerror=alert(1)>')],
  ['x'.repeat(200_000), typed('x'.repeat(200_000))],
  [[], {}],
  [[null], {}],
  [[[[]]], oneBlankEntry],
  [['a', 'a', 'b'], { many: ['a'] }],
  [[{}], oneBlankEntry],
  [{}, {}],
  [
    { text: 'a', latitude: 'x', longitude: {} },
    { place: { text: 'a' }, cv: { text: 'a' } },
  ],
  [{ text: {} }, {}],
  [forged, {}],
  [[forged], oneBlankEntry],
  [[{ ...forged, size: -1 }], oneBlankEntry],
  [[{ ...forged, slice: {}, stream: '', upload: 'https://files.example/1' }], oneBlankEntry],
  [{ 'job-application:file': '1-2-3-4', name: 'cv.pdf' }, {}],
  [[{ 'job-application:file': '1-2-3-4', name: 'cv.pdf' }], oneBlankEntry],
  [[{ school: 'a', paper: [forged] }], { schools: [{ school: 'a' }] }],
  [[{ school: { strings: ['<b>'], values: [] }, __more: 1 }], oneBlankEntry],
  // What a template of Lit, and an instruction to it, look like from within.
  [{ _$litType$: 1, strings: Object.assign(['<b>'], { raw: ['<b>'] }), values: [] }, {}],
  [{ _$litDirective$: {}, values: [] }, {}],
  [JSON.parse('{ "__proto__": { "dirt": 1 }, "constructor": { "prototype": { "dirt": 1 } } }'), {}],
  [JSON.parse('[{ "__proto__": { "dirt": 1 } }]'), oneBlankEntry],
];

const key = 'job-application:draft:optician';

/** A draft that says this of every field. */
function store(said: (field: (typeof fields)[number]) => object): void {
  const answers = fields.map((field) => ({ name: field.name, type: field.type, ...said(field) }));
  sessionStorage.setItem(key, JSON.stringify({ version: 1, savedAt: Date.now(), writer: 'another', answers }));
}

function draw(): Promise<JobApplication> {
  return drawAny(postingJson(fields), { draft: 'session' });
}

/** Sends, and gives back the answers that went; none where some are wrong. */
async function sent(element: JobApplication): Promise<Answers> {
  let answers: Answers = {};
  element.addEventListener('job-application-submit', ({ application }) => (answers = application.answers));
  respond(element, () => json({ id: '1' }));
  const { status } = await element.submit();
  expect(status).to.be.oneOf(['sent', 'invalid']);
  return answers;
}

describe('a draft that something else has written', () => {
  beforeEach(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    sessionStorage.clear();
  });

  for (const [value, held] of values) {
    it(`gives back no more than an answer of the field's own shape: ${JSON.stringify(value)?.slice(0, 80)}`, async () => {
      store(() => ({ value, beside: { more: 'a', other: 'b' } }));
      const element = await draw();
      expect(plain(element.answers)).to.deep.equal(held);
      type(control(element, 'Text'), 'mine');
      element.validate();
      await element.updateComplete;
      expect(JSON.stringify(await sent(element))).not.to.contain('[object Object]');
      expect(Object.prototype).to.not.have.property('dirt');
      element.remove();
    });
  }

  it('takes nothing for a file in the entries of a group', async () => {
    const paper = { name: 'paper', type: 'file', value: [forged] };
    store(({ name }) =>
      name === 'schools' ? { entries: [[{ name: 'school', type: 'text', value: 'a' }, paper]] } : {},
    );
    const element = await draw();
    expect(plain(element.answers)).to.deep.equal({ schools: [{ school: 'a' }] });
    expect(listed(element)).to.have.length(0);
    element.remove();
  });
});

describe('what is only said to be a file', () => {
  for (const size of [3, -1]) {
    const answers = { text: 'a', cv: [{ ...forged, size }], schools: [{ school: 'a', paper: [{ ...forged, size }] }] };

    it(`is no chosen file where the page fills it in, with a size of ${size}`, async () => {
      const element = await draw();
      element.fill(answers);
      await element.updateComplete;
      expect(plain(element.answers)).to.deep.equal({ text: 'a', schools: [{ school: 'a' }] });
      expect(listed(element)).to.have.length(0);
      element.remove();
    });

    it(`is no chosen file as a posting's default, or in the page's address, with a size of ${size}`, async () => {
      const before = location.href;
      const said = JSON.stringify([{ ...forged, size }]);
      history.replaceState(null, '', `?${new URLSearchParams({ cv: said, text: 'a' })}`);
      const open = fields.map((field) => ({
        ...field,
        prefill: true,
        default: answers[field.name as keyof typeof answers],
      }));
      const element = await drawAny(postingJson(open), { prefill: '' });
      history.replaceState(null, '', before);
      expect(plain(element.answers)).to.deep.equal({ text: 'a' });
      expect(listed(element)).to.have.length(0);
      element.remove();
    });
  }

  it('does not take away the file beside it', async () => {
    const element = await draw();
    const real = new File(['words'], 'real.pdf', { type: 'application/pdf' });
    element.fill({ cv: [forged, real] });
    await element.updateComplete;
    expect(element.answers['cv']).to.deep.equal([real]);
    expect(listed(element)).to.have.length(1);
    element.remove();
  });
});

/** The chosen files that the form shows. */
function listed(element: JobApplication): Element[] {
  return [...(element.shadowRoot?.querySelectorAll('li.chosen') ?? [])];
}

/** Answers have no prototype; those of JSON have. */
function plain(answers: Answers): unknown {
  return JSON.parse(JSON.stringify(answers));
}
