import { expect } from 'chai';
import { withoutOptionalMark, withoutRequiredMark } from '../../src/localization/label-marks.js';

describe('marks in labels', () => {
  const required: [label: string, words: string][] = [
    ['E-mail*', 'E-mail'],
    ['* E-mail * (required)', 'E-mail'],
    ['E-Mail-Adresse – Pflichtfeld', 'E-Mail-Adresse'],
    ['Years required', 'Years required'],
    ['*', '*'],
    [`${'Which of these have you done? '.repeat(20)}(required)`, 'Which of these have you done? '.repeat(20).trim()],
  ];
  for (const [label, words] of required) {
    it(`leave "${words.slice(0, 40)}" of "${label.slice(0, 40)}"`, () =>
      expect(withoutRequiredMark(label)).to.equal(words));
  }

  it('that an answer is optional are taken away, and only those', () => {
    expect(withoutOptionalMark('Phone (optional)')).to.equal('Phone');
    expect(withoutOptionalMark('Phone*')).to.equal('Phone*');
  });

  it('are looked for in no time, whatever the label', () => {
    const hostile = [' ', '* ', ', ', ' (', ' (optional)'].map((part) => `a${part.repeat(200_000)}x`);
    const startedAt = performance.now();
    for (const label of hostile) withoutRequiredMark(withoutOptionalMark(label));
    expect(performance.now() - startedAt).to.be.below(1000);
  });
});
