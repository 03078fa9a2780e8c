import { expect } from 'chai';
import { planForm, scopeOf, type FormPlan } from '../../src/form/form-plan.js';
import { isSectionRight, rulesAt, stepsOf } from '../../src/form/steps.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { parsePosting } from '../../src/posting/parse-posting.js';

const a = { name: 'a', type: 'text', label: 'A' };
const b = { name: 'b', type: 'text', label: 'B', required: true };

function plan(sections: readonly unknown[], rules: readonly unknown[] = []): FormPlan {
  return planForm(parsePosting({ title: 'Optician', form: { sections, rules } }), kindsWith());
}

function stepIds(of: FormPlan, answers = {}): string[] {
  return stepsOf(of, scopeOf(of, answers)).map(({ id }) => id);
}

describe('the steps of a form', () => {
  it('are its shown sections, the review, and then those about equality', () => {
    const sections = [
      { id: 'equality', equality: true, fields: [a] },
      { id: 'one', fields: [{ ...a, name: 'one' }] },
      { id: 'two', showIf: { '==': [{ var: 'one' }, 'x'] }, fields: [b] },
    ];
    const form = plan(sections);
    expect(stepIds(form)).to.deep.equal(['one', 'review', 'equality']);
    expect(stepIds(form, { one: 'x' })).to.deep.equal(['one', 'two', 'review', 'equality']);
  });

  it('leave out a section that the applicant sees nothing of', () => {
    const form = plan([
      { id: 'unseen', fields: [{ name: 'ref', type: 'hidden', value: '1' }] },
      { id: 'one', fields: [a] },
    ]);
    expect(stepIds(form)).to.deep.equal(['one', 'review']);
  });

  it('have the ids of sections, and none that of the review', () => {
    const ids = ['x', undefined, 'review'];
    const form = plan(ids.map((id, place) => ({ id, fields: [{ ...a, name: `f${place}` }] })));
    expect(stepIds(form)).to.deep.equal(['x', 'section-2', 'review-section', 'review']);
  });
});

describe('a rule over several sections', () => {
  const sections = [
    { id: 'one', fields: [a] },
    { id: 'two', fields: [{ ...b, required: false }] },
    { id: 'three', showIf: { '==': [{ var: 'a' }, 'x'] }, fields: [{ ...a, name: 'c' }] },
  ];
  const form = plan(sections, [{ rule: 'at-least-one', fields: ['a', 'b', 'c'] }]);
  const [one, two, three] = form.sections;

  it('is judged at the last of them that is shown', () => {
    const without = scopeOf(form, {});
    expect([one, two, three].map((section) => rulesAt(form, section!, without))).to.deep.equal([[], [0], []]);
    const all = scopeOf(form, { a: 'x' });
    expect([one, two, three].map((section) => rulesAt(form, section!, all))).to.deep.equal([[], [], [0]]);
  });

  it('is judged with the entries that it is about', () => {
    const jobs = { name: 'jobs', type: 'repeat', label: 'Jobs', fields: [a] };
    const repeated = plan([{ fields: [b] }, { fields: [jobs] }], [{ rule: 'at-least-one', fields: ['jobs[][a]'] }]);
    const scope = scopeOf(repeated, {});
    expect(repeated.sections.map((section) => rulesAt(repeated, section, scope))).to.deep.equal([[], [0]]);
  });

  it('makes that section wrong', () => {
    const right = (section: typeof one, answers: object): boolean =>
      isSectionRight(form, section!, { answers: { ...answers }, scope: scopeOf(form, { ...answers }) }, '2026-11-23');
    expect(right(one, {})).to.equal(true);
    expect(right(two, {})).to.equal(false);
    expect(right(two, { b: '1' })).to.equal(true);
  });
});
