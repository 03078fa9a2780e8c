import { expect } from 'chai';
import * as ashby from '../../src/adapters/ashby.js';
import * as greenhouse from '../../src/adapters/greenhouse.js';
import { validateApplication } from '../../src/form/validate.js';
import { fieldsOf } from '../../src/posting/posting.js';
import job from '../../demo/postings/systems/greenhouse-job.json' with { type: 'json' };
import info from '../../demo/postings/systems/ashby-posting-info.json' with { type: 'json' };
import { adapt, bodyOf, partsOf, pdf, type Json } from './support.js';

/**
 * What renderers of these forms that people wrote by hand have lost or broken: each test is one such fault, met in code
 * that is in use.
 */
describe('unlike in forms written by hand', () => {
  const single = (name: string, values: unknown, rest: Json = {}): Json => ({
    label: 'Which?',
    required: true,
    fields: [{ name, type: 'multi_value_single_select', values }],
    ...rest,
  });
  const jobWith = (...questions: readonly Json[]): Json => ({ id: 1, title: 'Grinder', questions });
  const yesNo = [
    { label: 'Yes', value: 1 },
    { label: 'No', value: 0 },
  ];

  it('all the ticks of a multi-select are sent, not the first alone', () => {
    const chosen = ['219219079001', '219219079002'];
    expect(
      partsOf(greenhouse, adapt(greenhouse, job), { question_30110006002: chosen })
        .filter(([name]) => name === 'question_30110006002[]')
        .map(([, value]) => value),
    ).to.deep.equal(chosen);
  });

  it('one tick of a multi-select is a list, too', () => {
    expect(
      bodyOf(greenhouse, adapt(greenhouse, job), { question_30110006002: ['219219079001'] })['question_30110006002'],
    ).to.deep.equal([219219079001]);
  });

  it('equality, survey, consent, place, education and employment are asked, not only the questions', () => {
    const names = fieldsOf(adapt(greenhouse, job).posting).map(({ name }) => name);
    expect(names).to.include.members([
      'disability_status',
      'demographic_4006277007',
      'gdpr_processing_consent_given',
      'location',
      'educations',
      'employments',
    ]);
  });

  it('a file may be as large as the system takes it', () => {
    const { posting, field } = adapt(greenhouse, job);
    const issues = (size: number): unknown[] =>
      validateApplication(posting, { cover_letter: [{ ...pdf, size }] }).filter(
        ({ field: at }) => at === 'cover_letter',
      );
    expect(issues(99_000_000)).to.deep.equal([]);
    expect(issues(101_000_000)).to.have.length(1);
    expect(field('resume')['maxBytes']).to.equal(100_000_000);
  });

  it('documents of every usual type are accepted, not PDF alone', () => {
    expect(adapt(greenhouse, job).field('resume')['accept']).to.include.members([
      '.pdf',
      '.doc',
      '.docx',
      '.txt',
      '.rtf',
    ]);
  });

  it('no type of question vanishes', () => {
    const fields = ['Boolean', 'NumberRange', 'SomethingNew', '', null].map((type, index) => ({
      isRequired: true,
      field: { type, path: `p${index}`, title: `Question ${index}` },
    }));
    const labels = fieldsOf(
      adapt(ashby, { results: { title: 'Job', applicationFormDefinition: { sections: [{ fields }] } } }).posting,
    ).map(({ label }) => (label as string).slice(0, 10));
    expect(new Set(labels)).to.have.length(5);
  });

  it('surveys are asked and sent, not ignored', () => {
    const body = bodyOf(ashby, adapt(ashby, info), { _systemfield_eeoc_gender: 'w' });
    expect(body).to.have.nested.property('surveySubmissions[0].submittedValues.fieldSubmissions[0].value', 'w');
  });

  it('nobody is thanked for an application that was refused with the status 200', () => {
    expect(ashby.readReply(200, { success: false, errors: ['We could not take it'] })?.status).to.equal('failed');
    expect(greenhouse.readReply(200, { error: 'Failed to save', reason: 'Not live' })?.status).to.equal('failed');
  });

  it('a file that was not chosen is no part, empty or otherwise', () => {
    const names = partsOf(greenhouse, adapt(greenhouse, job), { first_name: 'Ada', resume: [], cover_letter: [] }).map(
      ([name]) => name,
    );
    expect(names.filter((name) => /resume|cover/.test(name))).to.deep.equal([]);
  });

  it('quotes, brackets, tags and apostrophes in a label are words like any other', () => {
    const label = `What's "left" of [x] <script>alert(1)</script> & 'y' 🙂?`;
    const read = adapt(
      greenhouse,
      jobWith({ label, required: true, fields: [{ name: 'question_1', type: 'input_text' }] }),
    );
    expect(read.field('question_1').label).to.equal(label);
    expect(bodyOf(greenhouse, read, { question_1: 'All' })).to.deep.equal({ question_1: 'All' });
  });

  it('two questions with the same words are two questions', () => {
    const read = adapt(greenhouse, jobWith(single('question_1', yesNo), single('question_2', yesNo)));
    expect(bodyOf(greenhouse, read, { question_1: true, question_2: false })).to.deep.equal({
      question_1: 1,
      question_2: 0,
    });
  });

  it('yes and no are told apart in whichever order they come', () => {
    const read = adapt(greenhouse, jobWith(single('question_1', yesNo), single('question_2', [...yesNo].reverse())));
    expect(bodyOf(greenhouse, read, { question_1: false, question_2: '0' })).to.deep.equal({
      question_1: 0,
      question_2: 0,
    });
    expect(bodyOf(greenhouse, read, { question_1: true, question_2: '1' })).to.deep.equal({
      question_1: 1,
      question_2: 1,
    });
  });

  it('nothing is answered before the applicant answers', () => {
    const read = adapt(
      greenhouse,
      jobWith(single('question_1', yesNo), single('question_2', [{ label: 'I agree', value: 7 }])),
    );
    expect(validateApplication(read.posting, {}).map(({ field }) => field)).to.deep.equal(['question_1', 'question_2']);
  });

  it('either the résumé or its text is required, not both', () => {
    const { posting } = adapt(greenhouse, job);
    const missing = (answers: Json): boolean =>
      validateApplication(posting, answers).some(({ field }) => field.startsWith('resume'));
    expect([missing({}), missing({ resume: [pdf] }), missing({ resume: { text: 'I measured.' } })]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('the cover letter is what was chosen as the cover letter', () => {
    const read = adapt(greenhouse, job);
    const answers = {
      resume: [pdf],
      cover_letter: [{ ...pdf, name: 'letter.pdf' }],
      question_30110002002: [{ ...pdf, name: 'certificate.pdf' }],
    };
    expect(partsOf(greenhouse, read, answers)).to.deep.include.members([
      ['resume', 'cv.pdf'],
      ['cover_letter', 'letter.pdf'],
      ['question_30110002002', 'certificate.pdf'],
    ]);
  });

  it('every field of a question is asked, not its first alone', () => {
    const fields = [
      { name: 'question_1', type: 'input_text' },
      { name: 'question_2', type: 'textarea' },
    ];
    expect(
      fieldsOf(adapt(greenhouse, jobWith({ label: 'Two', required: false, fields })).posting).map(({ name }) => name),
    ).to.include.members(['question_1', 'question_2']);
  });

  it('consents are asked for one by one', () => {
    const { field } = adapt(greenhouse, job);
    expect(field('gdpr_processing_consent_given')['text']).not.to.deep.equal(
      field('gdpr_retention_consent_given')['text'],
    );
  });

  it('descriptions are HTML, not text with tags in it', () => {
    expect(adapt(greenhouse, job).field('question_30110006002').description).to.equal(
      '<p>Tick all that you would sign for.</p>',
    );
  });

  it('answers about equality are in the body, never in an address', () => {
    expect(bodyOf(greenhouse, adapt(greenhouse, job), { disability_status: '2' })).to.have.property(
      'disability_status',
      2,
    );
  });

  it('options are read from where they stand, whatever they are called and whether their values are texts', () => {
    const read = adapt(
      greenhouse,
      jobWith({
        label: 'A',
        required: null,
        fields: [
          {
            name: 'question_1',
            type: 'multi_value_single_select',
            values: null,
            options: [
              { label: 'One', value: '11' },
              { label: '', value: 12 },
            ],
          },
        ],
      }),
    );
    expect(read.field('question_1')['options']).to.deep.equal([
      { value: '11', label: 'One' },
      { value: '12', label: '12', 'x-wire': 12 },
    ]);
  });

  it('hundreds of options are all there', () => {
    const values = Array.from({ length: 250 }, (_, index) => ({
      label: `Country ${index}`,
      value: 219219079000 + index,
    }));
    const read = adapt(greenhouse, jobWith(single('question_1', values)));
    expect(read.field('question_1')).to.have.property('options').with.length(250);
    expect(bodyOf(greenhouse, read, { question_1: '219219079249' })).to.deep.equal({ question_1: 219219079249 });
  });
});
