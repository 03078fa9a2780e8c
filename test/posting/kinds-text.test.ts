import { expect } from 'chai';
import { judgeField } from '../../src/posting/judge-field.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { fieldWith, pointersIn, postingJson, type Json } from './make-posting.js';

const context = { kinds: kindsWith(), lookup: () => undefined, today: '2026-11-22' };

function findings(field: Json, answer: unknown): unknown[] {
  return judgeField(fieldWith(field), answer, context).map(({ code, params }) => ({ code, ...params }));
}

const family = '👨‍👩‍👧‍👦'; // one grapheme of eleven UTF-16 units

describe('a text', () => {
  it('is counted in graphemes, without the space around it', () => {
    expect(findings({ type: 'text', maxLength: 3 }, ` ${family.repeat(3)} `)).to.deep.equal([]);
    expect(findings({ type: 'text', maxLength: 3 }, family.repeat(4))).to.deep.equal([
      { code: 'too-long', maxLength: 3 },
    ]);
    expect(findings({ type: 'text', minLength: 2 }, family)).to.deep.equal([{ code: 'too-short', minLength: 2 }]);
  });

  it('keeps to a pattern, the whole of it, and says the author’s words where it does not', () => {
    const field = { type: 'text', pattern: '[A-Z]{2}\\d{3}', patternMessage: 'Like AB123' };
    expect(findings(field, 'AB123')).to.deep.equal([]);
    expect(findings(field, 'xAB1234')).to.deep.equal([{ code: 'pattern', patternMessage: 'Like AB123' }]);
  });

  it('passes a pattern that the matcher does not know', () => {
    expect(findings({ type: 'text', pattern: '(?<=a)b' }, 'x')).to.deep.equal([]);
  });

  it('is blank where it is white space only', () => {
    expect(findings({ type: 'text', required: true }, ' \n\t')).to.deep.equal([{ code: 'required', ask: 'enter' }]);
  });

  it('is blank where nothing in it can be seen', () => {
    for (const unseen of ['\u200b', '\ufeff\u2060', '\u2800\u2800', '\u3164', '\u115f \uffa0', '\u00ad']) {
      expect(findings({ type: 'text', required: true }, unseen)).to.deep.equal([{ code: 'required', ask: 'enter' }]);
    }
    const typed: [type: string, answer: unknown][] = [
      ['location', { text: '\u200b' }],
      ['number', '\u200b'],
      ['email', '\u200b'],
      ['textarea', '\u200b\n\u200b'],
    ];
    for (const [type, answer] of typed) {
      expect(findings({ type, required: true }, answer)).to.deep.equal([{ code: 'required', ask: 'enter' }]);
    }
    for (const seen of ['.', 'é', '한', '\u28ff', '\u200b0', family]) {
      expect(findings({ type: 'text', required: true }, seen)).to.deep.equal([]);
    }
  });
});

describe('a long text', () => {
  it('takes words as a guide and characters as a limit, unless told otherwise', () => {
    expect(findings({ type: 'textarea', maxWords: 1 }, 'one two')).to.deep.equal([]);
    expect(findings({ type: 'textarea', maxLength: 1 }, 'one')).to.deep.equal([{ code: 'too-long', maxLength: 1 }]);
  });

  it('holds to words where the limit is hard', () => {
    const field = { type: 'textarea', minWords: 2, maxWords: 3, limit: 'hard' };
    expect(findings(field, 'one')).to.deep.equal([{ code: 'too-few-words', minWords: 2 }]);
    expect(findings(field, 'one, two – three')).to.deep.equal([]);
    expect(findings(field, 'one two three four')).to.deep.equal([{ code: 'too-many-words', maxWords: 3 }]);
  });

  it('holds to nothing where all is a guide', () => {
    expect(findings({ type: 'textarea', maxLength: 1, limit: 'guide' }, 'one')).to.deep.equal([]);
  });
});

describe('a number', () => {
  it('is read out of its digits, and kept as typed where it is none', () => {
    expect(findings({ type: 'number' }, '12.5')).to.deep.equal([]);
    expect(findings({ type: 'number' }, 'twelve')).to.deep.equal([{ code: 'number' }]);
    expect(findings({ type: 'number' }, '0x10')).to.deep.equal([{ code: 'number' }]);
    expect(findings({ type: 'number' }, '1e3')).to.deep.equal([{ code: 'number' }]);
  });

  it('keeps to its limits and its step', () => {
    const field = { type: 'number', min: 0.1, max: 2, step: 0.1 };
    expect(findings(field, 0)).to.deep.equal([{ code: 'too-small', min: 0.1 }]);
    expect(findings(field, 2.1)).to.deep.equal([{ code: 'too-large', max: 2 }]);
    expect(findings(field, 0.3)).to.deep.equal([]);
    expect(findings(field, 0.35)).to.deep.equal([{ code: 'step', step: 0.1, from: 0.1 }]);
  });

  it('counts 0 as an answer', () => {
    expect(findings({ type: 'number', required: true }, 0)).to.deep.equal([]);
  });

  it('begins with a default, also one in digits', () => {
    const begin = (value: unknown): unknown => {
      const field = fieldWith({ type: 'number', default: value });
      return context.kinds['number']?.initial(field, context.kinds);
    };
    expect([begin(5), begin('5'), begin('five'), begin(undefined)]).to.deep.equal([5, 5, '', '']);
  });

  it('has a step above 0', () => {
    const step = (value: unknown) => pointersIn(postingJson([{ type: 'number', name: 'n', label: 'N', step: value }]));
    expect(step(0)).to.deep.equal(['/form/sections/0/fields/0/step']);
    expect(step('0.5')).to.deep.equal([]);
  });
});

describe('a date', () => {
  it('is a day that exists', () => {
    for (const day of ['2027-02-29', '2027-02-30', '2027-13-01', '31.01.2027', '2027-1-1', '2027-01', '…']) {
      expect(findings({ type: 'date' }, day), day).to.deep.equal([{ code: 'date' }]);
    }
    expect(findings({ type: 'date' }, '2028-02-29')).to.deep.equal([]);
    expect(findings({ type: 'date' }, '0099-12-31')).to.deep.equal([]);
  });

  it('keeps to its limits, both included, of which today may be one', () => {
    const field = { type: 'date', min: '2026-01-01', max: 'today' };
    expect(findings(field, '2025-12-31')).to.deep.equal([{ code: 'too-early', min: '2026-01-01' }]);
    expect(findings(field, '2026-01-01')).to.deep.equal([]);
    expect(findings(field, '2026-11-22')).to.deep.equal([]);
    expect(findings(field, '2026-11-23')).to.deep.equal([{ code: 'too-late', max: '2026-11-22' }]);
  });

  it('of a month has no day', () => {
    expect(findings({ type: 'month' }, '2026-11')).to.deep.equal([]);
    expect(findings({ type: 'month' }, '2026-13')).to.deep.equal([{ code: 'month' }]);
    expect(findings({ type: 'month' }, '2026-11-22')).to.deep.equal([{ code: 'month' }]);
    expect(findings({ type: 'month', max: 'today' }, '2026-12')).to.deep.equal([{ code: 'too-late', max: '2026-11' }]);
  });
});

describe('a telephone number', () => {
  it('is judged by its digits, in any script', () => {
    for (const number of ['020 7946 0018', '+44 (0)20 7946-0018', '٠٢٠٧٩٤٦٠٠١٨', '112', '020 7946 0018 ext. 12']) {
      expect(findings({ type: 'tel' }, number), number).to.deep.equal([]);
    }
    for (const number of ['12', 'call me', '1'.repeat(26)]) {
      expect(findings({ type: 'tel' }, number), number).to.deep.equal([{ code: 'tel' }]);
    }
  });
});

describe('a web address', () => {
  it('may lack its scheme', () => {
    for (const url of ['https://example.org', 'example.org/a?b#c', 'www.example.org:8080', 'http://bücher.example/']) {
      expect(findings({ type: 'url' }, url), url).to.deep.equal([]);
    }
  });

  it('is none where it would run, or pretends to lead elsewhere', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user@example.org',
      '//example.org',
      'example',
    ]) {
      expect(findings({ type: 'url' }, url), url).to.deep.equal([{ code: 'url' }]);
    }
  });
});
