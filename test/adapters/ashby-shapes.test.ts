import { expect } from 'chai';
import * as ashby from '../../src/adapters/ashby.js';
import { recognise } from '../../src/adapters/recognise.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { adapt, bodyOf, type Json } from './support.js';

/** Shapes that boards have and that are easily lost. */

describe('a question of Ashby', () => {
  const entry = (path: string, type: string, rest: Json = {}): Json => ({
    isRequired: true,
    field: { path, type, title: `About ${path}`, isNullable: false, ...rest },
  });

  it('is found in sections, in a list of its own, in JSON text, and on the hosted page', () => {
    const fields = [entry('why', 'LongText')];
    const forms: readonly Json[] = [
      { applicationFormDefinition: { sections: [{ fields }] } },
      { applicationFormDefinition: { sections: [], fields } },
      { applicationFormDefinition: JSON.stringify({ sections: [{ fields }] }) },
      { applicationFormDefinition: null, applicationForm: { sections: [{ fieldEntries: fields, fields: null }] } },
      { applicationForm: { fieldEntries: fields } },
    ];
    for (const form of forms) {
      for (const json of [{ results: { title: 'Grinder', ...form } }, { posting: { title: 'Grinder', ...form } }]) {
        expect(recognise(json)).to.equal('ashby');
        expect(adapt(ashby, json).field('why')).to.deep.include({ label: 'About why', required: true });
      }
    }
  });

  it('tells the author of keys that the adapter does not know, in it and around it', () => {
    const given = { ...entry('why', 'String', { maxLength: 40 }), placeholder: 'Because' };
    const read = adapt(ashby, { title: 'Grinder', applicationForm: { fieldEntries: [given] } });
    expect(read.coverage).to.deep.equal([
      '/applicationForm/fieldEntries/0/placeholder: not a key this adapter knows; it is left out.',
      '/applicationForm/fieldEntries/0/field/maxLength: not a key this adapter knows; it is left out.',
    ]);
  });

  it('of a survey is asked and sent with the id of its definition, wherever that stands', () => {
    const fields = [entry('veteran', 'ValueSelect', { selectableValues: [{ label: 'Yes', value: 'y' }, 'No'] })];
    const surveys: readonly Json[] = [
      { surveyFormDefinitions: [{ id: 's1', title: 'Survey', formDefinition: { sections: [{ fields }] } }] },
      { surveyFormDefinitions: [{ id: 's1', formDefinition: { id: 'inner', fields } }] },
      { surveyForms: [], surveyFormDefinitions: [{ id: 's1', sections: [{ fields }] }] },
      { surveyForms: [{ fieldEntries: fields }], surveyFormDefinitionIds: ['s1'] },
    ];
    for (const survey of surveys) {
      const read = adapt(ashby, { results: { title: 'Job', applicationForm: { fieldEntries: [] }, ...survey } });
      expect(bodyOf(ashby, read, { veteran: 'No' })['surveySubmissions']).to.deep.equal([
        {
          surveyFormDefinitionId: 's1',
          submittedValues: { fieldSubmissions: [{ path: 'veteran', value: 'No' }] },
        },
      ]);
    }
  });

  it('has its value in the form that its type wants', () => {
    const selectableValues = [
      { label: 'A', value: 'a' },
      { label: 'B', value: 'b' },
    ];
    const given: readonly (readonly [type: string, answer: unknown, value: unknown])[] = [
      ['String', 'words', 'words'],
      ['LongText', 'words', 'words'],
      ['Email', 'a@example.org', 'a@example.org'],
      ['Phone', '+44 20 7946 0018', '+44 20 7946 0018'],
      ['Url', 'https://example.org', 'https://example.org'],
      ['SocialLink', 'https://example.org', 'https://example.org'],
      ['Date', '2026-10-05', '2026-10-05'],
      ['Number', 3, 3],
      ['Boolean', false, false],
      ['ValueSelect', 'b', 'b'],
      ['MultiValueSelect', ['b'], ['b']],
      ['RichText', 'words', { type: 'PlainText', value: 'words' }],
      ['Score', '3', { score: 3 }],
      ['Location', { text: 'Leeds' }, { city: 'Leeds' }],
    ];
    const fields = given.map(([type]) =>
      entry(type.toLowerCase(), type, /Select$/.test(type) ? { selectableValues } : {}),
    );
    const read = adapt(ashby, { results: { title: 'Job', applicationFormDefinition: { fields } } });
    const body = bodyOf(ashby, read, Object.fromEntries(given.map(([type, answer]) => [type.toLowerCase(), answer])));
    expect(body['applicationForm']).to.deep.equal({
      fieldSubmissions: given.map(([type, , value]) => ({ path: type.toLowerCase(), value })),
    });
    expect(fieldsOf(read.posting).every(({ required }) => required)).to.equal(true);
  });
});
