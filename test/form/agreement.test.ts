import { expect } from 'chai';
import { toApplication, toParts } from '../../src/form/application.js';
import { planForm } from '../../src/form/form-plan.js';
import { validateApplication } from '../../src/form/validate.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { parsePosting } from '../../src/posting/parse-posting.js';

const parts = { locale: 'en', now: new Date(0), hints: { elapsedMs: 0, honeypot: '' } };

function read(fields: readonly object[]) {
  const posting = parsePosting({ title: 'T', form: { sections: [{ fields }] } });
  return { posting, plan: planForm(posting, kindsWith()) };
}

describe('the browser and the server', () => {
  const fields = [
    { name: 'yn', type: 'boolean', label: 'Yes?' },
    {
      name: 'gate',
      type: 'choice',
      label: 'Gate',
      options: [{ value: 'x', label: 'X', showIf: { var: 'yn' } }, { value: 'y' }],
    },
    { name: 'c', type: 'text', label: 'C', required: true, showIf: { '==': [{ var: 'gate' }, null] } },
  ];

  it('agree on what a condition sees of an option that was chosen and is hidden now', () => {
    const { posting, plan } = read(fields);
    const typed = { yn: false, gate: 'x' };
    const { answers } = toApplication(plan, typed, parts);
    const judged = (given: object) =>
      validateApplication(posting, given as Record<string, unknown>).map(({ field, code }) => `${field} ${code}`);
    expect(judged(typed)).to.deep.equal(['c required']);
    expect(judged(answers)).to.deep.equal(['c required']);
  });

  it('refuse options that depend on each other in a circle', () => {
    const circle = [
      { name: 'a', type: 'choice', label: 'A', options: [{ value: '1', showIf: { var: 'b' } }] },
      { name: 'b', type: 'choice', label: 'B', options: [{ value: '1', showIf: { var: 'a' } }] },
    ];
    expect(() => read(circle)).to.throw('lead back');
  });
});

describe('a consent inside a group', () => {
  it('sends its proof under its name on the wire', () => {
    const { plan } = read([
      {
        name: 'edu',
        type: 'repeat',
        label: 'Education',
        fields: [{ name: 'agree', type: 'consent', label: 'Agree', text: { text: 'You may ask the school.' } }],
      },
    ]);
    const agree = { given: true, text: 'You may ask the school.', at: '2026-01-01T00:00:00Z', version: undefined };
    const application = toApplication(plan, { edu: [{ agree }] }, parts);
    const proof = toParts(plan, application).find(({ name }) => name === '_consents');
    expect(JSON.parse(proof?.value as string)).to.deep.equal([
      { name: 'edu[0][agree]', given: true, text: agree.text, at: agree.at, locale: 'en' },
    ]);
  });
});

describe('names in a posting', () => {
  it('are refused where they are names of answers inside a group, or of another section', () => {
    const edu = { name: 'edu', type: 'repeat', label: 'E', fields: [{ name: 's', type: 'text', label: 'S' }] };
    expect(() => read([edu, { name: 'edu[0][s]', type: 'text', label: 'S' }])).to.throw(
      '/form/sections/0/fields/1/name',
    );
    const sections = [
      { id: 'one', fields: [] },
      { id: 'one', fields: [] },
    ];
    expect(() => parsePosting({ title: 'T', form: { sections } })).to.throw('/form/sections/1/id');
  });
});
