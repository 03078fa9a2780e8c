import { expect } from 'chai';
import * as lever from '../../src/adapters/lever.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { acceptedAnswers, adapt, partsOf, type Json } from './support.js';

/** Shapes that boards have and that are easily lost. */

describe('a question of Lever', () => {
  const form = (data: Json): Json => ({ data: { text: 'Grinder', personalInformation: [], ...data } });

  it('keeps its place in its card, whatever of the others can be read', () => {
    const fields = [{ type: 'text', text: 'First' }, null, { type: 'text', text: 'Third', id: 'f3' }];
    const read = adapt(lever, form({ customQuestions: [{ id: 'c1', text: 'Card', fields }] }));
    expect(fieldsOf(read.posting).map(({ name }) => name)).to.deep.equal(['cards[c1][field0]', 'cards[c1][field2]']);
    expect(partsOf(lever, read, { 'cards[c1][field2]': 'Third' }).at(-1)).to.deep.equal(['cards[c1][field2]', 'Third']);
  });

  it('tells the author of keys that the adapter does not know', () => {
    const fields = [{ type: 'text', text: 'Why?', prompt: 'Type here', value: null, maxLength: 40 }];
    const read = adapt(lever, form({ customQuestions: [{ id: 'c1', fields }] }));
    expect(read.coverage).to.deep.equal([
      '/customQuestions/0/fields/0/maxLength: not a key this adapter knows; it is left out.',
    ]);
  });

  it('of every type is asked as what it is', () => {
    const options = [{ text: 'A' }, { text: 'B ' }];
    const kinds = {
      text: 'text',
      textarea: 'textarea',
      code: 'textarea',
      dropdown: 'choice',
      'multiple-choice': 'choice',
      'multiple-select': 'choice',
      'file-upload': 'file',
      university: 'text',
      date: 'date',
      'yes-no': 'boolean',
      score: 'number',
      currency: 'text',
    };
    const fields = Object.keys(kinds).map((type) => ({
      type,
      text: `A ${type}`,
      required: true,
      ...(/^(?:dropdown|multiple)/.test(type) ? { options } : {}),
    }));
    const read = adapt(lever, form({ customQuestions: [{ id: 'c', text: 'All', fields }] }));
    expect(fieldsOf(read.posting).map(({ label, type, required }) => [label, type, required])).to.deep.equal(
      Object.entries(kinds).map(([type, kind]) => [`A ${type}`, kind, true]),
    );
    const parts = partsOf(lever, read, { ...acceptedAnswers(read), 'cards[c][field5]': ['A', 'B '] });
    expect(parts.filter(([name]) => name === 'cards[c][field5]').map(([, value]) => value)).to.deep.equal(['A', 'B ']);
  });

  it('of the company’s own for a file takes pictures, too; the résumé is a document', () => {
    const file = { type: 'file-upload', text: 'A picture' };
    const resume = { ...file, name: 'resume' };
    const read = adapt(lever, { text: 'Job', personalInformation: [resume], cards: [{ id: 'c', fields: [file] }] });
    expect(read.field('cards[c][field0]')['accept']).to.include.members(['.png', '.jpg', '.pdf', '.odt']);
    expect(read.field('resume')['accept']).not.to.include('.png');
  });

  it('about equality is asked from an object or a list, and left out where it is null', () => {
    const race = { text: 'Race', type: 'dropdown', options: ['One', { text: 'Two', description: 'Or more' }] };
    for (const eeoQuestions of [{ race, gender: null }, [{ name: 'race', ...race }]]) {
      const read = adapt(lever, form({ eeoQuestions }));
      expect(read.field('eeo[race]')['options']).to.deep.equal([
        { value: 'One', label: 'One' },
        { value: 'Two', label: 'Two', description: 'Or more' },
      ]);
      expect(read.coverage).to.deep.equal([]);
    }
  });

  it('for a link without words is called as its service', () => {
    const read = adapt(lever, form({ urls: [{ name: 'GitHub', type: 'text' }] }));
    expect(read.field('urls[GitHub]')).to.deep.include({ label: 'GitHub', type: 'url' });
  });

  it('of consent is asked from a list or by its type, with the policy that it belongs to', () => {
    const store = { compliancePolicyId: 'p1', text: 'Keep it.' };
    for (const consentDisclosures of [[{ type: 'store', ...store }], { store, marketing: null }]) {
      const read = adapt(lever, form({ consentDisclosures }));
      const given = { given: true, text: 'Keep it.', at: '2026-11-22T10:00:00.000Z' };
      expect(partsOf(lever, read, { 'consent[store]': given })).to.deep.equal([
        ['consent[store][provided]', 'true'],
        ['consent[store][compliancePolicyId]', 'p1'],
      ]);
    }
  });

  it('of a hosted page is asked from its cards by their ids, too', () => {
    const baseTemplate = JSON.stringify({ id: 'c9', text: 'Card', fields: [{ type: 'textarea', text: 'Why?' }] });
    const read = adapt(lever, form({ cards: { c9: { baseTemplate } } }));
    expect(read.field('cards[c9][field0]')).to.deep.include({ label: 'Why?', type: 'textarea' });
  });
});
