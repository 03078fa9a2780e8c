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

/** What JSON can hold and an answer of another kind, or of no kind, may be. */
const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(200_000),
  [],
  [null],
  [[[]]],
  ['a', 'a', 'b'],
  [{}],
  {},
  { text: 'a', latitude: 'x', longitude: {} },
  { text: {} },
  { name: 'cv.pdf', size: 3, type: 'application/pdf' },
  [{ name: 'cv.pdf', size: 3, type: 'application/pdf' }],
  [{ name: 'cv.pdf', size: -1, type: '' }],
  { 'job-application:file': '1-2-3-4', name: 'cv.pdf' },
  [{ 'job-application:file': '1-2-3-4', name: 'cv.pdf' }],
  [{ school: 'a', paper: [{ name: 'cv.pdf', size: 3, type: '' }] }],
  [{ school: { strings: ['<b>'], values: [] }, __more: 1 }],
  // What a template of Lit, and an instruction to it, look like from within.
  { _$litType$: 1, strings: Object.assign(['<b>'], { raw: ['<b>'] }), values: [] },
  { _$litDirective$: {}, values: [] },
  JSON.parse('{ "__proto__": { "dirt": 1 }, "constructor": { "prototype": { "dirt": 1 } } }'),
  JSON.parse('[{ "__proto__": { "dirt": 1 } }]'),
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

  for (const value of values) {
    it(`gives back no more than an answer of the field's own shape: ${JSON.stringify(value)?.slice(0, 80)}`, async () => {
      store(() => ({ value, beside: { more: 'a', other: 'b' } }));
      const element = await draw();
      type(control(element, 'Text'), 'mine');
      element.validate();
      await element.updateComplete;
      expect(JSON.stringify(await sent(element))).not.to.contain('[object Object]');
      expect(Object.prototype).to.not.have.property('dirt');
      element.remove();
    });
  }
});
