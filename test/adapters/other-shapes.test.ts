import { expect } from 'chai';
import * as recruitee from '../../src/adapters/recruitee.js';
import * as smartrecruiters from '../../src/adapters/smartrecruiters.js';
import * as workable from '../../src/adapters/workable.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { adapt, bodyOf, partsOf, type Json } from './support.js';

/** Shapes that boards have and that are easily lost. */

describe('a question of Workable', () => {
  it('has options under either of their names, and as mere words', () => {
    const form = [
      {
        name: null,
        fields: [
          {
            id: 'QA_1',
            type: 'dropdown',
            label: 'One',
            choices: null,
            options: [
              { name: '7', value: 'Seven' },
              { name: '8', value: 'Eight' },
            ],
          },
          { id: 'QA_2', type: 'multiple', label: 'Several', singleOption: false, options: ['Red', 'Green'] },
        ],
      },
    ];
    const read = adapt(workable, form);
    expect(bodyOf(workable, read, { QA_1: '8', QA_2: ['Red'] })['candidate']).to.deep.equal({
      answers: [
        { question_key: 'QA_1', choices: ['8'] },
        { question_key: 'QA_2', choices: ['Red'] },
      ],
    });
  });

  it('that every candidate is asked is not asked twice where the form lists it', () => {
    const read = adapt(workable, {
      form_fields: [{ key: 'email', label: 'Your address', type: 'string', required: true }],
      questions: [{ id: 'q1', body: 'Why?', type: 'free_text', required: true }],
    });
    expect(fieldsOf(read.posting).map(({ name, label }) => [name, label])).to.deep.equal([
      ['firstname', 'First name'],
      ['lastname', 'Last name'],
      ['email', 'Your address'],
      ['q1', 'Why?'],
    ]);
  });
});

describe('a question of Recruitee', () => {
  const offer = (...open_questions: readonly Json[]): Json => ({
    id: 1,
    slug: 'grinder',
    title: 'Grinder',
    open_questions,
  });

  it('may have HTML in its words, in each of its languages; what informs keeps all of it', () => {
    const link = '<p>See <a href="https://example.org/n">the notice</a></p>';
    const read = adapt(
      recruitee,
      offer(
        {
          id: 1,
          position: 1,
          kind: 'string',
          body: '<p>Your <b>name</b>?</p>',
          translations: { en: { body: '<p>Your <b>name</b>?</p>' }, nl: { body: '<p>Uw naam?</p>' } },
        },
        { id: 2, position: 2, kind: 'infobox', body: link },
        { id: 3, position: 3, kind: 'legal', required: true, body: link },
        { id: 4, kind: 'video', body: 'Show us' },
        {
          id: 5,
          position: 0,
          kind: 'single_choice',
          body: 'Which?',
          open_question_options: [
            { id: 9, position: 1, translations: { en: { body: 'Only here' } } },
            { id: 8, position: 0, body: 'A' },
          ],
        },
      ),
    );
    expect(read.field('question_1').label).to.deep.equal({ en: 'Your name?', nl: 'Uw naam?' });
    expect(read.field('question_3')['text']).to.deep.equal({ html: link });
    const fields = (read.posting.form?.sections ?? []).flatMap((section) => section.fields) as unknown as Json[];
    expect(fields.find(({ type }) => type === 'content')?.['content']).to.deep.equal({ html: link });
    expect(fields.slice(-5).map(({ type }) => type)).to.deep.equal(['choice', 'text', 'content', 'consent', 'file']);
    expect(partsOf(recruitee, read, { question_5: 'Only here' })).to.deep.include.members([
      ['candidate[open_question_answers_attributes][0][open_question_id]', '5'],
      ['candidate[open_question_answers_attributes][0][content]', 'Only here'],
    ]);
  });
});

describe('a question of SmartRecruiters', () => {
  const configuration = (...questions: readonly Json[]): Json => ({ questions, privacyPolicies: [] });

  it('of every type is asked as what it is, and its answer is a list', () => {
    const values = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ];
    const kinds = {
      INPUT_TEXT: 'text',
      TEXTAREA: 'textarea',
      SINGLE_SELECT: 'choice',
      RADIO: 'choice',
      MULTI_SELECT: 'choice',
      CHECKBOX: 'choice',
      CURRENCY: 'text',
    };
    const questions = Object.keys(kinds).map((type) => ({
      id: type,
      label: `A ${type}`,
      repeatable: false,
      fields: [{ id: 'f', label: '', type, required: true, ...(/SELECT|RADIO|CHECK/.test(type) ? { values } : {}) }],
    }));
    const read = adapt(smartrecruiters, configuration(...questions));
    for (const [type, kind] of Object.entries(kinds))
      expect(read.field(`${type}.f`)).to.deep.include({ label: `A ${type}`, type: kind, required: true });
    expect(bodyOf(smartrecruiters, read, { 'MULTI_SELECT.f': ['b'], 'RADIO.f': 'a' })['answers']).to.deep.equal([
      { id: 'RADIO', records: [{ fields: { f: ['a'] } }] },
      { id: 'MULTI_SELECT', records: [{ fields: { f: ['b'] } }] },
    ]);
  });

  it('has its own words and those of its only field', () => {
    const read = adapt(
      smartrecruiters,
      configuration({
        id: 'q',
        label: 'Languages',
        fields: [{ id: 'f', label: 'Those you can work in', type: 'INPUT_TEXT' }],
      }),
    );
    expect(read.field('q.f')).to.deep.include({ label: 'Languages', description: { text: 'Those you can work in' } });
  });

  it('that informs is shown, and one without a field has its words shown', () => {
    const read = adapt(
      smartrecruiters,
      configuration(
        { id: 'i', label: 'Mind <b>this</b>', fields: [{ id: 'f', label: '', type: 'INFORMATION' }] },
        { id: 'n', label: 'Nothing to answer in', fields: [] },
      ),
    );
    const shown = JSON.stringify(read.posting.form);
    expect(shown).to.include('Mind <b>this</b>').and.to.include('Nothing to answer in');
  });
});
