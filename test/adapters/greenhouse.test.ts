import { expect } from 'chai';
import * as greenhouse from '../../src/adapters/greenhouse.js';
import { recognise } from '../../src/adapters/recognise.js';
import harvest from '../../demo/postings/systems/greenhouse-harvest-job-post.json' with { type: 'json' };
import job from '../../demo/postings/systems/greenhouse-job.json' with { type: 'json' };
import oldest from '../../demo/postings/systems/greenhouse-oldest.json' with { type: 'json' };
import { adapt, acceptedAnswers, bodyOf, partsOf, payloadOf, pdf } from './support.js';

/** A job with these questions alone. */
function jobWith(questions: readonly unknown[], rest: object = {}): object {
  return {
    id: 1,
    title: 'Grinder',
    absolute_url: 'https://example.org/1',
    location: { name: 'Leeds' },
    questions,
    ...rest,
  };
}

function question(name: string, type: string, rest: object = {}, field: object = {}): object {
  return {
    label: 'Which?',
    required: false,
    description: null,
    fields: [{ name, type, values: [], ...field }],
    ...rest,
  };
}

const twoOptions = {
  values: [
    { label: 'A', value: 0 },
    { label: 'B', value: 219219079002 },
  ],
};

describe('a job of Greenhouse', () => {
  it('is recognised in every vintage, alone, in a list, and as a Harvest job post', () => {
    for (const json of [job, oldest, harvest, { jobs: [job] }]) expect(recognise(json)).to.equal('greenhouse');
  });

  it('is understood whole', () => {
    expect(adapt(greenhouse, oldest).coverage).to.deep.equal([]);
    expect(adapt(greenhouse, harvest).coverage).to.deep.equal([]);
    const education = { schools: [], degrees: [], disciplines: [] };
    expect(adapt(greenhouse, job, { suggest: 'https://example.org/?q={query}', education }).coverage).to.deep.equal([]);
  });

  it('tells what it is about', () => {
    const { posting } = adapt(greenhouse, job);
    expect(posting).to.include({ id: '7450012002', locale: 'en', title: 'Calibration Engineer', status: 'open' });
    expect(posting).to.deep.include({
      company: { name: 'Wetherfield Instruments' },
      department: 'Calibration',
      locations: [{ name: 'Leeds, UK' }, { name: 'Boulder, CO, US' }],
      publishedAt: '2026-10-19T08:00:00-04:00',
      closesAt: '2027-01-31T23:59:00-05:00',
      compensation: [
        {
          label: 'Annual salary, Leeds',
          min: 48500,
          max: 61200,
          currency: 'GBP',
          interval: 'year',
          note: 'For 37.5 hours a week.',
        },
        { label: 'Hourly rate, Boulder', min: 38.5, max: 47, currency: 'USD', interval: 'hour' },
      ],
    });
  });

  it('has its escaped HTML unescaped once, and HTML that was not escaped left alone', () => {
    expect(adapt(greenhouse, job).posting.description).to.include('<li>Tell a customer that 3 &lt; 4 holds');
    expect(adapt(greenhouse, harvest).posting.description).to.match(/^<p>A hundred/);
  });

  it('without an internal job is for the pool', () => {
    expect(adapt(greenhouse, jobWith([], { internal_job_id: null })).posting.status).to.equal('pool');
  });

  it('takes the job of a list that is meant, and refuses to show another', () => {
    const list = { jobs: [oldest, job], meta: { total: 2 } };
    expect(adapt(greenhouse, list, { job: '7450012002' }).posting.title).to.equal('Calibration Engineer');
    expect(() => adapt(greenhouse, list, { job: '5' })).to.throw('None of the 2 jobs');
    expect(() => adapt(greenhouse, list))
      .to.throw('a list of 2 jobs')
      .with.property('message')
      .that.includes('721, 7450012002');
    expect(adapt(greenhouse, { jobs: [job] }).posting.title).to.equal('Calibration Engineer');
  });
});

describe('questions of Greenhouse', () => {
  it('are all asked, in their order, with their words and kinds', () => {
    const { posting } = adapt(greenhouse, job);
    const [first] = posting.form?.sections ?? [];
    expect(
      first?.fields.map(({ name, type, required }) => `${name} ${type}${required ? ' required' : ''}`),
    ).to.deep.equal([
      'first_name text required',
      'last_name text required',
      'email email required',
      'phone tel',
      'location location required',
      'resume file required',
      'cover_letter file',
      'question_30110001002 url',
      'question_30110002002 file',
      'question_30110003002 boolean required',
      'question_30110004002 text',
      'question_30110005002 choice required',
      'question_30110006002 choice required',
      'question_30110007002 textarea required',
      'question_30110008002 choice required',
      'mapped_url_token hidden',
    ]);
  });

  it('keep the order in which their options were given', () => {
    const options = adapt(greenhouse, job).field('disability_status')['options'] as { label: string }[];
    expect(options.map(({ label }) => label)).to.deep.equal(["I'd rather not say", 'I have none', 'I have one']);
    expect(adapt(greenhouse, job).field('question_30110005002')).to.have.nested.property('options[0].label', 'No');
  });

  it('with one option are a box that can be ticked and unticked', () => {
    const { field } = adapt(greenhouse, job);
    expect(field('question_30110008002')).to.include({
      type: 'choice',
      multiple: true,
      display: 'checkboxes',
      required: true,
    });
  });

  it('let an option that declines stand alone, by its words or by its flag', () => {
    const { field } = adapt(greenhouse, job);
    const exclusive = (name: string): unknown[] =>
      (field(name)['options'] as { label: string; exclusive?: boolean }[])
        .filter((each) => each.exclusive)
        .map(({ label }) => label);
    expect(exclusive('question_30110006002')).to.deep.equal(['None of these']);
    expect(exclusive('demographic_4006277007')).to.deep.equal(["I don't wish to answer"]);
  });

  it('take a number of words in their description for guidance', () => {
    expect(adapt(greenhouse, job).field('question_30110007002')).to.include({ minWords: 150, maxWords: 300 });
  });

  it('ask for a file or for its text in one place, so that required means one of them', () => {
    expect(adapt(greenhouse, job).field('resume')).to.deep.include({
      sources: ['device', 'text'],
      textName: 'resume_text',
      required: true,
    });
  });

  it('become conditions only when that is asked for', () => {
    const questions = [
      question(
        'question_1',
        'multi_value_single_select',
        {},
        {
          values: [
            { label: 'Yes', value: 1 },
            { label: 'No', value: 0 },
          ],
        },
      ),
      question('question_2', 'input_text', { label: 'If yes, since when?' }),
    ];
    expect(adapt(greenhouse, jobWith(questions)).field('question_2').showIf).to.equal(undefined);
    expect(adapt(greenhouse, jobWith(questions), { conditions: true }).field('question_2').showIf).to.deep.equal({
      '==': [{ var: 'question_1' }, true],
    });
  });

  it('of an unknown type are asked as text, or as a choice where they have options, and reported', () => {
    const { field, coverage } = adapt(
      greenhouse,
      jobWith([
        question('question_1', 'hologram'),
        question('question_2', 'single_select', {}, twoOptions),
        question('question_3', 'constructor', {}, twoOptions),
      ]),
    );
    expect([1, 2, 3].map((each) => field(`question_${each}`).type)).to.deep.equal(['text', 'choice', 'choice']);
    expect(coverage).to.have.length(3);
    expect(coverage[0]).to.equal(
      `/questions/0/fields/0: the type "hologram" is not one of Greenhouse's; it is asked as a text.`,
    );
  });

  it('that are malformed are reported, and the rest stands', () => {
    const { posting, coverage } = adapt(
      greenhouse,
      jobWith([
        null,
        'Which?',
        { label: 'Nothing to answer in', fields: [] },
        { label: 'No name', fields: [{ type: 'input_text' }] },
        question('question_1', 'input_text', { label: '' }),
        question('question_1', 'input_text', { label: '  Twice\n' }),
        question('__proto__', 'input_text'),
        question(
          'question_4',
          'multi_value_single_select',
          {},
          { values: [{ label: 'A', value: 3 }, null, { label: 'A', value: 3 }, { label: 'no value' }] },
        ),
      ]),
    );
    const fields = posting.form?.sections[0]?.fields ?? [];
    expect(fields.map(({ name, label }) => [name, label])).to.deep.include.members([
      ['question_1', 'Question 1'],
      ['question_1-2', 'Twice'],
      ['__proto__-2', 'Which?'],
    ]);
    expect(fields.at(-2)).to.have.property('options').with.length(3);
    expect(coverage.filter((line) => line.startsWith('/questions/'))).to.have.length.above(7);
  });

  it('stay whole whatever is null', () => {
    const nothing = {
      compliance: null,
      demographic_questions: null,
      data_compliance: null,
      location_questions: null,
      departments: null,
    };
    const { posting, coverage } = adapt(
      greenhouse,
      jobWith([question('question_1', 'input_text', { required: null }, { values: null })], nothing),
    );
    expect(posting.form?.sections).to.have.length(1);
    expect(coverage).to.deep.equal([]);
  });
});

describe('questions about equality at Greenhouse', () => {
  it('stand apart, each block with its text, the statement without questions too', () => {
    const sections = adapt(greenhouse, job).posting.form?.sections.filter(({ equality }) => equality) ?? [];
    expect(sections).to.have.length(3);
    expect(sections[0]?.fields[0]).to.deep.include({
      type: 'content',
      content: { html: '<p>The next questions are asked in the way the law has them asked in the United States.</p>' },
    });
    expect(sections[1]).to.deep.include({ description: { html: '<h3 style="color: gray">Disability</h3>' } });
    expect(sections[1]?.fields[0]).to.include({ label: 'Disability status' });
    expect(sections[2]).to.include({ title: 'Who applies to us' });
  });

  it('are used with consent alone, where the job says so', () => {
    const { posting } = adapt(greenhouse, job);
    expect(posting.form?.rules).to.have.length(1);
    const survey = posting.form?.sections.find(({ title }) => title === 'Who applies to us');
    expect(survey?.fields[0]).to.include({ name: 'gdpr_demographic_data_consent_given', type: 'consent' });
  });
});

describe('consent at Greenhouse', () => {
  it('is asked for in the words of the page, for as long as the job says', () => {
    const { field } = adapt(greenhouse, job);
    expect(field('gdpr_processing_consent_given')).to.deep.include({
      required: true,
      text: { text: 'Wetherfield Instruments may process my application.' },
    });
    expect(field('gdpr_retention_consent_given')).to.include({ retentionDays: 180 });
  });

  it('is asked for once where the company has not split it', () => {
    const rule = {
      type: 'gdpr',
      requires_consent: true,
      requires_processing_consent: false,
      requires_retention_consent: false,
    };
    expect(adapt(greenhouse, jobWith([], { data_compliance: [rule] })).field('gdpr_consent_given').type).to.equal(
      'consent',
    );
  });
});

describe('an application to Greenhouse', () => {
  const answers = {
    first_name: 'Ada',
    email: 'ada@example.org',
    location: { text: 'Leeds', latitude: 53.8, longitude: -1.55 },
    resume: { text: 'I measured.' },
    cover_letter: [pdf],
    question_30110003002: false,
    question_30110005002: '0',
    question_30110006002: ['219219079002'],
    question_30110008002: ['219219079099'],
    mapped_url_token: 'token12345',
    educations: [
      { school_name_id: '5417077', degree_id: 'Some degree', start_date: '2012-08' },
      { school_name_id: '12' },
    ],
    employments: [
      { company_name: 'Bench & Sons', title: 'Grinder', start_date: '2016-01', current: false, end_date: '2018-02' },
    ],
    disability_status: '3',
    gdpr_demographic_data_consent_given: { given: true, text: '', at: '2026-11-22T10:00:00Z' },
    demographic_4006277007: ['4037604007', '4037606007'],
    demographic_4006277007_4037606007_text: 'A person',
    gdpr_processing_consent_given: { given: true, text: '', at: '2026-11-22T10:00:00Z' },
  };

  it('goes as the parts of its documented form', () => {
    const read = adapt(greenhouse, job);
    expect(partsOf(greenhouse, read, answers)).to.deep.equal([
      ['id', '7450012002'],
      ['first_name', 'Ada'],
      ['email', 'ada@example.org'],
      ['location', 'Leeds'],
      ['latitude', '53.8'],
      ['longitude', '-1.55'],
      ['resume_text', 'I measured.'],
      ['cover_letter', 'cv.pdf'],
      ['question_30110003002', '0'],
      ['question_30110005002', '0'],
      ['question_30110006002[]', '219219079002'],
      ['question_30110008002', '219219079099'],
      ['mapped_url_token', 'token12345'],
      ['educations[][school_name_id]', '5417077'],
      ['educations[][degree_id]', 'Some degree'],
      ['educations[][start_date][month]', '8'],
      ['educations[][start_date][year]', '2012'],
      ['educations[][school_name_id]', '12'],
      ['employments[][company_name]', 'Bench & Sons'],
      ['employments[][title]', 'Grinder'],
      ['employments[][start_date][month]', '1'],
      ['employments[][start_date][year]', '2016'],
      ['employments[][current]', 'false'],
      ['employments[][end_date][month]', '2'],
      ['employments[][end_date][year]', '2018'],
      ['disability_status', '3'],
      ['data_compliance[gdpr_demographic_data_consent_given]', 'true'],
      ['data_compliance[gdpr_processing_consent_given]', 'true'],
      ['data_compliance[gdpr_retention_consent_given]', 'false'],
      ['demographic_answers[][question_id]', '4006277007'],
      ['demographic_answers[][answer_options][][answer_option_id]', '4037604007'],
      ['demographic_answers[][answer_options][][answer_option_id]', '4037606007'],
      ['demographic_answers[][answer_options][][text]', 'A person'],
    ]);
  });

  it('goes as JSON with numbers for ids, lists for several, and file bytes under their documented names', () => {
    const body = bodyOf(greenhouse, adapt(greenhouse, job), answers);
    expect(body).to.deep.include({
      question_30110003002: 0,
      question_30110005002: 0,
      question_30110006002: [219219079002],
      question_30110008002: 219219079099,
      disability_status: 3,
      resume_text: 'I measured.',
      cover_letter_content: pdf,
      cover_letter_content_filename: 'cv.pdf',
      latitude: '53.8',
      data_compliance: {
        gdpr_demographic_data_consent_given: true,
        gdpr_processing_consent_given: true,
        gdpr_retention_consent_given: false,
      },
      demographic_answers: [
        {
          question_id: 4006277007,
          answer_options: [{ answer_option_id: 4037604007 }, { answer_option_id: 4037606007, text: 'A person' }],
        },
      ],
    });
    expect(body['educations']).to.deep.equal([
      { school_name_id: '5417077', degree_id: 'Some degree', start_date: { month: '8', year: '2012' } },
      { school_name_id: '12' },
    ]);
    expect(Object.keys(body).filter((key) => key.includes('['))).to.deep.equal([]);
  });

  it('leaves out a multi-select in which nothing is ticked', () => {
    const read = adapt(greenhouse, job);
    expect(bodyOf(greenhouse, read, { ...answers, question_30110006002: [] })).not.to.have.property(
      'question_30110006002',
    );
  });

  it('says which answers Greenhouse cannot use as they are', () => {
    const { unresolved } = payloadOf(
      greenhouse,
      adapt(greenhouse, job),
      { ...answers, location: { text: 'Leeds' } },
      'application/json',
    );
    expect(unresolved).to.deep.equal([
      { field: 'location', needs: 'coordinates' },
      { field: 'educations[0][degree_id]', needs: 'id' },
    ]);
  });

  it('carries schools that were chosen from a list as their ids', () => {
    const items = [{ id: 5417077, text: 'A school' }];
    const read = adapt(greenhouse, job, { education: { schools: items, degrees: items, disciplines: items } });
    const body = bodyOf(greenhouse, read, { educations: [{ school_name_id: '5417077', degree_id: '5417077' }] });
    expect(body['educations']).to.deep.equal([{ school_name_id: '5417077', degree_id: '5417077' }]);
  });

  it('carries the key of the attempt and nothing else of ours', () => {
    const read = adapt(greenhouse, oldest);
    const application = {
      posting: '721',
      locale: 'en',
      idempotencyKey: 'k-1',
      previousKey: undefined,
      answers: { first_name: 'Ada' },
      consents: [],
      hints: { elapsedMs: 1, honeypot: '' },
    };
    expect(greenhouse.toPayload(application, read.plan, 'application/json')).to.deep.equal({
      enctype: 'application/json',
      body: { idempotencyKey: 'k-1', first_name: 'Ada' },
      unresolved: [],
    });
    expect(greenhouse.toPayload(application, read.plan, 'multipart/form-data')).to.deep.include({
      parts: [
        { name: '_idempotency_key', value: 'k-1' },
        { name: 'id', value: '721' },
        { name: 'first_name', value: 'Ada' },
      ],
    });
  });

  it('may be made of all that its own form asks', () => {
    for (const json of [job, oldest, harvest]) {
      const read = adapt(greenhouse, json);
      const names = partsOf(greenhouse, read, acceptedAnswers(read)).map(([name]) => name);
      for (const { fields } of json.questions as unknown as { fields?: { name: string }[] }[]) {
        if (fields?.[0]) expect(names).to.include(fields[0].name);
      }
    }
    const read = adapt(greenhouse, harvest);
    expect(bodyOf(greenhouse, read, { question_512001: '1', question_512003: ['90011'] })).to.deep.equal({
      question_512001: 1,
      question_512003: [90011],
    });
  });
});

describe('the answer of Greenhouse', () => {
  it('is a yes where it says so', () => {
    expect(greenhouse.readReply(200, { success: 'Saved' })).to.deep.equal({ status: 'sent', issues: [] });
  });

  it('is a no with the status 200, too, told at the field that it speaks of', () => {
    expect(
      greenhouse.readReply(200, { error: 'Failed', reason: 'Validation failed: an email address is needed.' }),
    ).to.deep.equal({
      status: 'invalid',
      message: 'Validation failed: an email address is needed.',
      issues: [{ field: 'email', message: 'Validation failed: an email address is needed.' }],
    });
    expect(greenhouse.readReply(200, { error: 'Failed', reason: 'The job is gone' })).to.deep.equal({
      status: 'failed',
      message: 'The job is gone',
      issues: [],
    });
    expect(
      greenhouse.readReply(400, { error: 'Invalid attributes: question_1,phone' })?.issues.map(({ field }) => field),
    ).to.deep.equal(['question_1', 'phone']);
    expect(
      greenhouse
        .readReply(400, { error: 'Uploaded cover letter has an unsupported file type.' })
        ?.issues.map(({ field }) => field),
    ).to.deep.equal(['cover_letter']);
  });

  it('is left to the usual reading where it says nothing of its own', () => {
    for (const body of ['', undefined, null, [], {}, { errors: [] }])
      expect(greenhouse.readReply(200, body)).to.equal(undefined);
  });
});
