import { expect } from 'chai';
import { kindOf } from '../../src/posting/answers.js';
import { judgeField } from '../../src/posting/judge-field.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { fieldWith, type Json } from './make-posting.js';

const kinds = kindsWith();

function findings(field: Json, answer: unknown, around: Json = {}): unknown[] {
  const context = { kinds, lookup: (name: string) => around[name], today: '2026-11-22' };
  return judgeField(fieldWith(field), answer, context).map(({ code, params, path }) =>
    path === undefined ? { code, ...params } : { code, path },
  );
}

const options = [
  { value: 'a' },
  { value: 'b' },
  { value: 'c', showIf: { '==': [{ var: 'country' }, 'GB'] } },
  { value: 'none', exclusive: true },
];
const one = { type: 'choice', options };
const several = { type: 'choice', options, multiple: true };

describe('a choice', () => {
  it('is one of its options', () => {
    expect(findings(one, 'a')).to.deep.equal([]);
    expect(findings(one, 'z')).to.deep.equal([{ code: 'unknown-option' }]);
    expect(findings(one, ['a'])).to.deep.equal([]);
    expect(findings(several, ['a', 'z'])).to.deep.equal([{ code: 'unknown-option' }]);
  });

  it('may have the empty text as an option, which is an answer', () => {
    const field = { type: 'choice', required: true, options: [{ value: '' }, { value: 'x' }] };
    expect(findings(field, '')).to.deep.equal([]);
    expect(findings(field, undefined)).to.deep.equal([{ code: 'required', ask: 'select' }]);
  });

  it('of several keeps to its limits', () => {
    const field = { ...several, min: 2, max: 2 };
    expect(findings(field, ['a'])).to.deep.equal([{ code: 'too-few-options', min: 2 }]);
    expect(findings(field, ['a', 'b'])).to.deep.equal([]);
    expect(findings({ ...field, max: 1, min: 0 }, ['a', 'b'])).to.deep.equal([{ code: 'too-many-options', max: 1 }]);
  });

  it('of "none of these" stands alone, and is enough whatever the limits', () => {
    expect(findings({ ...several, min: 2 }, ['none'])).to.deep.equal([]);
    expect(findings(several, ['none', 'a'])).to.deep.equal([{ code: 'exclusive-option' }]);
  });

  it('counts the same option once', () => {
    const field = fieldWith(several);
    expect(kindOf(field, kinds).read(['a', 'a', 1, true], field, { kinds })).to.deep.equal(['a', '1', 'true']);
  });

  describe('with an option that is offered no longer', () => {
    const context = { kinds, lookup: () => undefined, at: '', locale: 'en', fallbackLocale: 'en' };

    it('counts that one for nothing, so that nobody is stuck with what they cannot see', () => {
      expect(findings(several, ['a', 'c'])).to.deep.equal([]);
      expect(findings({ ...several, max: 1 }, ['a', 'c'])).to.deep.equal([]);
      expect(findings({ ...several, max: 1 }, ['a', 'c'], { country: 'GB' })).to.have.length(1);
    });

    it('asks again where it was the only one', () => {
      expect(findings({ ...one, required: true }, 'c')).to.deep.equal([{ code: 'required', ask: 'select' }]);
      expect(findings({ ...several, required: true }, ['c'])).to.deep.equal([{ code: 'required', ask: 'select-some' }]);
      expect(findings(one, 'c')).to.deep.equal([]);
    });

    it('does not send it', () => {
      const field = fieldWith(several);
      expect(kindOf(field, kinds).toSent?.(['a', 'c'], field, context)).to.deep.equal(['a']);
    });
  });
});

describe('yes or no', () => {
  it('takes no for an answer', () => {
    expect(findings({ type: 'boolean', required: true }, false)).to.deep.equal([]);
    expect(findings({ type: 'boolean', required: true }, undefined)).to.have.deep.nested.property(
      '[0].code',
      'required',
    );
  });

  it('takes only yes as an acknowledgement', () => {
    expect(findings({ type: 'boolean', mustBeTrue: true }, false)).to.deep.equal([{ code: 'must-be-true' }]);
    expect(findings({ type: 'boolean', mustBeTrue: true }, 'false')).to.deep.equal([{ code: 'must-be-true' }]);
    expect(findings({ type: 'boolean', mustBeTrue: true }, true)).to.deep.equal([]);
  });
});

describe('a consent', () => {
  it('is never given beforehand', () => {
    const field = fieldWith({ type: 'consent', default: true, text: 'We keep it' });
    expect(kindOf(field, kinds).initial(field, kinds)).to.include({ given: false });
  });

  it('may be refused where it is not required', () => {
    const refused = { given: false, text: '', at: '' };
    expect(findings({ type: 'consent' }, refused)).to.deep.equal([]);
    expect(findings({ type: 'consent', required: true }, refused)).to.deep.equal([{ code: 'consent-missing' }]);
  });

  it('needs no label where it has a text', () => {
    expect(fieldWith({ type: 'consent', label: undefined, text: 'We keep it' })).to.not.have.property('label');
  });
});

describe('a repeat', () => {
  const school = { name: 'school', type: 'text', label: 'School', required: true };
  const end = { name: 'end', type: 'date', label: 'End' };
  const education = { type: 'repeat', fields: [school, end] };

  it('says which answer of which entry is at fault', () => {
    expect(findings(education, [{ school: 'A' }, { end: 'x' }])).to.deep.equal([
      { code: 'required', path: '[1][school]' },
      { code: 'date', path: '[1][end]' },
    ]);
  });

  it('keeps to its number of entries', () => {
    const entries = (count: number) => Array.from({ length: count }, () => ({ school: 'A' }));
    expect(findings({ ...education, min: 2, max: 3 }, entries(1))).to.deep.equal([{ code: 'too-few-entries', min: 2 }]);
    expect(findings({ ...education, min: 2, max: 3 }, entries(4))).to.deep.equal([
      { code: 'too-many-entries', max: 3 },
    ]);
    expect(findings({ ...education, required: true }, [])).to.deep.equal([{ code: 'too-few-entries', min: 1 }]);
  });

  it('does not count an entry in which nothing is answered', () => {
    const field = { type: 'repeat', required: true, fields: [end] };
    expect(findings(field, [{ end: '' }])).to.deep.equal([{ code: 'too-few-entries', min: 1 }]);
    expect(findings({ ...field, required: false }, [{ end: '' }])).to.deep.equal([]);
  });

  it('finds its own names first, then those around it', () => {
    const shown = {
      ...school,
      name: 'other',
      showIf: { and: [{ '==': [{ var: 'end' }, '2020-01-01'] }, { var: 'country' }] },
    };
    const field = { type: 'repeat', fields: [end, shown] };
    const entries = [{ end: '2020-01-01' }, {}];
    expect(findings(field, entries, { end: '2020-01-01', country: 'GB' })).to.deep.equal([
      { code: 'required', path: '[0][other]' },
    ]);
    expect(findings(field, entries)).to.deep.equal([]);
  });

  it('leads into a repeat inside it', () => {
    const field = { type: 'repeat', fields: [{ name: 'inner', label: 'I', ...education }] };
    expect(findings(field, [{ inner: [{}] }])).to.deep.equal([{ code: 'required', path: '[0][inner][0][school]' }]);
  });
});

describe('a file', () => {
  const file = (more: Json = {}) => ({ name: 'cv.pdf', type: 'application/pdf', size: 1000, ...more });

  it('is a document unless told otherwise, of 25 MB, and one of them', () => {
    expect(findings({ type: 'file' }, [file()])).to.deep.equal([]);
    expect(findings({ type: 'file' }, [file({ name: 'cv.exe', type: '' })])).to.have.nested.property(
      '[0].code',
      'file-type',
    );
    expect(findings({ type: 'file' }, [file({ size: 25_000_001 })])).to.deep.equal([
      { code: 'file-too-large', index: 0, maxBytes: 25_000_000 },
    ]);
    expect(findings({ type: 'file' }, [file(), file()])).to.deep.equal([{ code: 'too-many-files', maxFiles: 1 }]);
  });

  it('that is empty, or of a size that is none, is named by its place', () => {
    for (const size of [0, -1, NaN]) {
      expect(findings({ type: 'file', maxFiles: 2 }, [file(), file({ size })]), `${size}`).to.deep.equal([
        { code: 'file-empty', index: 1 },
      ]);
    }
  });

  it('may be written in only where the posting says so', () => {
    expect(findings({ type: 'file', sources: ['device', 'text'], required: true }, { text: 'My life' })).to.deep.equal(
      [],
    );
    expect(findings({ type: 'file', required: true }, { text: 'My life' })).to.deep.equal([
      { code: 'wrong-type', expected: 'file' },
    ]);
  });
});
