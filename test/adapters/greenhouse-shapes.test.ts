import { expect } from 'chai';
import * as greenhouse from '../../src/adapters/greenhouse.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { adapt, bodyOf, partsOf, pdf, type Json } from './support.js';

/** Shapes that boards have and that are easily lost. */

const job = (...questions: readonly unknown[]): Json => ({ id: 1, title: 'Grinder', questions });
const asked = (name: string, type: string, rest: Json = {}, ofField: Json = {}): Json => ({
  label: `About ${name}`,
  required: false,
  fields: [{ name, type, values: [], ...ofField }],
  ...rest,
});

describe('a question of Greenhouse', () => {
  it('takes a file or a long text for one answer, whatever the text is called', () => {
    const fields = [
      { name: 'question_7', type: 'input_file' },
      { name: 'question_8', type: 'textarea' },
    ];
    const read = adapt(greenhouse, job({ label: 'A report', required: true, fields }));
    expect(read.field('question_7')).to.deep.include({ type: 'file', required: true, textName: 'question_8' });
    expect(bodyOf(greenhouse, read, { question_7: { text: 'I measured.' } })).to.deep.equal({
      question_8: 'I measured.',
    });
    expect(partsOf(greenhouse, read, { question_7: [pdf] })).to.deep.equal([
      ['id', '1'],
      ['question_7', 'cv.pdf'],
    ]);
  });

  it('keeps the text of a file apart from a question that has taken its name', () => {
    const resume = [
      { name: 'resume', type: 'input_file' },
      { name: 'resume_text', type: 'textarea' },
    ];
    const read = adapt(greenhouse, job(asked('resume_text', 'textarea'), { label: 'CV', fields: resume }));
    expect(bodyOf(greenhouse, read, { resume: { text: 'I measured.' } })).to.deep.equal({ resume_text: 'I measured.' });
  });

  it('is not required where it is hidden', () => {
    const fields = [
      { name: 'question_1', type: 'input_text' },
      { name: 'question_2', type: 'input_hidden' },
    ];
    const read = adapt(greenhouse, job({ label: 'Where from?', required: true, fields }));
    expect([read.field('question_1').required, read.field('question_2').required]).to.deep.equal([true, undefined]);
  });

  it('of yes or no whose values are 0 and 1 can be answered with either, and is required', () => {
    const values = [
      { label: 'Yes', value: 1 },
      { label: 'No', value: 0 },
    ];
    const several = asked('question_2[]', 'multi_value_multi_select', { required: true }, { values });
    const read = adapt(
      greenhouse,
      job(asked('question_1', 'multi_value_single_select', { required: true }, { values }), several),
    );
    expect(read.field('question_1').required).to.equal(true);
    expect(bodyOf(greenhouse, read, { question_1: false, question_2: ['0'] })).to.deep.equal({
      question_1: 0,
      question_2: [0],
    });
    expect(partsOf(greenhouse, read, { question_1: false, question_2: ['0'] })).to.deep.include.members([
      ['question_1', '0'],
      ['question_2[]', '0'],
    ]);
  });

  it('has options that are numbers as texts, or nothing but words', () => {
    const read = adapt(
      greenhouse,
      job(
        asked('question_1[]', 'multi_value_multi_select', {}, { values: [{ label: 'One', value: '11' }] }),
        asked('question_2', 'multi_value_single_select', {}, { values: ['Leeds', 'Boulder'] }),
        asked(
          'question_3',
          'multi_value_single_select',
          {},
          { values: [], options: [{ label: 'A' }, { label: 'B ' }] },
        ),
      ),
    );
    expect(read.field('question_2')['options']).to.deep.equal([
      { value: 'Leeds', label: 'Leeds' },
      { value: 'Boulder', label: 'Boulder' },
    ]);
    expect(bodyOf(greenhouse, read, { question_1: ['11'], question_2: 'Boulder', question_3: 'B ' })).to.deep.equal({
      question_1: ['11'],
      question_2: 'Boulder',
      question_3: 'B ',
    });
  });

  it('is asked for equality’s sake without a block around it, and of a survey without its heading', () => {
    const gender = { name: 'gender', type: 'multi_value_single_select', values: [{ label: 'Other', value: '3' }] };
    const read = adapt(greenhouse, {
      ...job(),
      compliance: [{ label: 'Gender', required: false, fields: [gender] }],
      demographic_questions: [
        { id: 5, label: 'Mood', type: 'multi_value_multi_select', answer_options: [{ id: 6, label: 'Fine' }] },
      ],
    });
    expect(bodyOf(greenhouse, read, { gender: ['3'], demographic_5: ['6'] })).to.deep.equal({
      gender: 3,
      demographic_answers: [{ question_id: 5, answer_options: [{ answer_option_id: 6 }] }],
    });
  });

  it('with nothing to choose from is asked in words, told to the author, and still sent as a list', () => {
    const read = adapt(greenhouse, job(asked('question_1[]', 'multi_value_multi_select', {}, { values: null })));
    expect(read.coverage.join('\n')).to.include('/questions/0/fields/0: a choice without anything to choose from');
    expect(bodyOf(greenhouse, read, { question_1: 'Oak' })).to.deep.equal({ question_1: ['Oak'] });
  });

  it('is answered with true or false where the options say so, and never with an empty value', () => {
    const values = [
      { label: '', value: '' },
      { label: 'Oak', value: '' },
      { label: 'Ash', value: false },
    ];
    const read = adapt(greenhouse, job(asked('question_1', 'multi_value_single_select', {}, { values })));
    expect(read.field('question_1')['options']).to.deep.equal([
      { value: 'Oak', label: 'Oak' },
      { value: 'false', label: 'Ash', 'x-wire': false },
    ]);
    expect(bodyOf(greenhouse, read, { question_1: 'false' })).to.deep.equal({ question_1: false });
  });

  it('is required where that comes as a number or a word', () => {
    const read = adapt(
      greenhouse,
      job(asked('a', 'input_text', { required: 1 }), asked('b', 'input_text', { required: 'true' })),
    );
    expect([read.field('a').required, read.field('b').required]).to.deep.equal([true, true]);
  });

  it('may have HTML or entities in its words; a link in them stays one', () => {
    const read = adapt(
      greenhouse,
      job(
        asked('question_1', 'input_text', {
          label: '<p><strong>Research &amp; development</strong>: what&nbsp;first?</p>',
        }),
        asked('question_2', 'input_text', { label: 'Have you read <a href="https://example.org/n">the notice</a>?' }),
        asked('question_3', 'input_text', { label: 'Is 3 < 4 > 2 & "so"?' }),
        asked('question_4', 'input_text', { label: 2026 }),
      ),
    );
    expect([1, 2, 3, 4].map((number) => read.field(`question_${number}`).label)).to.deep.equal([
      'Research & development: what first?',
      'Have you read the notice?',
      'Is 3 < 4 > 2 & "so"?',
      '2026',
    ]);
    expect(read.field('question_2').description).to.include('href="https://example.org/n"');
    expect(read.field('question_1').description).to.equal(undefined);
  });

  it('about the place is one with its coordinates where it stands among the others', () => {
    const read = adapt(
      greenhouse,
      job(
        asked('email', 'input_text'),
        asked('longitude', 'input_hidden'),
        asked('latitude', 'input_hidden'),
        asked('location', 'input_text', { required: true }),
      ),
    );
    expect(read.field('location')).to.deep.include({ type: 'location', required: true, latitudeName: 'latitude' });
    expect(bodyOf(greenhouse, read, { location: { text: 'Leeds', latitude: 53.8, longitude: -1.5 } })).to.deep.equal({
      location: 'Leeds',
      latitude: '53.8',
      longitude: '-1.5',
    });
  });

  it('about the place wants one of those that the page suggests, and without suggestions says so to the author', () => {
    const place = { location_questions: [asked('location', 'input_text', { required: true })] };
    const suggest = 'https://places.example.org/?q={query}';
    expect(adapt(greenhouse, { ...job(), ...place }, { suggest }).field('location')).to.include({
      suggest,
      coordinates: true,
    });
    const { field, coverage } = adapt(greenhouse, { ...job(), ...place });
    expect(field('location')).not.to.have.any.keys('suggest', 'coordinates');
    expect(coverage.join()).to.include('ignores a place without coordinates');
  });

  it('about equality keeps the words that a company gave it, and its answer is an integer', () => {
    const values = [
      { label: 'Yes', value: '1' },
      { label: 'No', value: '0' },
    ];
    const question = asked(
      'hispanic_ethnicity',
      'multi_value_single_select',
      { label: 'Are you Hispanic/Latino?' },
      { values },
    );
    const block = { type: 'eeoc', description: '&lt;p&gt;Voluntary.&lt;/p&gt;', questions: [question] };
    for (const compliance of [[block], block, [{ type: 'eeoc', description: null, questions: null }, block]]) {
      const read = adapt(greenhouse, { ...job(), compliance });
      expect(read.field('hispanic_ethnicity').label).to.equal('Are you Hispanic/Latino?');
      expect(bodyOf(greenhouse, read, { hispanic_ethnicity: false })).to.deep.equal({ hispanic_ethnicity: 0 });
    }
  });

  it('of a survey has its description, its own words beside an option, and what declines alone', () => {
    const question = {
      id: 87,
      label: 'How do you describe yourself?',
      description: '&lt;p&gt;Mark all.&lt;/p&gt;',
      required: true,
      type: 'multi_value_multi_select',
      answer_options: [
        { id: 194, label: 'One', free_form: false, decline_to_answer: false },
        { id: 212, label: 'In my words', free_form: true, decline_to_answer: false },
        { id: 213, label: 'Rather not', free_form: false, decline_to_answer: true },
      ],
    };
    const nothing = { id: 88, label: 'Nothing to choose', type: 'multi_value_single_select', answer_options: null };
    const survey = { header: 'Survey', description: null, questions: [question, nothing] };
    const read = adapt(greenhouse, { ...job(), demographic_questions: survey });
    const field = read.field('demographic_87');
    expect(field).to.deep.include({ required: true, multiple: true, description: '<p>Mark all.</p>' });
    expect((field['options'] as Json[]).map((option) => option['exclusive'] ?? false)).to.deep.equal([
      false,
      false,
      true,
    ]);
    expect(JSON.stringify(read.posting.form)).to.include('Nothing to choose');
    expect(
      bodyOf(greenhouse, read, { demographic_87: ['212'], demographic_87_212_text: 'Both' })['demographic_answers'],
    ).to.deep.equal([{ question_id: 87, answer_options: [{ answer_option_id: 212, text: 'Both' }] }]);
  });

  it('of a survey stays a question, and required, where it is shaped as any other or its options have no ids', () => {
    const fields = [{ name: 'question_5', type: 'multi_value_single_select', values: [{ label: 'A', value: 7 }] }];
    const questions = [
      { label: 'As any other', required: true, fields },
      { id: 6, label: 'No ids', required: true, type: 'multi_value_single_select', answer_options: [{ label: 'B' }] },
    ];
    const read = adapt(greenhouse, { ...job(), demographic_questions: { questions } });
    expect(read.field('question_5')).to.deep.include({ label: 'As any other', required: true, type: 'choice' });
    expect(read.field('demographic_6')).to.deep.include({ label: 'No ids', required: true, type: 'choice' });
    expect(bodyOf(greenhouse, read, { question_5: ['7'], demographic_6: ['B'] })).to.deep.include({
      question_5: 7,
      demographic_answers: [{ question_id: 6, answer_options: [{ answer_option_id: 'B' }] }],
    });
    expect(read.coverage).to.include(
      '/demographic_questions/questions/1/answer_options/0: the option "B" has no value of its own; it is sent by its words.',
    );
  });

  it('may have its one field without a list around it', () => {
    const read = adapt(greenhouse, job({ label: 'Why?', fields: { name: 'question_1', type: 'textarea' } }));
    expect(read.field('question_1')).to.deep.include({ label: 'Why?', type: 'textarea' });
    expect(read.coverage).to.deep.equal([]);
  });

  it('whose options have no values is sent their words, which the author is told', () => {
    const values = [
      { label: 'Leeds', value: '' },
      { label: 'York', value: null },
      { label: 'Hull', value: 0 },
    ];
    const read = adapt(greenhouse, job(asked('question_1', 'multi_value_single_select', {}, { values })));
    expect(read.coverage.map((line) => line.split(':')[0])).to.deep.equal([
      '/questions/0/fields/0/values/0',
      '/questions/0/fields/0/values/1',
    ]);
    expect(bodyOf(greenhouse, read, { question_1: 'York' })).to.deep.include({ question_1: 'York' });
    expect(bodyOf(greenhouse, read, { question_1: '0' })).to.deep.include({ question_1: 0 });
  });

  it('of yes and no without values is sent these words', () => {
    const values = [
      { label: 'Yes', value: '' },
      { label: 'No', value: '' },
    ];
    const read = adapt(greenhouse, job(asked('question_1', 'multi_value_single_select', {}, { values })));
    expect(bodyOf(greenhouse, read, { question_1: false })).to.deep.include({ question_1: 'No' });
  });

  it('whose options have neither value nor words is asked in words, which the author is told', () => {
    const values = [{ caption: 'Leeds' }, { caption: 'York' }];
    const read = adapt(greenhouse, job(asked('question_1', 'multi_value_single_select', {}, { values })));
    expect(read.field('question_1').type).to.equal('text');
    expect(read.coverage).to.have.length(1);
  });

  it('of a survey is a survey’s where its list of fields is null or empty', () => {
    for (const fields of [null, []]) {
      const question = { id: 6, label: 'Which?', required: true, type: 'multi_value_single_select', fields };
      const questions = [{ ...question, answer_options: [{ id: 7, label: 'B' }] }];
      const read = adapt(greenhouse, { ...job(), demographic_questions: { questions } });
      expect(read.field('demographic_6')).to.deep.include({ label: 'Which?', required: true, type: 'choice' });
    }
  });

  it('is required where its field says so, and what else its field has is told to the author', () => {
    const question = asked('question_1', 'input_text', { required: null }, { required: true, max_length: 40 });
    const read = adapt(greenhouse, job(question));
    expect(read.field('question_1').required).to.equal(true);
    expect(read.coverage).to.deep.equal([
      '/questions/0/fields/0/max_length: not a key this adapter knows; it is left out.',
    ]);
  });

  it('about data is asked as the job’s vintage has it', () => {
    const names = (rule: unknown): readonly string[] =>
      fieldsOf(adapt(greenhouse, { ...job(), data_compliance: rule }).posting)
        .map(({ name }) => name)
        .filter((name) => name.startsWith('gdpr'));
    expect(names([{ type: 'gdpr', requires_consent: true, retention_period: null }])).to.deep.equal([
      'gdpr_consent_given',
    ]);
    expect(names({ type: 'gdpr', requires_processing_consent: true, requires_retention_consent: false })).to.deep.equal(
      ['gdpr_processing_consent_given'],
    );
    expect(names([{ type: 'gdpr', requires_consent: false }])).to.deep.equal([]);
  });

  it('stands even where the job has lost its title', () => {
    const read = adapt(greenhouse, { ...job(asked('email', 'input_text')), title: null });
    expect(read.field('email').type).to.equal('email');
    expect(read.coverage.join()).to.include('/title: expected the title of the job.');
  });
});
