import { expect } from 'chai';
import { FormStore } from '../../src/form/form-store.js';
import type { FieldKind } from '../../src/posting/field-kind.js';
import { builtInKinds, kindsWith } from '../../src/posting/kinds/index.js';
import { postingWith, type Json } from '../posting/make-posting.js';

interface Counts {
  conditions: number;
  judged: number;
}

/** A form of 1,000 texts, of which 300 hang on another: 200 each on one of their own, 100 in chains of five. */
function bigForm(): { store: FormStore; counts: Counts } {
  const counts: Counts = { conditions: 0, judged: 0 };
  const filled = (name: string): Json => ({ '!': { missing: [name] } });
  const conditionOf = (index: number): Json | undefined => {
    if (index >= 700 && index < 900) return filled(`q${index - 700}`);
    if (index >= 900) return filled(index % 5 === 0 ? `q${index - 500}` : `q${index - 1}`);
    return undefined;
  };
  const fields = Array.from({ length: 1000 }, (_, index): Json => ({
    name: `q${index}`,
    type: 'text',
    maxLength: 3,
    showIf: conditionOf(index),
  }));
  const rules = [
    { rule: 'at-least-one', fields: ['q1', 'q700'] },
    { rule: 'equal', fields: ['q500', 'q501'] },
  ];
  const posting = postingWith(fields, { form: { rules } });
  const counted = posting.form!.sections[0]!.fields.map((field) =>
    field.showIf === undefined
      ? field
      : {
          ...field,
          get showIf() {
            return {
              get '!'() {
                counts.conditions += 1;
                return (field.showIf as Json)['!'];
              },
            };
          },
        },
  );
  const own = builtInKinds.text as unknown as FieldKind;
  const kind: FieldKind = {
    ...own,
    judge(...given) {
      counts.judged += 1;
      return own.judge(...given);
    },
  };
  const sections = [{ ...posting.form!.sections[0]!, fields: counted }];
  const store = new FormStore({ ...posting, form: { ...posting.form!, sections } }, kindsWith({ text: { kind } }));
  return { store, counts };
}

function countWhile(counts: Counts, act: () => void): Counts {
  const before = { ...counts };
  act();
  return { conditions: counts.conditions - before.conditions, judged: counts.judged - before.judged };
}

describe('a form of 1,000 fields with 300 conditions', () => {
  const { store, counts } = bigForm();

  before(() => {
    for (let index = 0; index < 1000; index += 1) store.answer(`q${index}`, 'abc');
    store.answer('q500', '');
    store.answer('q501', '');
    store.reveal();
    expect(store.state.issues).to.deep.equal([]);
  });

  it('judges one field at a key in one on which nothing hangs, and evaluates no condition', () => {
    expect(countWhile(counts, () => store.answer('q600', 'abcd'))).to.deep.equal({ conditions: 0, judged: 1 });
    expect(store.state.issues).to.have.length(1);
  });

  it('judges what hangs on it besides, each condition before and after', () => {
    const { conditions, judged } = countWhile(counts, () => store.answer('q5', 'abcd'));
    expect(judged).to.equal(2);
    expect(conditions).to.be.at.most(2);
  });

  it('goes along a chain as far as it is shown and hidden, and no further', () => {
    const { conditions, judged } = countWhile(counts, () => store.answer('q400', ''));
    expect(store.state.scope.isShown(store.plan.owners.get('q904')!)).to.equal(false);
    expect(judged, 'all that is left of the chain is hidden or blank').to.equal(0);
    expect(conditions).to.be.at.most(12);
  });

  it('tells views of these fields alone', () => {
    let told: ReadonlySet<string> = new Set();
    store.subscribe((_state, { fields }) => (told = fields));
    store.answer('q7', 'x');
    expect([...told]).to.deep.equal(['q7', 'q707']);
  });

  it('judges a rule again only with one of its own fields', () => {
    expect(countWhile(counts, () => store.answer('q8', 'x')).conditions).to.be.at.most(2);
    store.answer('q500', 'x');
    expect(store.state.issues.map(({ code }) => code)).to.include('equal');
  });
});
