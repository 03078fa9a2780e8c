import { expect } from 'chai';
import { choiceKeys, saysNothing, yesAndNo } from '../../src/adapters/choice-field.js';
import { followsYes, inferTextType, inferWords } from '../../src/adapters/infer-text.js';
import { humanise, toDate, toInterval, unescapeHtml } from '../../src/adapters/text.js';

describe('a text', () => {
  const types: Record<string, readonly (readonly [name: string, label: string])[]> = {
    email: [
      ['email', ''],
      ['q', 'Email'],
      ['q', 'Your e-mail address *'],
    ],
    tel: [
      ['phone', ''],
      ['q', 'Mobile phone number'],
      ['q', 'Phone:'],
    ],
    url: [
      ['q', 'LinkedIn Profile'],
      ['q', 'LinkedIn'],
      ['q', 'Website'],
      ['q', 'GitHub URL'],
      ['q', 'Link to your portfolio'],
      ['linkedin', ''],
    ],
    text: [
      ['q', 'LinkedIn profile or résumé'],
      ['q', 'GitHub username'],
      ['q', 'Did you hear of us on LinkedIn?'],
      ['q', 'How did you hear about our website?'],
      ['q', 'Email of a person who would recommend you'],
      ['q', 'When can you start?'],
      ['q', 'What salary do you expect?'],
      ['constructor', ''],
    ],
  };

  for (const [type, questions] of Object.entries(types)) {
    it(`is taken for ${type} only where it plainly is`, () => {
      for (const [name, label] of questions) expect(inferTextType(name, label), `${name} ${label}`).to.equal(type);
    });
  }

  it('takes its guidance from words about words', () => {
    expect(inferWords('Great answers are often 200–400 words.')).to.deep.equal({ minWords: 200, maxWords: 400 });
    expect(inferWords(undefined, 'Why? (Limit it to 100 words only)')).to.deep.equal({ maxWords: 100 });
    expect(inferWords('250 words max')).to.deep.equal({ maxWords: 250 });
    expect(inferWords('About 3 words', '400–200 words', 'at most 5 pages')).to.deep.equal({});
  });

  it('speaks to those who said yes only where it begins so', () => {
    expect(['If yes, which?', 'If so: since when?', 'If you answered "Yes", who?'].every(followsYes)).to.equal(true);
    expect(['If you could choose, which?', 'Say if yes', 'If you selected "A friend", who?'].some(followsYes)).to.equal(
      false,
    );
  });
});

describe('an option', () => {
  it('says nothing where it declines to answer, and only there', () => {
    const nothing = [
      "I don't wish to answer",
      'I do not want to answer',
      'Decline To Self Identify',
      'Decline to state',
      'Prefer not to say',
      "I'd rather not say",
      'I choose not to disclose',
      'Keine Angabe',
      'None of the above',
    ];
    expect(nothing.filter((label) => !saysNothing(label))).to.deep.equal([]);
    const something = [
      "I don't have a disability",
      'No, I do not have one',
      'I declined an offer of yours',
      'Prefer to self-describe',
      'Not at all',
      'None',
      'Rather',
    ];
    expect(something.filter(saysNothing)).to.deep.equal([]);
  });

  it('has a value of its own, and what the system wants beside it', () => {
    const options = [
      { value: 3, label: 'A' },
      { value: 3, label: 'B' },
      { value: undefined, label: 'C' },
      { value: 0, label: '' },
    ];
    expect(choiceKeys(options, false)['options']).to.deep.equal([
      { value: '3', label: 'A', 'x-wire': 3 },
      { value: '3-2', label: 'B', 'x-wire': 3 },
      { value: 'C', label: 'C' },
      { value: '0', label: '0', 'x-wire': 0 },
    ]);
  });

  it('of yes and no makes a question of yes or no in that order alone', () => {
    const [yes, no] = [
      { value: 1, label: 'Yes ' },
      { value: 0, label: 'no' },
    ];
    expect(yesAndNo([yes, no])).to.deep.equal({ yes: 1, no: 0 });
    expect(yesAndNo([no, yes])).to.equal(undefined);
    expect(yesAndNo([yes, no, { value: 2, label: 'Maybe' }])).to.equal(undefined);
    expect(
      yesAndNo([
        { value: 1, label: 'Ja' },
        { value: 0, label: 'Nein' },
      ]),
    ).to.equal(undefined);
  });
});

describe('what systems write', () => {
  it('is unescaped where it was escaped, once', () => {
    expect(unescapeHtml('&lt;p&gt;3 &amp;lt; 4&lt;/p&gt;')).to.equal('<p>3 &lt; 4</p>');
    expect(unescapeHtml('&amp;lt;p&amp;gt;')).to.equal('&lt;p&gt;');
    expect(unescapeHtml('<p>3 &lt; 4 &amp;amp;</p>')).to.equal('<p>3 &lt; 4 &amp;amp;</p>');
    expect(unescapeHtml('Plain')).to.equal('Plain');
  });

  it('for machines is put in words', () => {
    expect(['DisabilityStatus', 'veteran_status', 'question_1[]', 'Race'].map(humanise)).to.deep.equal([
      'Disability status',
      'Veteran status',
      'Question 1',
      'Race',
    ]);
  });

  it('of times is read where it says one', () => {
    expect(
      ['per-year-salary', '1 YEAR', 'HOUR', 'per-hour-wage', 'month', 'one-time', 'NONE'].map((each) =>
        toInterval(each),
      ),
    ).to.deep.equal(['year', 'year', 'hour', 'hour', 'month', 'once', undefined]);
    expect(toInterval('Pay range', 'For 40 hours a week')).to.equal(undefined);
    expect(toDate('2026-08-05 09:41:37 UTC')).to.equal('2026-08-05T09:41:37Z');
    expect(['+10000000001', 'soon', '', '2026-13-40'].map(toDate)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
