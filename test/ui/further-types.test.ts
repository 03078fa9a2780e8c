import { expect } from '@open-wc/testing';
import { builtInKinds } from '../../src/posting/kinds/index.js';
import { everydayKinds } from '../../src/posting/kinds/everyday.js';
import { needsFurtherTypes } from '../../src/ui/fields/needs-further-types.js';

function posting(...fields: readonly unknown[]): object {
  return { form: { sections: [{ fields }] } };
}

describe('the field types that come when one is asked for', () => {
  it('are all those that do not come with the form', () => {
    const asked = Object.keys(builtInKinds).filter((type) => needsFurtherTypes(posting({ type }), {}));
    const further = Object.keys(builtInKinds).filter((type) => !(type in everydayKinds));
    expect(asked).to.deep.equal(further);
  });

  it('are asked for by a field inside another field', () => {
    const group = { type: 'pair', fields: [{ type: 'text' }, { type: 'number' }] };
    expect(needsFurtherTypes(posting(group), { pair: {} })).to.equal(true);
  });

  it('are asked for by a pattern, which only they can match', () => {
    expect(needsFurtherTypes(posting({ type: 'text', pattern: 'digits' }), {})).to.equal(true);
  });

  it('are not asked for where the page has its own in their place', () => {
    expect(needsFurtherTypes(posting({ type: 'date' }), { date: {} })).to.equal(false);
  });

  it('are not asked for by anything else that JSON may hold', () => {
    const cyclic: { form?: unknown; type: string } = { type: 'constructor' };
    cyclic.form = cyclic;
    const documents = [cyclic, null, 'date', 7, [], { form: null }, { form: { sections: 'date' } }, { type: 'chart' }];
    expect(documents.map((json) => needsFurtherTypes(json, {}))).to.not.include(true);
  });
});
