import { expect } from 'chai';
import { effort } from '../support/effort.js';
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
    const look = (label: string) => () => void withoutRequiredMark(withoutOptionalMark(label));
    for (const part of [' ', '* ', ', ', ' (', ' (optional)']) {
      const hostile = `a${part.repeat(200_000)}x`;
      // As long as it is: some steps for each character are taken, and not all of the rest at each.
      const walk = (): void => {
        let marks = 0;
        for (const character of hostile) marks += Number(character === '*') + Number(/\s/.test(character));
        expect(marks).to.be.at.least(0);
      };
      expect(effort(look(hostile), walk), part).to.be.below(50);
    }
  });
});
