import { expect } from 'chai';
import {
  type Condition,
  conditionProblem,
  holds,
  isRefuted,
  maxConditionDepth,
  maxConditionNodes,
  namesIn,
} from '../../src/posting/condition.js';

/** Whether a condition holds over these answers, kept as the contract asks: in an object without a prototype. */
function holdsOver(condition: Condition, answers: object = {}): boolean {
  const own: Record<string, unknown> = Object.assign(Object.create(null), answers);
  return holds(condition, (name) => own[name]);
}

function nested(depth: number): Condition {
  return depth === 0 ? true : { '!': [nested(depth - 1)] };
}

describe('holds', () => {
  it('where there is no condition', () => {
    expect(holdsOver(undefined)).to.equal(true);
  });

  it('takes JsonLogic’s own truth: an empty list is false, "0" is true', () => {
    const truths = [true, 1, -1, '0', 'false', ' ', [0], [false]];
    const falsehoods = [false, 0, '', null, []];
    expect(truths.filter((value) => !holdsOver({ var: 'a' }, { a: value }))).to.deep.equal([]);
    expect(falsehoods.filter((value) => holdsOver({ var: 'a' }, { a: value }))).to.deep.equal([]);
    expect(holdsOver({ var: 'a' })).to.equal(false);
  });

  describe('==', () => {
    it('finds equal what is the same', () => {
      for (const value of ['yes', '', 0, 1.5, true, false, null]) {
        expect(holdsOver({ '==': [{ var: 'a' }, value] }, { a: value }), String(value)).to.equal(true);
      }
    });

    it('does not coerce', () => {
      const pairs = [
        ['', false],
        ['', 0],
        ['0', 0],
        ['1', 1],
        ['1', true],
        [1, true],
        [0, false],
        ['true', true],
        ['yes', ['yes']],
        [[], ''],
        [[], false],
        [null, false],
        [null, 0],
        [null, ''],
        ['Yes', 'yes'],
      ];
      for (const [left, right] of pairs) {
        const label = `${JSON.stringify(left)} and ${JSON.stringify(right)}`;
        expect(holdsOver({ '==': [{ var: 'a' }, right] }, { a: left }), label).to.equal(false);
        expect(holdsOver({ '==': [right, { var: 'a' }] }, { a: left }), label).to.equal(false);
        expect(holdsOver({ '!=': [{ var: 'a' }, right] }, { a: left }), label).to.equal(true);
      }
    });

    it('takes an answer that is not there for null', () => {
      expect(holdsOver({ '==': [{ var: 'a' }, null] })).to.equal(true);
      expect(holdsOver({ '!=': [{ var: 'a' }, null] })).to.equal(false);
      expect(holdsOver({ '==': [{ var: 'a' }, 'yes'] })).to.equal(false);
    });

    it('compares two answers', () => {
      const same = { '==': [{ var: 'a' }, { var: 'b' }] };
      expect(holdsOver(same, { a: 'x', b: 'x' })).to.equal(true);
      expect(holdsOver(same, { a: 'x', b: 'y' })).to.equal(false);
    });
  });

  describe('in', () => {
    it('finds an answer in a list of the condition, and a value in a list that was answered', () => {
      const oneOf = { in: [{ var: 'country' }, ['GB', 'IE']] };
      expect(holdsOver(oneOf, { country: 'IE' })).to.equal(true);
      expect(holdsOver(oneOf, { country: 'FR' })).to.equal(false);
      const among = { in: ['python', { var: 'languages' }] };
      expect(holdsOver(among, { languages: ['c', 'python'] })).to.equal(true);
      expect(holdsOver(among, { languages: ['c'] })).to.equal(false);
      expect(holdsOver(among)).to.equal(false);
    });

    it('looks in lists only, never in a string', () => {
      expect(holdsOver({ in: ['pyth', { var: 'language' }] }, { language: 'python' })).to.equal(false);
      expect(holdsOver({ in: ['python', 'python'] })).to.equal(false);
      expect(holdsOver({ in: ['', { var: 'language' }] }, { language: 'python' })).to.equal(false);
    });

    it('does not coerce', () => {
      expect(holdsOver({ in: [{ var: 'a' }, [1, 2]] }, { a: '1' })).to.equal(false);
      expect(holdsOver({ in: [{ var: 'a' }, ['']] }, { a: false })).to.equal(false);
    });
  });

  describe('and, or, !', () => {
    it('combine', () => {
      const both = { and: [{ var: 'a' }, { var: 'b' }] };
      const either = { or: [{ var: 'a' }, { var: 'b' }] };
      expect([both, either].map((each) => holdsOver(each, { a: true, b: true }))).to.deep.equal([true, true]);
      expect([both, either].map((each) => holdsOver(each, { a: true, b: false }))).to.deep.equal([false, true]);
      expect([both, either].map((each) => holdsOver(each, {}))).to.deep.equal([false, false]);
    });

    it('negates with the operand in a list or without', () => {
      expect(holdsOver({ '!': [{ var: 'a' }] }, { a: true })).to.equal(false);
      expect(holdsOver({ '!': { var: 'a' } }, { a: false })).to.equal(true);
      expect(holdsOver({ '!': { var: 'a' } }, { a: [] })).to.equal(true);
    });

    it('give the operand that decided, as JsonLogic does', () => {
      expect(holdsOver({ '==': [{ or: [{ var: 'a' }, { var: 'b' }] }, 'x'] }, { a: '', b: 'x' })).to.equal(true);
      expect(holdsOver({ '==': [{ and: [{ var: 'a' }, { var: 'b' }] }, 'x'] }, { a: 'y', b: 'x' })).to.equal(true);
    });
  });

  describe('> >= < <=', () => {
    it('order numbers', () => {
      const years = (operator: string) => holdsOver({ [operator]: [{ var: 'years' }, 5] }, { years: 10 });
      expect(['>', '>=', '<', '<='].map(years)).to.deep.equal([true, true, false, false]);
      const equal = (operator: string) => holdsOver({ [operator]: [{ var: 'years' }, 5] }, { years: 5 });
      expect(['>', '>=', '<', '<='].map(equal)).to.deep.equal([false, true, false, true]);
    });

    it('order ISO dates as strings', () => {
      expect(holdsOver({ '<': [{ var: 'start' }, '2027-01-31'] }, { start: '2026-12-01' })).to.equal(true);
      expect(holdsOver({ '>': [{ var: 'start' }, '2027-01-31'] }, { start: '2026-12-01' })).to.equal(false);
    });

    it('take three operands as between', () => {
      const between = (years: number) => holdsOver({ '<': [1, { var: 'years' }, 5] }, { years });
      expect([1, 2, 5].map(between)).to.deep.equal([false, true, false]);
      const within = (years: number) => holdsOver({ '<=': [1, { var: 'years' }, 5] }, { years });
      expect([0, 1, 5, 6].map(within)).to.deep.equal([false, true, true, false]);
    });

    it('are false between different types, either way round', () => {
      for (const [left, right] of [
        ['10', 5],
        [10, '5'],
        [true, 0],
        [null, 1],
        [undefined, 1],
        [[10], 5],
        ['', 'a'],
        [undefined, undefined],
        [true, true],
      ]) {
        for (const operator of ['>', '>=', '<', '<=']) {
          const condition = { [operator]: [{ var: 'a' }, { var: 'b' }] };
          const label = `${JSON.stringify(left)} ${operator} ${JSON.stringify(right)}`;
          expect(holdsOver(condition, { a: left, b: right }), label).to.equal(false);
        }
      }
    });
  });

  describe('var', () => {
    it('takes a whole name: a dot is no path', () => {
      const condition = { '==': [{ var: 'address.city' }, 'London'] };
      expect(holdsOver(condition, { address: { city: 'London' } })).to.equal(false);
      expect(holdsOver(condition, { 'address.city': 'London' })).to.equal(true);
    });

    it('takes the name in a list or without', () => {
      expect(holdsOver({ var: ['a'] }, { a: 'x' })).to.equal(true);
      expect(holdsOver({ var: 'a' }, { a: 'x' })).to.equal(true);
    });

    it('gives its second operand where there is no answer', () => {
      const condition = { '==': [{ var: ['a', 'none'] }, 'none'] };
      expect(holdsOver(condition)).to.equal(true);
      expect(holdsOver(condition, { a: '' })).to.equal(false);
      expect(holdsOver({ var: ['a', { var: 'b' }] }, { b: false })).to.equal(false);
    });

    it('does not reach what an answer inherits', () => {
      for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'a.length', 'a.constructor']) {
        expect(holdsOver({ var: name }, { a: 'x' }), name).to.equal(false);
      }
    });

    it('never takes an answer for a condition', () => {
      expect(holdsOver({ '==': [{ var: 'a' }, 'secret'] }, { a: { var: 'b' }, b: 'secret' })).to.equal(false);
    });
  });

  describe('missing', () => {
    it('holds where one of the names has no answer', () => {
      const condition = { missing: ['a', 'b'] };
      expect(holdsOver(condition, { a: 'x' })).to.equal(true);
      expect(holdsOver(condition, { a: 'x', b: 'y' })).to.equal(false);
      expect(holdsOver({ '!': { missing: 'a' } }, { a: 'x' })).to.equal(true);
      expect(holdsOver({ missing: [['a', 'b']] }, { a: 'x' })).to.equal(true);
    });

    it('counts an empty answer, and not one that says no', () => {
      expect(['', null, []].filter((a) => !holdsOver({ missing: ['a'] }, { a }))).to.deep.equal([]);
      expect([false, 0, 'no'].filter((a) => holdsOver({ missing: ['a'] }, { a }))).to.deep.equal([]);
    });

    it('lists the names, so that another operator can look at them', () => {
      expect(holdsOver({ in: ['b', { missing: ['a', 'b'] }] }, { a: 'x' })).to.equal(true);
      expect(holdsOver({ in: ['a', { missing: ['a', 'b'] }] }, { a: 'x' })).to.equal(false);
    });
  });
});

describe('conditionProblem', () => {
  it('finds none in a condition of the twelve operators', () => {
    for (const condition of [
      true,
      { var: 'a' },
      { and: [{ '==': [{ var: 'a' }, 1] }, { '!=': [{ var: 'b' }, null] }, { in: [{ var: 'c' }, ['x', 'y']] }] },
      { or: [{ '!': { var: 'a' } }, { missing: ['a', 'b'] }] },
      { and: [{ '>': [2, 1] }, { '>=': [2, 1] }, { '<': [1, 2, 3] }, { '<=': [1, 2] }] },
      { var: ['a', 'fallback'] },
    ]) {
      expect(conditionProblem(condition), JSON.stringify(condition)).to.equal(undefined);
    }
  });

  it('refuses other operators, wherever they stand, and inherited names', () => {
    for (const condition of [
      { '===': [1, 1] },
      { if: [true, 1, 2] },
      { cat: ['a', 'b'] },
      { map: [{ var: 'a' }, true] },
      { constructor: [] },
      { toString: [] },
      JSON.parse('{"__proto__": []}'),
      {},
      { var: 'a', in: ['a', ['a']] },
      { and: [true, { or: [{ log: 'x' }] }] },
      { in: [1, [{ '+': [1, 2] }]] },
      [{ if: [] }],
    ]) {
      expect(conditionProblem(condition), JSON.stringify(condition)).to.contain('one of the operators == != in and or');
    }
  });

  it('refuses a wrong number of operands', () => {
    for (const condition of [
      { '==': [1] },
      { '==': 1 },
      { '!=': [1, 2, 3] },
      { in: ['a'] },
      { '!': [] },
      { '!': [1, 2] },
      { '>': [3, 2, 1] },
      { '<': [1, 2, 3, 4] },
      { var: [] },
      { var: ['a', 'b', 'c'] },
    ]) {
      const [operator] = Object.keys(condition);
      expect(conditionProblem(condition), JSON.stringify(condition))
        .to.match(/operands? for/)
        .and.contain(operator);
    }
  });

  it('refuses a name that is no string', () => {
    for (const name of [1, null, { var: 'a' }, [['a']]]) {
      expect(conditionProblem({ var: [name] }), JSON.stringify(name)).to.contain('name of a field');
    }
  });

  it('refuses names to be missing that are no strings', () => {
    for (const name of [1, null, { var: 'a' }]) {
      expect(conditionProblem({ missing: ['a', name] }), JSON.stringify(name)).to.be.a('string');
    }
  });

  it('takes a depth of eight and refuses nine', () => {
    expect(maxConditionDepth).to.equal(8);
    expect(conditionProblem(nested(8))).to.equal(undefined);
    expect(conditionProblem(nested(9))).to.contain('8 deep');
  });

  it('takes two hundred nodes and refuses one more', () => {
    expect(maxConditionNodes).to.equal(200);
    const wide = (nodes: number): Condition => ({ and: Array.from({ length: nodes - 1 }, () => true) });
    expect(conditionProblem(wide(200))).to.equal(undefined);
    expect(conditionProblem(wide(201))).to.contain('200 nodes');
  });

  it('ends on a condition of any size', () => {
    let deep: Condition = true;
    for (let level = 0; level < 100_000; level += 1) deep = { '!': deep };
    expect(conditionProblem(deep)).to.contain('8 deep');
    expect(conditionProblem({ and: Array.from({ length: 100_000 }, () => ({ var: 'a' })) })).to.contain('200 nodes');
  });
});

describe('isRefuted', () => {
  const inOrder = { '<': [{ var: 'from' }, { var: 'to' }] };
  const refuted = (condition: Condition, answers: Record<string, unknown>): boolean =>
    isRefuted(condition, (name) => answers[name]);

  it('finds plainly false what is not so', () => {
    expect(refuted(inOrder, { from: 1, to: 2 })).to.equal(false);
    expect(refuted(inOrder, { from: 2, to: 1 })).to.equal(true);
    expect(refuted({ var: 'from' }, {})).to.equal(true);
    expect(refuted({ '==': [{ var: 'from' }, 1] }, {})).to.equal(true);
  });

  it('refutes no order by an answer that is blank, or of another type', () => {
    for (const answers of [{}, { from: 1 }, { to: '2026-11' }, { from: '', to: '' }, { from: 'soon', to: 3 }]) {
      expect(refuted(inOrder, answers), JSON.stringify(answers)).to.equal(false);
      expect(refuted({ '!': inOrder }, answers), JSON.stringify(answers)).to.equal(false);
    }
  });

  it('decides by what is certain, whatever is not', () => {
    expect(refuted({ and: [inOrder, false] }, {})).to.equal(true);
    expect(refuted({ and: [inOrder, true] }, {})).to.equal(false);
    expect(refuted({ or: [inOrder, true] }, {})).to.equal(false);
    expect(refuted({ or: [inOrder, false] }, {})).to.equal(false);
    expect(refuted({ or: [false, false] }, {})).to.equal(true);
    expect(refuted({ '<=': [3, { var: 'to' }, 1] }, { to: 2 })).to.equal(true);
    expect(refuted({ '<=': [1, { var: 'to' }, 3] }, {})).to.equal(false);
  });

  it('leaves conditions as JsonLogic has them', () => {
    expect(holdsOver(inOrder)).to.equal(false);
    expect(holdsOver({ '!': inOrder })).to.equal(true);
    expect(holdsOver({ or: [inOrder, { '!': false }] })).to.equal(true);
  });
});

describe('namesIn', () => {
  it('gives every name that the condition looks at', () => {
    const condition = {
      and: [
        { '==': [{ var: 'a' }, { var: ['b.c', 1] }] },
        { missing: ['d', 'e'] },
        { '!': { in: ['x', { var: 'f' }] } },
      ],
    };
    expect(namesIn(condition)).to.have.members(['a', 'b.c', 'd', 'e', 'f']);
  });

  it('gives the names in the fallback of another', () => {
    expect(namesIn({ var: ['a', { var: 'b' }] })).to.have.members(['a', 'b']);
  });

  it('gives none where there is no condition', () => {
    expect(namesIn(undefined)).to.deep.equal([]);
    expect(namesIn(true)).to.deep.equal([]);
  });
});
